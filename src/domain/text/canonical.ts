import type { Span } from './span'

/**
 * The canonical text of an article: no byte order mark, line ends as LF, everything else exactly as decoded
 * (homoglyphs, odd spaces and misprints stay). Every offset in the project counts in this text.
 */
export function canonicalText(decoded: string): string {
  const body = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded
  return body.replace(/\r\n?/g, '\n')
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\-.]*/gu

/** A span grown to the ends of the words it cuts, as `countWords` counts them. */
export function wholeWords(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end]
  for (const { index, 0: word } of text.matchAll(WORD)) {
    if (index < start && start < index + word.length) from = index
    if (index < end && end < index + word.length) to = index + word.length
  }
  return { start: from, end: to }
}

/** Number of words: runs of letters and digits, with inner apostrophes, hyphens and full stops. */
export function countWords(text: string): number {
  let count = 0
  for (const _ of text.matchAll(WORD)) count += 1
  return count
}

/** Words of a stretch of text without those in `away`. @param away spans that don't overlap one another */
export const countWordsWithout = (text: string, within: Span, away: readonly Span[]): number =>
  away.reduce((sum, { start, end }) => sum - countWords(text.slice(Math.max(start, within.start), Math.max(within.start, Math.min(end, within.end)))), countWords(text.slice(within.start, within.end)))
