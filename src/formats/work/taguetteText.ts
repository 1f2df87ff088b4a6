import { parseHtml } from '../import/htmlDocument'

/** A document of Taguette as plain text. */
export interface TaguetteText {
  readonly text: string
  /** The position, in UTF-8 bytes of `text`, of a start or an end that Taguette counts in. */
  readonly start: (position: number) => number
  readonly end: (position: number) => number
}

const BLOCK = /^(?:address|article|aside|blockquote|caption|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)$/i

/**
 * Taguette keeps documents as HTML and counts the UTF-8 bytes of its text nodes (taguette/extract.py). Where no line break stands between two
 * blocks one is put there, which Taguette's positions don't count.
 * @throws ImportRefusal when the markup would take too long to read
 */
export function taguetteText(html: string): TaguetteText {
  let text = '', bytes = 0, apart = false
  const breaks: number[] = []
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      const { nodeName, nodeValue } = child
      if (nodeName === '#text' && nodeValue !== null && nodeValue !== '') {
        if (apart && text !== '' && !text.endsWith('\n') && !nodeValue.startsWith('\n')) {
          text += '\n'
          breaks.push(bytes)
        }
        apart = false
        text += nodeValue
        bytes += Buffer.byteLength(nodeValue)
        continue
      }
      const block = BLOCK.test(nodeName) || nodeName === 'BR'
      apart ||= block
      walk(child)
      apart ||= block
    }
  }
  walk(parseHtml(html).body)
  const before = (position: number, counts: (at: number) => boolean): number => position + breaks.filter(counts).length
  return { text, start: (position) => before(position, (at) => at <= position), end: (position) => before(position, (at) => at < position) }
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': '\u00A0', '&amp;': '&' }

/** The words of a passage that Taguette keeps as HTML; it writes no other entities. */
export const snippetText = (html: string): string =>
  html.replace(/<\/?([a-z][a-z0-9]*)[^>]*>/gi, (_tag, name: string) => (BLOCK.test(name) || /^br$/i.test(name) ? '\n' : '')).replace(/&(?:lt|gt|quot|nbsp|amp);/g, (entity) => entities[entity] ?? entity)
