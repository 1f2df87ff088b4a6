import { NAME } from './marks'
import type { Prepared } from './prepared'
import { eachShared } from './wordRuns'

/** A sense in more pairs of sentences than this finds none: it is everywhere. */
const MOST_MET = 400
/** What two sentences must share to be looked at, in quotation marks on both sides, and otherwise in words that are no names. */
const LEAST_QUOTED = 0.45
const LEAST = 1.4
/** Otherwise so many, each of so much weight. */
const WORDS = 2
const TELLING = 0.25
/** How much a word loses by being in many sentences of both texts. */
const LOSS = 0.25

/** Where the comparison of two texts keeps what it needs, so that it is not made anew for each two. */
export class Scratch {
  /** By sense: index into the other text's postings, how much of its weight is left, and its first place in a sentence. */
  slots = new Int32Array(0)
  left = new Float32Array(0)
  first = new Int16Array(0)

  reserve(senses: number): void {
    if (this.slots.length >= senses) return
    this.slots = new Int32Array(senses * 2).fill(-1)
    this.left = new Float32Array(senses * 2)
    this.first = new Int16Array(senses * 2).fill(-1)
  }
}

/** Finds the pairs of sentences of two texts that may say the same. */
export class LikelySentences {
  /** Index into the other text's postings, by sense. */
  #other: Int32Array
  readonly #sums: Float32Array
  readonly #quotedSums: Float32Array
  readonly #counts: Uint8Array
  readonly #quoted: Uint8Array

  constructor(private readonly a: Prepared, private readonly b: Prepared, private readonly scratch: Scratch, senses: number) {
    scratch.reserve(senses)
    this.#other = scratch.slots
    this.#sums = new Float32Array(b.sentences.length)
    this.#quotedSums = new Float32Array(b.sentences.length)
    this.#counts = new Uint8Array(b.sentences.length)
    this.#quoted = quotedSentences(b)
    this.#meet(true)
  }

  /** Gives the scratch back. */
  end(): void {
    this.#meet(false)
  }

  #meet(begin: boolean): void {
    const [p, q] = [this.a.postings, this.b.postings]
    for (let i = 0, k = 0; i < p.senses.length && k < q.senses.length;) {
      const [x = 0, y = 0] = [p.senses[i], q.senses[k]]
      if (x === y) {
        const met = ((p.from[i + 1] ?? 0) - (p.from[i] ?? 0)) * ((q.from[k + 1] ?? 0) - (q.from[k] ?? 0))
        this.scratch.left[x] = begin ? 1 / (1 + LOSS * Math.log(met)) : 0
        this.#other[x] = begin && met <= MOST_MET ? k : -1
      }
      if (x <= y) i += 1
      if (y <= x) k += 1
    }
  }

  /** Calls with numbers of sentences of both. */
  each(take: (a: number, b: number) => void): void {
    const { a, b } = this
    const runs = new Map<number, Set<number>>()
    for (const [x, y] of [[a.runs, b.runs], [a.quotedRuns, b.quotedRuns]] as const) eachShared(x, y, (own, other) => { note(a, b, own, other, x.length, runs) })
    for (let own = 0; own + 1 < a.sentences.length; own += 1) {
      const touched = this.#count(own)
      const further = runs.get(own)
      for (const other of touched) {
        if ((this.#isLikely(other) || further?.has(other)) && (a !== b || other > own)) take(own, other)
        this.#sums[other] = this.#quotedSums[other] = this.#counts[other] = 0
      }
      if (further) for (const other of further) if (!touched.includes(other) && (a !== b || other > own)) take(own, other)
    }
  }

  #isLikely(other: number): boolean {
    return (this.#quotedSums[other] ?? 0) >= LEAST_QUOTED || ((this.#sums[other] ?? 0) >= LEAST && (this.#counts[other] ?? 0) >= WORDS)
  }

  #count(own: number): readonly number[] {
    const { a, b } = this
    const touched: number[] = []
    const seen: number[] = []
    for (let at = a.sentences[own] ?? 0; at < (a.sentences[own + 1] ?? 0); at += 1) {
      const sense = a.senses[at] ?? 0
      const slot = this.#other[sense] ?? -1
      const weight = (a.weights[at] ?? 0) * (this.scratch.left[sense] ?? 0)
      if (slot < 0 || weight === 0 || seen.includes(sense)) continue
      seen.push(sense)
      const quoted = (a.quotation[at] ?? -1) >= 0
      const telling = (a.weights[at] ?? 0) >= TELLING && a.marks[at] !== NAME
      for (let p = b.postings.from[slot] ?? 0; p < (b.postings.from[slot + 1] ?? 0); p += 1) {
        const other = b.postings.list[p] ?? 0
        if (this.#sums[other] === 0) touched.push(other)
        this.#sums[other] = (this.#sums[other] ?? 0) + weight
        if (quoted && this.#quoted[other] === 1) this.#quotedSums[other] = (this.#quotedSums[other] ?? 0) + weight
        if (telling) this.#counts[other] = (this.#counts[other] ?? 0) + 1
      }
    }
    return touched
  }
}

function quotedSentences({ sentences, sentence, quotation }: Prepared): Uint8Array {
  const found = new Uint8Array(sentences.length)
  for (let at = 0; at < sentence.length; at += 1) if ((quotation[at] ?? -1) >= 0) found[sentence[at] ?? 0] = 1
  return found
}

/** Notes which sentences so many words in a row belong to. */
function note(a: Prepared, b: Prepared, own: number, other: number, length: number, into: Map<number, Set<number>>): void {
  for (let n = 0; n < length; n += 1) {
    const [x, y] = [a.sentence[own + n] ?? 0, b.sentence[other + n] ?? 0]
    const known = into.get(x)
    if (known) known.add(y)
    else into.set(x, new Set([y]))
  }
}
