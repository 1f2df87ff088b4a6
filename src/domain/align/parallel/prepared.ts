import type { EventText } from '../../synopsis/parallel'
import { fold, spanOf } from '../../text/fold'
import { quotations } from '../../text/quotations'
import { paragraphs, sentences, words as segmentedWords } from '../../text/segments'
import type { Span } from '../../text/span'
import { keptStretches } from '../kept'
import type { Lexicon } from './lexicon'
import { isEnglish, type Writing } from './languages'
import { postingsOf, type Postings } from './postings'
import { noRuns, wordRuns, type WordRuns } from './wordRuns'

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

export const NAME = 1
const NUMBER = 2
export const VENUE = 3

/** A name tells who, not what: everybody who writes of an event has it. */
const NAME_WEIGHT = 0.3
const NUMBER_WEIGHT = 0.8
/** Where something is tells more: the name of a place behind "at". */
const VENUE_WEIGHT = 0.7
/** Where more words than this have a capital within sentences, as in German or a headline, it says nothing. */
const MOST_CAPITALS = 0.24
/** Words of a sentence: what goes on without an end is cut after so many. */
export const LONGEST = 90

/** UTF-16 units of a paragraph that are taken apart at once. */
const PIECE = 4_000

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:'[\p{L}\p{M}]+)*/gu
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** What a sentence, a quotation or a line begins behind. */
const BEGINNERS = new Set('\n.!?:…•|“”„«»‘"(])[')
/** So many words tell whether capitals mean something. */
const ENOUGH = 200

interface Keyed extends Span {
  readonly key: string
}

interface Word extends Keyed {
  readonly sentence: number
}

/** Reads a text once, for all it is compared with. */
export function prepare({ id, text, language, excluded }: EventText, writing: Writing, lexicon: Lexicon): Prepared {
  const found: Word[] = []
  const first: number[] = []
  const all = wordsOf(text, language)
  let at = 0
  for (const stretch of sentencesOf(text, excluded, language)) {
    const before = found.length
    while ((all[at]?.start ?? Number.POSITIVE_INFINITY) < stretch.start) at += 1
    for (let word = all[at]; word && word.end <= stretch.end; word = all[at]) {
      if (found.length === before || found.length === (first.at(-1) ?? 0) + LONGEST) first.push(found.length)
      found.push({ ...word, sentence: first.length - 1 })
      at += 1
    }
  }
  const english = isEnglish(writing)
  const size = found.length
  const one: Prepared = {
    article: id, writing,
    starts: Int32Array.from(found, ({ start }) => start), ends: Int32Array.from(found, ({ end }) => end),
    words: new Int32Array(size), stems: new Int32Array(size), senses: new Int32Array(size),
    weights: new Float32Array(size), marks: marksOf(text, found),
    sentence: Int32Array.from(found, ({ sentence }) => sentence), quotation: new Int32Array(size).fill(-1),
    sentences: Int32Array.from([...first, size]), quotations: new Int32Array(0), postings: postingsOf([], []), runs: noRuns, quotedRuns: noRuns,
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
  return { ...one, quotations: quoted, postings: postingsOf(one.senses, one.sentence), runs: wordRuns(one.words, RUN, null), quotedRuns: wordRuns(one.words, QUOTED_RUN, one.quotation) }
}

function* sentencesOf(text: string, excluded: readonly Span[], language: string): Iterable<Span> {
  for (const kept of keptStretches(text.length, excluded)) {
    for (const { start, end } of paragraphs(text.slice(kept.start, kept.end))) {
      for (const piece of piecesOf(text, { start: kept.start + start, end: kept.start + end })) yield* sentences(text, piece, language)
    }
  }
}

/** A paragraph in parts, behind a full stop where there is one: what takes sentences apart is slow with very long ones. */
function* piecesOf(text: string, { start, end }: Span): Iterable<Span> {
  let from = start
  while (end - from > PIECE) {
    const stop = Math.max(text.lastIndexOf('. ', from + PIECE), text.lastIndexOf('。', from + PIECE))
    const cut = stop > from ? stop + 1 : Math.max(text.lastIndexOf(' ', from + PIECE), from) + 1
    const to = cut > from + 1 ? cut : from + PIECE
    yield { start: from, end: to }
    from = to
  }
  if (from < end) yield { start: from, end }
}

function wordsOf(text: string, language: string): readonly Keyed[] {
  const folded = fold(text)
  const whole = (): string => text
  const found: Keyed[] = []
  for (const { 0: key, index } of folded.text.matchAll(WORD)) {
    const { start, end } = spanOf(folded, whole, index, index + key.length)
    if (UNSPACED.test(key)) for (const word of segmentedWords(text, { start, end }, language)) found.push({ key: fold(text.slice(word.start, word.end)).text, ...word })
    else found.push({ key, start, end })
  }
  return found
}

/** Names have a capital where no sentence begins; numbers begin with a digit. */
function marksOf(text: string, words: readonly Word[]): Uint8Array {
  const marks = new Uint8Array(words.length)
  const names = new Set<string>()
  let [capitals, within] = [0, 0]
  for (const [at, { start, key }] of words.entries()) {
    if (/^\d/u.test(key)) marks[at] = NUMBER
    else if (!begins(text, start)) {
      within += 1
      if (!isCapital(text, start)) continue
      capitals += 1
      marks[at] = NAME
      names.add(key)
    }
  }
  if (capitals > within * MOST_CAPITALS && within > ENOUGH) return marks.map((mark) => (mark === NAME ? 0 : mark))
  for (const [at, { start, key }] of words.entries()) {
    if (marks[at] === 0 && names.has(key) && isCapital(text, start)) marks[at] = NAME
    if (marks[at] !== NAME) continue
    const [before, second] = [words[at - 1], words[at - 2]]
    const goesOn = marks[at - 1] === VENUE && start === (before?.end ?? 0) + 1
    if (goesOn || before?.key === 'at' || (second?.key === 'at' && (before?.key === 'the' || before?.key === 'a'))) marks[at] = VENUE
  }
  return marks
}

function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : /\p{Lu}/u.test(text.charAt(at))
}

/** Whether a sentence, a quotation or a line begins there. */
function begins(text: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && (text.charAt(before) === ' ' || text.charAt(before) === '\t' || text.charAt(before) === '\u00a0')) before -= 1
  return before < 0 || BEGINNERS.has(text.charAt(before))
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
