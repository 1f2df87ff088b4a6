import type { Matched } from './matchedWords'
import type { Prepared } from './prepared'

/** A part of each of two sentences: words by their places in the sentence, half-open. */
export interface Window {
  readonly a0: number
  readonly a1: number
  readonly b0: number
  readonly b1: number
}

/** What a word that only one side has takes away, in its own weight; and what any word takes or gives. */
const ALONE = 0.3
const ANY = 0.03
const MOST = 3
const ROUNDS = 5
/** What a window must be worth. */
const LEAST = 0.3

/**
 * The parts of two sentences that say the same, the one with most first: the two stretches whose common words outweigh most what
 * only one of them has, in whatever order the words stand.
 */
export function windowsOf(a: Prepared, b: Prepared, matched: Matched): readonly Window[] {
  const found: Window[] = []
  const [takenA, takenB] = [new Uint8Array(matched.inB.length), new Uint8Array(matched.inA.length)]
  while (found.length < MOST) {
    let window: Window = { a0: 0, a1: takenA.length, b0: 0, b1: takenB.length }
    let worth = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = window
      const inA = densest(takenA.length, (i) => value(takenA[i], matched.inB[i], before.b0, before.b1, matched.worth[i], a.weights[matched.a + i]))
      const inB = densest(takenB.length, (j) => value(takenB[j], matched.inA[j], inA.start, inA.end, matched.worth[matched.inA[j] ?? 0], b.weights[matched.b + j]))
      window = { a0: inA.start, a1: inA.end, b0: inB.start, b1: inB.end }
      worth = inB.sum
      if (window.a0 === before.a0 && window.a1 === before.a1 && window.b0 === before.b0 && window.b1 === before.b1) break
    }
    if (worth < LEAST || window.a0 >= window.a1 || window.b0 >= window.b1) break
    const trimmed = trim(matched, window)
    if (trimmed) found.push(trimmed)
    takenA.fill(1, window.a0, window.a1)
    takenB.fill(1, window.b0, window.b1)
  }
  return found
}

function value(taken: number | undefined, other: number | undefined, from: number, to: number, worth: number | undefined, weight: number | undefined): number {
  if (taken === 1) return Number.NEGATIVE_INFINITY
  return other !== undefined && other >= from && other < to ? (worth ?? 0) + ANY : -ALONE * (weight ?? 0) - ANY
}

/** The stretch with the greatest sum (Kadane); the first of several. */
function densest(length: number, valueAt: (at: number) => number): { readonly start: number; readonly end: number; readonly sum: number } {
  let best = { start: 0, end: 0, sum: 0 }
  let [start, sum, gap] = [0, 0, 0]
  for (let at = 0; at < length; at += 1) {
    const value = valueAt(at)
    // Whoever puts something in puts in a phrase: its further words tell less against the rest.
    gap = value < 0 ? gap + 1 : 0
    sum += value < 0 ? value * 4 / (3 + gap) : value
    if (sum <= 0) [start, sum] = [at + 1, 0]
    else if (sum > best.sum) best = { start, end: at + 1, sum }
  }
  return best
}

/** Without words at the ends that the other side has not; undefined when nothing is left. */
function trim({ inB, inA }: Matched, { a0, a1, b0, b1 }: Window): Window | undefined {
  const has = (list: Int16Array, at: number, from: number, to: number): boolean => (list[at] ?? -1) >= from && (list[at] ?? -1) < to
  const own = { a0, a1, b0, b1 }
  while (own.a0 < own.a1 && !has(inB, own.a0, b0, b1)) own.a0 += 1
  while (own.a0 < own.a1 && !has(inB, own.a1 - 1, b0, b1)) own.a1 -= 1
  while (own.b0 < own.b1 && !has(inA, own.b0, own.a0, own.a1)) own.b0 += 1
  while (own.b0 < own.b1 && !has(inA, own.b1 - 1, own.a0, own.a1)) own.b1 -= 1
  return own.a0 < own.a1 && own.b0 < own.b1 ? own : undefined
}
