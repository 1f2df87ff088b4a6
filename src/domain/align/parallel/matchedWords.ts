import type { Scratch } from './likelySentences'
import type { Prepared } from './prepared'
import { LONGEST } from './readWords'

/** Two words of two sentences count as one when stem or sense agree, but for less. */
const SAME_STEM = 0.95
const SAME_SENSE = 0.6
/** A stretch of words in a row goes before single words of the same weight. */
const IN_A_ROW = 0.04
/** Words that tell nothing are taken along in so long a stretch. */
const EMPTY_RUN = 3

interface Stretch {
  readonly i: number
  readonly j: number
  readonly length: number
  readonly worth: number
}

/** Which words of a sentence of one text stand for which of one of the other. One is used for all sentences of two texts. */
export class MatchedWords {
  /** The first word of each sentence, in the texts. */
  startA = 0
  startB = 0
  /** How many words each has. */
  sizeA = 0
  sizeB = 0
  /** Of each word of `a`'s sentence: that of the other by its place in the sentence, or -1; and the other way round. */
  readonly inB = new Int16Array(LONGEST)
  readonly inA = new Int16Array(LONGEST)
  /** Of each word of `a`'s sentence: what its match is worth. */
  readonly worth = new Float32Array(LONGEST)
  /** Of each word of `b`'s sentence: the next of the same sense there, or -1. */
  readonly #next = new Int16Array(LONGEST)

  /** @param scratch with what is left of senses' weights between the two texts */
  constructor(readonly a: Prepared, readonly b: Prepared, private readonly scratch: Scratch) {}

  /** Pairs the words of two sentences, each at most once, those that stand in a row in both first. */
  match(sa: number, sb: number): void {
    this.startA = this.a.sentences[sa] ?? 0
    this.startB = this.b.sentences[sb] ?? 0
    this.sizeA = (this.a.sentences[sa + 1] ?? 0) - this.startA
    this.sizeB = (this.b.sentences[sb + 1] ?? 0) - this.startB
    this.inB.fill(-1, 0, this.sizeA)
    this.inA.fill(-1, 0, this.sizeB)
    this.#note()
    const stretches = this.#stretches().sort((x, y) => y.worth - x.worth || x.i - y.i || x.j - y.j)
    for (const { i, j, length } of stretches) {
      for (let n = 0; n < length; n += 1) {
        if (this.inB[i + n] !== -1 || this.inA[j + n] !== -1) continue
        this.inB[i + n] = j + n
        this.inA[j + n] = i + n
        this.worth[i + n] = this.#worthOf(this.startA + i + n, this.startB + j + n)
      }
    }
  }

  /** Notes where senses are in the sentence of `b`. */
  #note(): void {
    const { first } = this.scratch
    for (let j = this.sizeB - 1; j >= 0; j -= 1) {
      const sense = this.b.senses[this.startB + j] ?? 0
      this.#next[j] = first[sense] ?? -1
      first[sense] = j
    }
  }

  /** And forgets it: the scratch is used for all. */
  #forget(): void {
    for (let j = 0; j < this.sizeB; j += 1) this.scratch.first[this.b.senses[this.startB + j] ?? 0] = -1
  }

  #stretches(): Stretch[] {
    const found: Stretch[] = []
    const [p, q] = [this.a.senses, this.b.senses]
    const { startA, startB } = this
    const { first } = this.scratch
    const [endA, endB] = [startA + this.sizeA, startB + this.sizeB]
    for (let i = startA; i < endA; i += 1) {
      const sense = p[i] ?? 0
      const before = i > startA ? p[i - 1] : -1
      for (let m = first[sense] ?? -1; m >= 0; m = this.#next[m] ?? -1) {
        const j = startB + m
        if (m > 0 && q[j - 1] === before) continue
        let [length, worth] = [0, 0]
        for (; i + length < endA && j + length < endB && p[i + length] === q[j + length]; length += 1) worth += this.#worthOf(i + length, j + length)
        if (worth > 0 || length >= EMPTY_RUN) found.push({ i: i - startA, j: j - startB, length, worth: worth + IN_A_ROW * length })
      }
    }
    this.#forget()
    return found
  }

  #worthOf(i: number, j: number): number {
    const { a, b } = this
    const alike = a.words[i] === b.words[j] ? 1 : a.stems[i] === b.stems[j] ? SAME_STEM : SAME_SENSE
    return Math.min(a.weights[i] ?? 0, b.weights[j] ?? 0) * (this.scratch.left[a.senses[i] ?? 0] ?? 0) * alike
  }
}
