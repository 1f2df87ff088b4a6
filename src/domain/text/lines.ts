import { trimmedSpan, type Span } from './span'

/** A line of a text that says something, without the white space at its ends. */
export interface Line extends Span {
  readonly text: string
}

/** The lines of a canonical text from the top down, empty ones left out. */
export function linesOf(text: string): Line[] {
  const found: Line[] = []
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const span = trimmedSpan(text, { start, end })
    if (span) found.push({ ...span, text: text.slice(span.start, span.end) })
    start = end + 1
  }
  return found
}

/** A line as lines are compared: in lower case, its words with single spaces between them, signs left out, numbers as 0. */
export const bare = (line: string): string => (line.toLowerCase().match(WORDS) ?? []).map((word) => (NUMBER.test(word) ? '0' : word)).join(' ').replace(/\b0(?: 0\b)+/g, '0')

const WORDS = /[\p{L}\p{M}@][\p{L}\p{M}\p{N}@-]*|\p{N}+/gu
const NUMBER = /^\p{N}/u

/**
 * What a passage says, for finding the same in another article: its lines as `bare` compares them, each once. A notice that
 * stands twice in one article and once in another says the same. Of signs alone it is the signs.
 */
export const sayingOf = (quote: string): string => [...new Set(linesOf(quote).map((line) => bare(line.text) || line.text))].join('\n')
