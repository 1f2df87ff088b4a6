import type { Heading } from '../../domain/project/article'

/** A text and the lines of it that are headings. */
export interface HeadedText {
  readonly text: string
  readonly headings: readonly Heading[]
}

/**
 * The text of an article begins with its headline, so that it can be coded, and an empty line. Where the body begins
 * with it already, nothing is added; it is marked as a heading of level 1 in either case.
 */
export function withHeadline(headline: string, { text, headings }: HeadedText): HeadedText {
  const first = text.split('\n', 1)[0] ?? ''
  if (headline === '') return { text, headings }
  if (oneLine(first) === oneLine(headline)) {
    const later = headings.filter(({ start }) => start >= first.length)
    return { text, headings: [{ start: 0, end: first.length, level: 1 }, ...later] }
  }
  const line = oneLine(headline)
  const before = line.length + 2
  const moved = headings.map(({ start, end, level }) => ({ start: start + before, end: end + before, level }))
  return { text: text === '' ? line : `${line}\n\n${text}`, headings: [{ start: 0, end: line.length, level: 1 }, ...moved] }
}

/** The heading that a text begins with; empty where it begins otherwise. */
export const firstHeading = ({ text, headings: [first] }: HeadedText): string => (first?.start === 0 ? text.slice(0, first.end) : '')

/** What is text of a heading but may be broken over lines, as one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Paragraph after paragraph with an empty line between them; `tight` ones follow on the next line. */
export function joined(paragraphs: Iterable<{ readonly text: string; readonly heading: number | null; readonly tight: boolean }>): HeadedText {
  const pieces: string[] = []
  const headings: Heading[] = []
  let length = 0
  for (const { text, heading, tight } of paragraphs) {
    const between = length === 0 ? '' : tight ? '\n' : '\n\n'
    pieces.push(between, text)
    length += between.length + text.length
    if (heading !== null) headings.push({ start: length - text.length, end: length, level: heading })
  }
  return { text: pieces.join(''), headings }
}
