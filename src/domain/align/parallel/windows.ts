import type { MatchedWords } from './matchedWords'
import type { Prepared } from './prepared'
import { LONGEST } from './readWords'

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
const LEAST = 0.2

/** What one side of two sentences is weighed by; used again for all of them. */
class Side {
  readonly taken = new Uint8Array(LONGEST)
  readonly cost = new Float32Array(LONGEST)
  readonly gain = new Float32Array(LONGEST)
  /** From the first to behind the last word that the other side has. */
  low = 0
  size = 0
  start = 0
  end = 0
  sum = 0

  begin(size: number, weights: Float32Array, from: number, others: Int16Array): void {
    this.size = size
    this.low = 0
    while (this.low < this.size && (others[this.low] ?? -1) < 0) this.low += 1
    while (this.size > this.low && (others[this.size - 1] ?? -1) < 0) this.size -= 1
    this.taken.fill(0, 0, size)
    for (let at = this.low; at < this.size; at += 1) this.cost[at] = ALONE * (weights[from + at] ?? 0) + ANY
  }

  /**
   * Finds the stretch with the greatest sum (Kadane), the first of several.
   * @param others of each word, what stands for it on the other side, where it counts from `low` to before `high`
   */
  find(others: Int16Array, low: number, high: number): boolean {
    const { start, end, taken, gain, cost } = this
    this.start = this.end = this.sum = 0
    let [from, sum, gap] = [this.low, 0, 0]
    for (let at = this.low; at < this.size; at += 1) {
      const other = others[at] ?? -1
      if (taken[at] === 1) sum = 0
      else if (other >= low && other < high) {
        sum += gain[at] ?? 0
        gap = 0
      } else {
        // Whoever puts something in puts in a phrase: its further words tell less against the rest.
        gap += 1
        sum -= (cost[at] ?? 0) * 4 / (3 + gap)
      }
      if (sum <= 0) {
        sum = 0
        from = at + 1
        gap = 0
      } else if (sum > this.sum) {
        this.sum = sum
        this.start = from
        this.end = at + 1
      }
    }
    return this.start !== start || this.end !== end
  }

  /** Leaves out what the other side has not, at both ends. */
  trim(others: Int16Array, low: number, high: number): void {
    const has = (at: number): boolean => (others[at] ?? -1) >= low && (others[at] ?? -1) < high
    while (this.start < this.end && !has(this.start)) this.start += 1
    while (this.start < this.end && !has(this.end - 1)) this.end -= 1
  }

  /** Leaves out words that tell nothing and stand just beyond a quotation mark. */
  trimMarks({ weights, quotation }: Prepared, from: number): void {
    const beyond = (at: number, next: number): boolean => weights[from + at] === 0 && quotation[from + at] !== quotation[from + next]
    while (this.end - this.start > 1 && beyond(this.start, this.start + 1)) this.start += 1
    while (this.end - this.start > 1 && beyond(this.end - 1, this.end - 2)) this.end -= 1
  }
}

/** Finds the parts of two sentences that say the same. */
export class Windows {
  readonly #a = new Side()
  readonly #b = new Side()

  constructor(private readonly matched: MatchedWords) {}

  /**
   * The two stretches whose common words outweigh most what only one of them has, in whatever order the words stand; then the
   * next two of what is left.
   */
  find(): readonly Window[] {
    const [a, b] = [this.#a, this.#b]
    const { inA, inB, worth, sizeA, sizeB, startA, startB } = this.matched
    a.begin(sizeA, this.matched.a.weights, startA, inB)
    b.begin(sizeB, this.matched.b.weights, startB, inA)
    // What may be gained at most from what is left.
    let left = 0
    for (let at = a.low; at < a.size; at += 1) {
      const other = inB[at] ?? -1
      if (other < 0) continue
      const gain = (worth[at] ?? 0) + ANY
      a.gain[at] = gain
      b.gain[other] = gain
      left += gain
    }
    const found: Window[] = []
    while (found.length < MOST && left >= LEAST) {
      b.start = 0
      b.end = sizeB
      for (let round = 0; round < ROUNDS; round += 1) {
        const moved = a.find(inB, b.start, b.end)
        if (!b.find(inA, a.start, a.end) && !moved) break
      }
      if (b.sum < LEAST || a.end === a.start) break
      a.taken.fill(1, a.start, a.end)
      b.taken.fill(1, b.start, b.end)
      for (let at = a.start; at < a.end; at += 1) if ((inB[at] ?? -1) >= 0) left -= a.gain[at] ?? 0
      a.trim(inB, b.start, b.end)
      b.trim(inA, a.start, a.end)
      a.trimMarks(this.matched.a, startA)
      b.trim(inA, a.start, a.end)
      b.trimMarks(this.matched.b, startB)
      a.trim(inB, b.start, b.end)
      if (a.start < a.end && b.start < b.end) found.push({ a0: a.start, a1: a.end, b0: b.start, b1: b.end })
    }
    return found
  }
}
