import { splitsPair, type Span } from '../text/span'

/** A place shorter than this is hardly understood by itself. In UTF-16 units, as all here. */
const SHORT = 64
const MOST = 56
/** What a sentence ends with, marks of quotation included. */
const ENDS = /[.!?…][”’»"')\]]*\s|\n/gu

/**
 * What of its sentence stands around a place: of a short one some words to both sides, of a long one only marks that adhere
 * to it. Where the sentence goes on there is an ellipsis.
 * @param place within `text`
 */
export function contextOf(text: string, place: Span): { readonly before: string; readonly after: string } {
  const width = place.end - place.start < SHORT ? MOST : 0
  const lead = text.slice(Math.max(0, place.start - SHORT * 4), place.start)
  const begins = Math.max(0, ...Array.from(lead.matchAll(ENDS), ({ 0: end, index }) => index + end.length))
  const before = lead.slice(begins)
  const rest = text.slice(place.end, place.end + SHORT * 4)
  const end = ENDS.exec(rest)
  ENDS.lastIndex = 0
  const after = end ? rest.slice(0, end.index + end[0].trimEnd().length) : rest
  return { before: line(lastOf(before, width)), after: line(firstOf(after, width)) }
}

const line = (part: string): string => part.replace(/\s+/g, ' ')

function lastOf(before: string, width: number): string {
  if (before.trim().length <= width) return before.trimStart()
  const adhering = /[^\s\p{L}\p{N}]*$/u.exec(before)?.[0] ?? ''
  if (before.trim() === adhering) return adhering
  if (width === 0) return `… ${adhering}`
  const cut = before.slice(before.length - width - (splitsPair(before, before.length - width) ? 1 : 0))
  return `… ${cut.replace(/^\S*\s+/, '')}`
}

function firstOf(after: string, width: number): string {
  if (after.trim().length <= width) return after.trimEnd()
  const adhering = /^[^\s\p{L}\p{N}]*/u.exec(after)?.[0] ?? ''
  if (after.trim() === adhering) return adhering
  if (width === 0) return `${adhering} …`
  return `${after.slice(0, width + (splitsPair(after, width) ? 1 : 0)).replace(/\s+\S*$/, '')} …`
}
