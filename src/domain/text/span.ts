/** A stretch of an article's canonical text: UTF-16 code units, half-open, `start < end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

/** True when cutting `text` at `offset` would tear a surrogate pair apart. */
export function splitsPair(text: string, offset: number): boolean {
  return offset > 0 && offset < text.length && isLowSurrogate(text.charCodeAt(offset)) && isHighSurrogate(text.charCodeAt(offset - 1))
}

/**
 * The nearest legal span: inside the text, ends in order, and grown outwards where an end would tear a surrogate pair.
 * @returns undefined when nothing is left of it.
 */
export function legalSpan(text: string, a: number, b: number): Span | undefined {
  let start = Math.max(0, Math.min(a, b))
  let end = Math.min(text.length, Math.max(a, b))
  if (start >= end) return undefined
  if (splitsPair(text, start)) start -= 1
  if (splitsPair(text, end)) end += 1
  return { start, end }
}

/** The span without white space at its ends, as a reader means it; undefined when there is only white space. */
export function trimmedSpan(text: string, span: Span): Span | undefined {
  const body = text.slice(span.start, span.end)
  const start = span.start + (body.length - body.trimStart().length)
  const end = span.end - (body.length - body.trimEnd().length)
  return start < end ? { start, end } : undefined
}
