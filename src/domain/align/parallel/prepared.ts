import type { EventText } from '../../synopsis/parallel'
import { quotations } from '../../text/quotations'
import type { Span } from '../../text/span'
import type { Lexicon } from './lexicon'
import { isEnglish, type Writing } from './languages'
import { marksOf, NAME, NUMBER, VENUE } from './marks'
import { postingsOf, type Postings } from './postings'
import { readWords } from './readWords'
import { wordRuns, type WordRuns } from './wordRuns'

/** An article as it is compared: its words by number, what is excluded left out. */
export interface Prepared {
  readonly article: string
  readonly writing: Writing
  /** Of each word: where it is in the text, and its numbers in the lexicon. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly words: Int32Array
  readonly stems: Int32Array
  readonly senses: Int32Array
  /** Of each word: how much it tells of what is said, 0 to 1. */
  readonly weights: Float32Array
  /** Of each word: whether it reads like a name, or like a number. */
  readonly marks: Uint8Array
  /** Of each word: the sentence it is in, and the quotation or -1. */
  readonly sentence: Int32Array
  readonly quotation: Int32Array
  /** The first word of each sentence, and one behind the last. */
  readonly sentences: Int32Array
  /** Of each quotation: its first word and the one behind it; half-open. */
  readonly quotations: Int32Array
  readonly postings: Postings
  /** Words in a row that are looked at whatever they are; fewer within quotations. */
  readonly runs: WordRuns
  readonly quotedRuns: WordRuns
}

const RUN = 5
const QUOTED_RUN = 3

/** A name tells who, not what: everybody who writes of an event has it. */
const NAME_WEIGHT = 0.3
const NUMBER_WEIGHT = 0.8
/** Where something is tells more. */
const VENUE_WEIGHT = 0.7

/** Reads a text once, for all it is compared with. */
export function prepare(text: EventText, writing: Writing, lexicon: Lexicon): Prepared {
  const read = readWords(text)
  const { keys, starts, ends, sentence, sentences } = read
  const size = keys.length
  const [words, stems, senses, weights] = [new Int32Array(size), new Int32Array(size), new Int32Array(size), new Float32Array(size)]
  const marks = marksOf(text.text, read)
  const english = isEnglish(writing)
  for (let at = 0; at < size; at += 1) {
    const { word, stem, sense, weight } = lexicon.entry(keys[at] ?? '', english)
    words[at] = word
    stems[at] = stem
    senses[at] = sense
    weights[at] = weighed(weight, marks[at] ?? 0)
  }
  const { quotation, quotations: quoted } = quotationsIn(quotations(text.text), starts, ends)
  return {
    article: text.id, writing, starts, ends, words, stems, senses, weights, marks, sentence, quotation, sentences, quotations: quoted,
    postings: postingsOf(senses, sentence), runs: wordRuns(words, RUN, null), quotedRuns: wordRuns(words, QUOTED_RUN, quotation),
  }
}

const weighed = (weight: number, mark: number): number =>
  mark === NAME ? weight * NAME_WEIGHT : mark === VENUE ? weight * VENUE_WEIGHT : mark === NUMBER ? Math.min(weight, NUMBER_WEIGHT) : weight

/** Which quotation each word is in. */
function quotationsIn(spans: readonly Span[], starts: Int32Array, ends: Int32Array): Pick<Prepared, 'quotation' | 'quotations'> {
  const quotation = new Int32Array(starts.length).fill(-1)
  const found: number[] = []
  for (const { start, end } of spans) {
    const first = firstFrom(starts, start)
    let at = first
    // What is quoted within a quotation is one of its own.
    for (; at < starts.length && (ends[at] ?? 0) <= end; at += 1) quotation[at] = found.length / 2
    if (at > first) found.push(first, at)
  }
  return { quotation, quotations: new Int32Array(found) }
}

/** The first of ascending numbers that is not below one. */
function firstFrom(ascending: Int32Array, least: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}
