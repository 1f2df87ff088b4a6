import type { Span } from '../../text/span'
import type { Run } from '../../synopsis/parallel'
import type { MatchedWords } from './matchedWords'
import { NAME, VENUE } from './marks'
import type { Prepared } from './prepared'
import type { Window } from './windows'

/** What speaks for two places saying the same. */
export interface Evidence {
  /** What the common words are worth, and how much of all that both places say besides names that is: 0 to 1. */
  readonly shared: number
  readonly density: number
  /** Common words that tell something and are neither names nor numbers. */
  readonly telling: number
  /** Words in the longest stretch in a row, and what they are worth. */
  readonly row: number
  readonly rowWorth: number
  /** How much of the common words stands within quotation marks on both sides, and on one at least: 0 to 1. */
  readonly bothQuoted: number
  readonly quoted: number
  /** Whether the longest stretch, and whether the place of one side, has all of a quotation. */
  readonly rowIsQuotation: boolean
  readonly isQuotation: boolean
  /** Whether the place of one side is all of its sentence. */
  readonly isSentence: boolean
  /** How much of the words of the shorter place, telling or not, the other has in order: 0 to 1. */
  readonly covered: number
  /** How much of what the common words are worth stands in the same order: 0 to 1. */
  readonly ordered: number
  /** Common words that name where something is. */
  readonly venue: number
  /** What the common words of both sentences are worth that stand outside. */
  readonly around: number
  readonly runs: readonly Run[]
  /** Words of the shorter place. */
  readonly words: number
  /** All common words. */
  readonly pairs: readonly WordPair[]
}

/** A word of either text, by number, that stand for one another, and what that is worth. */
export interface WordPair {
  readonly i: number
  readonly j: number
  readonly worth: number
}

const TELLING = 0.3
/** What a common word or two outside of quotation marks must be worth. */
const LEAST = 1.4

/** @returns null where there is next to nothing */
export function evidenceOf(matched: MatchedWords, { a0, a1, b0, b1 }: Window): Evidence | null {
  const { a, b } = matched
  let [shared, alone, telling, both, one, around, venue] = [0, 0, 0, 0, 0, 0, 0]
  const pairs: WordPair[] = []
  for (let n = 0; n < matched.sizeA; n += 1) {
    const m = matched.inB[n] ?? -1
    const [i, j] = [matched.startA + n, matched.startB + m]
    if (n < a0 || n >= a1) {
      if (m >= 0 && (m < b0 || m >= b1)) around += matched.worth[n] ?? 0
      continue
    }
    if (m < b0 || m >= b1) {
      if (a.marks[i] !== NAME) alone += a.weights[i] ?? 0
      continue
    }
    const worth = matched.worth[n] ?? 0
    pairs.push({ i, j, worth })
    shared += worth
    if (worth >= TELLING && tells(a.marks[i]) && tells(b.marks[j])) telling += 1
    if (a.marks[i] === VENUE || b.marks[j] === VENUE) venue += 1
    const [p, q] = [(a.quotation[i] ?? -1) >= 0, (b.quotation[j] ?? -1) >= 0]
    if (p && q) both += worth + 0.01
    if (p || q) one += worth + 0.01
  }
  for (let m = b0; m < b1; m += 1) {
    const n = matched.inA[m] ?? -1
    if (n < a0 || n >= a1) alone += b.marks[matched.startB + m] === NAME ? 0 : b.weights[matched.startB + m] ?? 0
  }
  if (one === 0 && shared < LEAST && (telling === 0 || (telling === 1 && Math.min(a1 - a0, b1 - b0) < 3))) return null
  const total = shared + pairs.length * 0.01
  const chain = inOrder(pairs)
  const { runs, row, rowWorth, from } = stretches(a, b, chain)
  return {
    shared, telling, around, venue, row, rowWorth, runs, pairs,
    density: shared / (shared + alone / 2 + 0.001),
    bothQuoted: both / total, quoted: one / total,
    rowIsQuotation: isQuotation(a, from.i, row) || isQuotation(b, from.j, row),
    isQuotation: isQuotation(a, matched.startA + a0, a1 - a0) || isQuotation(b, matched.startB + b0, b1 - b0),
    isSentence: a1 - a0 === matched.sizeA || b1 - b0 === matched.sizeB,
    covered: chain.length / Math.min(a1 - a0, b1 - b0),
    ordered: chain.reduce((sum, { worth }) => sum + worth, 0) / (shared + 0.001),
    words: Math.min(a1 - a0, b1 - b0),
  }
}

const tells = (mark: number | undefined): boolean => mark === 0 || mark === VENUE

/** The most worth of the pairs that stand in the same order on both sides. */
function inOrder(pairs: readonly WordPair[]): readonly WordPair[] {
  const best = pairs.map(({ worth }) => worth + 0.01)
  const before = pairs.map(() => -1)
  let last = -1
  for (const [n, { j, worth }] of pairs.entries()) {
    for (let m = 0; m < n; m += 1) {
      const sum = (best[m] ?? 0) + worth + 0.01
      if ((pairs[m]?.j ?? 0) < j && sum > (best[n] ?? 0)) {
        best[n] = sum
        before[n] = m
      }
    }
    if (last < 0 || (best[n] ?? 0) > (best[last] ?? 0)) last = n
  }
  const chain: WordPair[] = []
  for (let n = last; n >= 0; n = before[n] ?? -1) {
    const pair = pairs[n]
    if (pair) chain.push(pair)
  }
  return chain.reverse()
}

interface Stretches {
  readonly runs: readonly Run[]
  readonly row: number
  readonly rowWorth: number
  /** The first words of the longest. */
  readonly from: { readonly i: number; readonly j: number }
}

/** The stretches of equal words in the order of both texts. */
export const runsOf = (a: Prepared, b: Prepared, pairs: readonly WordPair[]): readonly Run[] => stretches(a, b, inOrder(pairs)).runs

/** The stretches of equal words, and the longest of them. */
function stretches(a: Prepared, b: Prepared, chain: readonly WordPair[]): Stretches {
  const runs: Run[] = []
  let [row, rowWorth, from] = [0, 0, { i: -1, j: -1 }]
  for (let n = 0; n < chain.length;) {
    const first = chain[n]
    let [length, worth] = [0, 0]
    for (; first; length += 1) {
      const next = chain[n + length]
      if (!next || next.i !== first.i + length || next.j !== first.j + length || a.words[next.i] !== b.words[next.j]) break
      worth += next.worth
    }
    if (first && length > 0) runs.push({ a: spanOf(a, first.i, length), b: spanOf(b, first.j, length) })
    if (first && length > 0 && (worth + length / 10 > rowWorth + row / 10)) [row, rowWorth, from] = [length, worth, first]
    n += Math.max(1, length)
  }
  return { runs, row, rowWorth, from }
}

function isQuotation({ quotation, quotations }: Prepared, first: number, length: number): boolean {
  const number = quotation[first] ?? -1
  return number >= 0 && (quotations[2 * number] ?? -1) >= first && (quotations[2 * number + 1] ?? 0) <= first + length
}

export const spanOf = ({ starts, ends }: Prepared, first: number, length: number): Span => ({ start: starts[first] ?? 0, end: ends[first + length - 1] ?? 0 })
