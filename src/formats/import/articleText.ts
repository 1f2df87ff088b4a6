import type { Heading } from '../../domain/project/article'
import { oneLine } from './pressArticle'

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
  if (headline === '') return { text, headings }
  const start = Math.max(0, text.search(/\S/))
  const newline = text.indexOf('\n', start)
  const end = start + text.slice(start, newline === -1 ? text.length : newline).trimEnd().length
  if (end - start < 2 * headline.length + 100 && oneLine(text.slice(start, end)) === oneLine(headline)) {
    return { text, headings: [{ start, end, level: 1 }, ...headings.filter((one) => one.start >= end)] }
  }
  const line = oneLine(headline)
  const before = line.length + 2
  const moved = headings.map(({ start, end, level }) => ({ start: start + before, end: end + before, level }))
  return { text: text === '' ? line : `${line}\n\n${text}`, headings: [{ start: 0, end: line.length, level: 1 }, ...moved] }
}

/** The heading that a text begins with; empty where it begins otherwise. */
export const firstHeading = ({ text, headings: [first] }: HeadedText): string => (first?.start === 0 ? text.slice(0, first.end) : '')

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
