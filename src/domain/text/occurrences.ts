import { trimmedSpan, type Span } from './span'

export interface Wanted {
  readonly words: string
  readonly matchCase: boolean
  /** Only where no letter or digit touches it. */
  readonly whole: boolean
}

/**
 * Where a string occurs in a text, in order and without overlaps. White space in it matches any white space, so that a
 * line break does not hide an occurrence.
 * @param most how many are looked for
 */
export function occurrences(text: string, { words, matchCase, whole }: Wanted, most = Number.POSITIVE_INFINITY): Span[] {
  const parts = words.trim().split(/\s+/).filter(Boolean).map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  if (parts.length === 0) return []
  const body = parts.join('\\s+')
  const pattern = new RegExp(whole ? `(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])` : body, matchCase ? 'gu' : 'giu')
  const found: Span[] = []
  for (const { index, 0: hit } of text.matchAll(pattern)) {
    const span = trimmedSpan(text, { start: index, end: index + hit.length })
    if (span) found.push(span)
    if (found.length >= most) break
  }
  return found
}
