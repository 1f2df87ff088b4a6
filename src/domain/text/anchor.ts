import { splitsPair, type Span } from './span'

/** How many UTF-16 units of context an anchor keeps on each side of its quote. */
export const CONTEXT = 32

/** A span that can be found again in a changed text: its position, its words and what stood around them. */
export interface Anchor extends Span {
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
}

export function anchorAt(text: string, span: Span): Anchor {
  const from = Math.max(0, span.start - CONTEXT)
  const to = Math.min(text.length, span.end + CONTEXT)
  return {
    start: span.start,
    end: span.end,
    quote: text.slice(span.start, span.end),
    prefix: text.slice(splitsPair(text, from) ? from + 1 : from, span.start),
    suffix: text.slice(span.end, splitsPair(text, to) ? to - 1 : to),
  }
}

/** The quotation as one string; what lies between several spans reads as an omission. */
export const quoteOf = (anchors: readonly Anchor[]): string => anchors.map((anchor) => anchor.quote).join(' […] ')

/** True when the quote still stands at its position. */
export const holds = (text: string, anchor: Anchor): boolean => text.slice(anchor.start, anchor.end) === anchor.quote

/**
 * Where an anchor's quote stands in `text`: at its position if it still does, otherwise the occurrence whose
 * context agrees most, and of equals the one nearest to the old position.
 * @returns undefined when the quote does not occur
 */
export function locate(text: string, anchor: Anchor): Span | undefined {
  if (anchor.quote === '') return undefined
  if (holds(text, anchor)) return { start: anchor.start, end: anchor.end }
  let best: { span: Span; context: number; distance: number } | undefined
  for (let at = text.indexOf(anchor.quote); at !== -1; at = text.indexOf(anchor.quote, at + 1)) {
    const span = { start: at, end: at + anchor.quote.length }
    const context = sharedEnd(text.slice(0, at), anchor.prefix) + sharedStart(text.slice(span.end, span.end + CONTEXT), anchor.suffix)
    const distance = Math.abs(at - anchor.start)
    if (!best || context > best.context || (context === best.context && distance < best.distance)) best = { span, context, distance }
  }
  return best?.span
}

function sharedStart(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n += 1
  return n
}

function sharedEnd(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n += 1
  return n
}
