import { JSDOM } from 'jsdom'
import { ImportRefusal } from './importer'

/** How deep elements may stand in one another; browsers go no deeper either. */
const DEEPEST = 512

/** The most work a page may be, in elements times the depth at which each stands: that is what the parser takes, some 7 s. */
const MOST_WORK = 10_000_000

/** The most elements: each takes some 2.5 kB of memory. */
const MOST_ELEMENTS = 100_000

/** Elements that never hold others, or whose end others imply, so that they don't add to the depth. */
const shallow = /^(?:a|area|base|body|br|col|colgroup|dd|dt|embed|frame|head|hr|html|img|input|li|link|meta|nobr|option|p|param|rp|rt|source|tbody|td|tfoot|th|thead|tr|track|wbr)$/i

let inert: JSDOM | undefined

/**
 * The document that a browser would make of this markup. It belongs to no window: its scripts don't run, its frames,
 * styles and images are not loaded. @throws ImportRefusal when that would take too long
 */
export function parseHtml(html: string): Document {
  const { deepest, work, elements } = nesting(html)
  if (deepest > DEEPEST) throw new ImportRefusal('unsafe', `it is not read, as its elements stand more than ${DEEPEST} deep in one another`)
  if (work > MOST_WORK || elements > MOST_ELEMENTS) throw new ImportRefusal('too-costly', 'it has more markup than can be read in a reasonable time: split it into several files')
  return new (inertWindow().DOMParser)().parseFromString(html, 'text/html')
}

/**
 * The same for XHTML, in which any element may be written as empty: `<title/>` would otherwise swallow the page.
 * @throws ImportRefusal
 */
export const parseXhtml = (xhtml: string): Document =>
  parseHtml(xhtml.replace(/<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\b)([a-z][\w:-]*)((?:\s[^<>]*)?)\/>/gi, '<$1$2></$1>'))

/** The window that documents are made with; it is empty, runs no scripts and has no access to anything. */
export function inertWindow(): JSDOM['window'] {
  inert ??= new JSDOM('')
  return inert.window
}

/** About how deep the markup is nested and what that costs; more rather than less. */
function nesting(html: string): { deepest: number; work: number; elements: number } {
  let depth = 0
  let deepest = 0
  let work = 0
  let elements = 0
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][^\s/>]*)/gi)) {
    if (!shallow.test(name)) depth = end === '' ? depth + 1 : Math.max(0, depth - 1)
    deepest = Math.max(deepest, depth)
    work += depth
    if (end === '') elements += 1
  }
  return { deepest, work, elements }
}
