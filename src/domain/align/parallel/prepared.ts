import type { EventText } from '../../synopsis/parallel'
import { fold, spanOf } from '../../text/fold'
import { quotations } from '../../text/quotations'
import { paragraphs, sentences, words as segmentedWords } from '../../text/segments'
import type { Span } from '../../text/span'
import { keptStretches } from '../kept'
import type { Lexicon } from './lexicon'
import type { Writing } from './languages'
import { postingsOf, type Postings } from './postings'

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
}

export const NAME = 1
export const NUMBER = 2
export const VENUE = 3

/** A name tells who, not what: everybody who writes of an event has it. */
const NAME_WEIGHT = 0.3
const NUMBER_WEIGHT = 0.8
/** Where something is tells more: the name of a place behind "at". */
const VENUE_WEIGHT = 0.7
const AT_VENUE = /(?:^|\s)at (?:the |a |an )?$/u
const BEFORE_VENUE = 8
/** Where more words than this have a capital within sentences, as in German or a headline, it says nothing. */
const MOST_CAPITALS = 0.24
/** What goes on without an end to a sentence is cut after so many words. */
const LONGEST = 90

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:'[\p{L}\p{M}]+)*/gu
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** What a sentence, a quotation or a line begins behind. */
const BEGINS = /(?:^|[\n.!?:…•|“”„«»‘"(\][)])\s*$/u
const AROUND = 3

interface Word extends Span {
  readonly key: string
  readonly sentence: number
}

/** Reads a text once, for all it is compared with. */
export function prepare({ id, text, language, excluded }: EventText, writing: Writing, lexicon: Lexicon): Prepared {
  const found: Word[] = []
  const first: number[] = []
  for (const stretch of sentencesOf(text, excluded, language)) {
    const before = found.length
    for (const { key, start, end } of wordsIn(text, stretch, language)) {
      if (found.length === (first.at(-1) ?? -1) + LONGEST) first.push(found.length)
      else if (found.length === before) first.push(before)
      found.push({ key, start, end, sentence: first.length - 1 })
    }
  }
  const english = writing.script === 'Latin' && (writing.language === 'en' || writing.language === '')
  const size = found.length
  const one: Prepared = {
    article: id, writing,
    starts: Int32Array.from(found, ({ start }) => start), ends: Int32Array.from(found, ({ end }) => end),
    words: new Int32Array(size), stems: new Int32Array(size), senses: new Int32Array(size),
    weights: new Float32Array(size), marks: marksOf(text, found),
    sentence: Int32Array.from(found, ({ sentence }) => sentence), quotation: new Int32Array(size).fill(-1),
    sentences: Int32Array.from([...first, size]), quotations: new Int32Array(0), postings: postingsOf([], []),
  }
  for (const [at, { key }] of found.entries()) {
    const { word, stem, sense, weight } = lexicon.entry(key, english)
    one.words[at] = word
    one.stems[at] = stem
    one.senses[at] = sense
    const mark = one.marks[at]
    one.weights[at] = mark === NAME ? weight * NAME_WEIGHT : mark === VENUE ? weight * VENUE_WEIGHT : mark === NUMBER ? Math.min(weight, NUMBER_WEIGHT) : weight
  }
  const quoted = quotationsIn(quotations(text), one)
  return { ...one, quotations: quoted, postings: postingsOf(one.senses, one.sentence) }
}

function* sentencesOf(text: string, excluded: readonly Span[], language: string): Iterable<Span> {
  for (const kept of keptStretches(text.length, excluded)) {
    for (const { start, end } of paragraphs(text.slice(kept.start, kept.end))) yield* sentences(text, { start: kept.start + start, end: kept.start + end }, language)
  }
}

function wordsIn(text: string, within: Span, language: string): readonly (Span & { readonly key: string })[] {
  const own = text.slice(within.start, within.end)
  const folded = fold(own)
  const found = Array.from(folded.text.matchAll(WORD), ({ 0: key, index }) => {
    const { start, end } = spanOf(folded, () => own, index, index + key.length)
    return { key, start: within.start + start, end: within.start + end }
  })
  if (!UNSPACED.test(own)) return found
  return found.flatMap((word) => (UNSPACED.test(word.key) ? segmentedWords(text, word, language).map(({ start, end }) => ({ key: fold(text.slice(start, end)).text, start, end })) : [word]))
}

/** Names have a capital where no sentence begins; numbers begin with a digit. */
function marksOf(text: string, words: readonly Word[]): Uint8Array {
  const marks = new Uint8Array(words.length)
  let [capitals, within] = [0, 0]
  for (const [at, { start, key }] of words.entries()) {
    const initial = text.slice(start, start + 1)
    if (/^\d/u.test(key)) marks[at] = NUMBER
    else if (BEGINS.test(text.slice(Math.max(0, start - AROUND), start))) continue
    else {
      within += 1
      if (!/\p{Lu}/u.test(initial)) continue
      capitals += 1
      marks[at] = NAME
    }
  }
  if (capitals > within * MOST_CAPITALS && within > 200) return marks.map((mark) => (mark === NAME ? 0 : mark))
  const names = new Set(words.filter((_, at) => marks[at] === NAME).map(({ key }) => key))
  for (const [at, { start, key }] of words.entries()) {
    if (marks[at] === 0 && names.has(key) && /\p{Lu}/u.test(text.slice(start, start + 1))) marks[at] = NAME
  }
  for (const [at, { start }] of words.entries()) {
    const before = words[at - 1]
    if (marks[at] === NAME && (AT_VENUE.test(text.slice(Math.max(0, start - BEFORE_VENUE), start)) || (marks[at - 1] === VENUE && before && start === before.end + 1))) marks[at] = VENUE
  }
  return marks
}

/** Notes for each word which quotation it is in. */
function quotationsIn(spans: readonly Span[], { starts, ends, quotation }: Prepared): Int32Array {
  const found: number[] = []
  for (const { start, end } of spans) {
    const first = firstFrom(starts, start)
    let at = first
    // What is quoted within a quotation is one of its own.
    for (; at < starts.length && (ends[at] ?? 0) <= end; at += 1) quotation[at] = found.length / 2
    if (at > first) found.push(first, at)
  }
  return Int32Array.from(found)
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
