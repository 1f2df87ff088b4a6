import type { Prepared } from './prepared'

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

/** Which words of a sentence of one text stand for which of one of the other. */
export interface Matched {
  /** The first word of each sentence, in the texts. */
  readonly a: number
  readonly b: number
  /** Of each word of `a`'s sentence: that of the other by its place in the sentence, or -1; and the other way round. */
  readonly inB: Int16Array
  readonly inA: Int16Array
  /** Of each word of `a`'s sentence: what its match is worth. */
  readonly worth: Float32Array
}

/** Pairs the words of two sentences, each at most once, those that stand in a row in both first. */
export function matchedWords(a: Prepared, b: Prepared, sa: number, sb: number, left: (sense: number) => number): Matched {
  const [a0, a1, b0, b1] = [a.sentences[sa] ?? 0, a.sentences[sa + 1] ?? 0, b.sentences[sb] ?? 0, b.sentences[sb + 1] ?? 0]
  const matched: Matched = { a: a0, b: b0, inB: new Int16Array(a1 - a0).fill(-1), inA: new Int16Array(b1 - b0).fill(-1), worth: new Float32Array(a1 - a0) }
  const stretches: Stretch[] = []
  for (let i = a0; i < a1; i += 1) {
    const sense = a.senses[i]
    for (let j = b0; j < b1; j += 1) {
      if (b.senses[j] !== sense || (i > a0 && j > b0 && a.senses[i - 1] === b.senses[j - 1])) continue
      let [length, worth] = [0, 0]
      for (; i + length < a1 && j + length < b1 && a.senses[i + length] === b.senses[j + length]; length += 1) worth += worthOf(a, b, i + length, j + length, left)
      if (worth > 0 || length >= EMPTY_RUN) stretches.push({ i: i - a0, j: j - b0, length, worth: worth + IN_A_ROW * length })
    }
  }
  stretches.sort((x, y) => y.worth - x.worth || x.i - y.i || x.j - y.j)
  for (const { i, j, length } of stretches) {
    for (let n = 0; n < length; n += 1) {
      if (matched.inB[i + n] !== -1 || matched.inA[j + n] !== -1) continue
      matched.inB[i + n] = j + n
      matched.inA[j + n] = i + n
      matched.worth[i + n] = worthOf(a, b, a0 + i + n, b0 + j + n, left)
    }
  }
  return matched
}

function worthOf(a: Prepared, b: Prepared, i: number, j: number, left: (sense: number) => number): number {
  const alike = a.words[i] === b.words[j] ? 1 : a.stems[i] === b.stems[j] ? SAME_STEM : SAME_SENSE
  return Math.min(a.weights[i] ?? 0, b.weights[j] ?? 0) * left(a.senses[i] ?? 0) * alike
}
