import { fold } from '../text/fold'
import { splitsPair, type Span } from '../text/span'

/** A hit with what stands around it. */
export interface Line {
  /** Its number among the hits, in corpus order, from 0. */
  readonly hit: number
  readonly article: string
  /** UTF-16 offsets into the canonical text, half-open. */
  readonly start: number
  readonly end: number
  readonly before: string
  readonly quote: string
  readonly after: string
}

/** Orders of a concordance: that of the corpus, its reverse by date, by outlet, or by the words that stand so far to a side. */
export const lineOrders = ['corpus', 'latest', 'outlet', 'left-1', 'left-2', 'left-3', 'right-1', 'right-2', 'right-3'] as const
export type LineOrder = (typeof lineOrders)[number]

/** What was found so far. */
export interface FindCount {
  readonly hits: number
  /** How many articles have one. */
  readonly articles: number
}

export interface FindResult extends FindCount {
  /** How many texts can't be read. */
  readonly unread: number
  /** True when it ended before the last article, because there were as many hits as are taken. */
  readonly full: boolean
  /** Outlets that have hits, those with most first. */
  readonly outlets: readonly (FindCount & { readonly outlet: string })[]
}

export const nothingFound: FindResult = { hits: 0, articles: 0, unread: 0, full: false, outlets: [] }

/** What stands around a span, so many UTF-16 units to each side, with no character torn apart. */
export function around(text: string, { start, end }: Span, width: number): { readonly before: string; readonly quote: string; readonly after: string } {
  const whole = (offset: number): number => (splitsPair(text, offset) ? offset - 1 : offset)
  return { before: text.slice(whole(Math.max(0, start - width)), start), quote: text.slice(start, end), after: text.slice(end, whole(Math.min(text.length, end + width))) }
}

/** More units than three words have. */
const NEAR = 120
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'-]*/gu
const DEEPEST = 3

/**
 * What a hit is sorted by: the words on a side from the one so far away outwards, folded. `left-2` sorts by the second word to
 * the left, then by the third.
 */
export function wordsBeside(text: string, span: Span, side: 'left' | 'right', from: number): string {
  const { before, after } = around(text, span, NEAR)
  const found = fold(side === 'left' ? before : after).text.match(WORD) ?? []
  const outwards = side === 'left' ? found.slice(-DEEPEST).reverse() : found.slice(0, DEEPEST)
  return outwards.slice(from - 1).join('\u0001')
}

/** The numbers of so many hits in the order of what each is sorted by; those that are equal stay in corpus order. */
export function orderBy(keys: readonly string[]): readonly number[] {
  return keys.map((_, i) => i).sort((a, b) => inOrder(keys[a] ?? '', keys[b] ?? '') || a - b)
}

// What has nothing to be sorted by comes last.
function inOrder(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? 1 : -1
  return a < b ? -1 : 1
}
