import type { Heading } from '../../domain/project/article'
import { isDataTable } from './htmlTable'
import { RunningText } from './runningText'

/** Elements of which nothing is text for a reader of the page. */
const leftOut = new Set([
  'applet', 'audio', 'button', 'canvas', 'datalist', 'embed', 'frame', 'frameset', 'head', 'iframe', 'input', 'link', 'meta', 'meter', 'noembed', 'noframes',
  'noscript', 'object', 'optgroup', 'option', 'progress', 'script', 'select', 'style', 'svg', 'template', 'textarea', 'title', 'video',
])

/** Elements that stand apart from what is before and after them. */
const blocks = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'center', 'details', 'dialog', 'dir', 'div', 'dl', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2',
  'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'legend', 'listing', 'main', 'menu', 'nav', 'ol', 'p', 'plaintext', 'pre', 'search', 'section', 'summary', 'table',
  'ul', 'xmp',
])

/** Elements that have lines of their own within such a block. */
const lines = new Set(['caption', 'dd', 'dt', 'li', 'tr'])

const lists = new Set(['dir', 'menu', 'ol', 'ul'])

const verbatim = new Set(['listing', 'plaintext', 'pre', 'xmp'])

/**
 * The text of parsed markup as a reader sees it, canonical: blocks are paragraphs with an empty line between them, `br`
 * ends a line, white space runs together except in `pre`, list items are lines that begin with `• `. Rows of a table
 * of data are lines with tabs between the cells; a table that only lays out a page is read as blocks. What is hidden,
 * scripts and form controls are left out. Works at any depth.
 */
export function textOfHtml(root: Element): { text: string; headings: readonly Heading[] } {
  const text = new RunningText()
  walk(root, (node) => {
    if (node.nodeType === node.TEXT_NODE) text.add(node.nodeValue ?? '')
    if (!isElement(node) || isHidden(node)) return false
    open(node, text)
    return true
  }, (node) => { if (isElement(node)) close(node, text) })
  return text.finished()
}

/** Visits what stands below `root` in the order of the document, into an element where `enter` says so; `leave` follows then. */
function walk(root: Element, enter: (node: Node) => boolean, leave: (element: Node) => void): void {
  let node: Node | null = root.firstChild
  while (node) {
    const inside = enter(node)
    if (inside && node.firstChild) {
      node = node.firstChild
      continue
    }
    if (inside) leave(node)
    while (!node.nextSibling) {
      node = node.parentNode
      if (!node || node === root) return
      leave(node)
    }
    node = node.nextSibling
  }
}

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE

/** Whether a reader of the page sees nothing of it. */
export const isHidden = (element: Element): boolean =>
  leftOut.has(element.localName) || element.hasAttribute('hidden') || (element.localName === 'dialog' && !element.hasAttribute('open'))
  || /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i.test(element.getAttribute('style') ?? '')

function open(element: Element, text: RunningText): void {
  const { localName: name } = element
  breakAround(element, text)
  if (name === 'br') text.endLine()
  else if (name === 'li') text.openItem()
  else if (name === 'td' || name === 'th') text.openCell()
  else if (name === 'table') text.openTable(isDataTable(element))
  else if (verbatim.has(name)) text.openVerbatim()
  else if (headingLevel(name)) text.openHeading()
}

function close(element: Element, text: RunningText): void {
  const { localName: name } = element
  if (name === 'li') text.closeItem()
  else if (name === 'td' || name === 'th') text.closeCell()
  else if (name === 'table') text.closeTable()
  else if (verbatim.has(name)) text.closeVerbatim()
  else if (headingLevel(name)) text.closeHeading(headingLevel(name))
  breakAround(element, text)
}

function breakAround({ localName: name, parentElement }: Element, text: RunningText): void {
  if (lines.has(name) || (lists.has(name) && parentElement?.localName === 'li')) text.separateLine()
  else if (blocks.has(name)) text.endParagraph()
}

/** 0 for what is no heading. */
const headingLevel = (name: string): number => (/^h[1-6]$/.test(name) ? Number(name[1]) : 0)
