import type { Span } from '../text/span'

/** What was typed into a search box, as the words that all have to occur, in lower case. */
export const wordsOf = (typed: string): readonly string[] => typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)

/** True when every word occurs in the text, which is in lower case already. */
export const holdsAll = (lower: string, words: readonly string[]): boolean => words.every((word) => lower.includes(word))

/**
 * Where the words stand in a text, for drawing them: half-open, in order, overlapping ones joined. A text whose
 * lower case has another length than itself has its places where they are in the lower case, as near as can be told.
 */
export function occurrences(text: string, words: readonly string[]): readonly Span[] {
  const lower = text.toLocaleLowerCase()
  const found: Span[] = []
  for (const word of words) {
    for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, at + word.length)) found.push({ start: at, end: at + word.length })
  }
  const joined: Span[] = []
  for (const span of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1)
    if (last && span.start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else joined.push(span)
  }
  return joined
}
