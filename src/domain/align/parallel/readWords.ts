import { fold, spanOf } from '../../text/fold'
import { paragraphs, sentences, words as segmentedWords } from '../../text/segments'
import type { Span } from '../../text/span'
import type { EventText } from '../../synopsis/parallel'
import { keptStretches } from '../kept'

/** The words of a text as far as they are compared. */
export interface ReadWords {
  /** Folded, in lower case. */
  readonly keys: readonly string[]
  /** Of each: where it is in the text. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Of each: its sentence. */
  readonly sentence: Int32Array
  /** The first word of each sentence, and one behind the last. */
  readonly sentences: Int32Array
}

/** Words of a sentence: what goes on without an end is cut after so many. */
export const LONGEST = 90

/** UTF-16 units of a paragraph that are taken apart at once. */
const PIECE = 4_000

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:'[\p{L}\p{M}]+)*/gu
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** All scripts written without spaces are from here on. */
const FIRST_UNSPACED = 0xe00

/** Takes a text apart; what is excluded is left out. */
export function readWords({ text, language, excluded }: EventText): ReadWords {
  const all = wordsOf(text, language)
  const [keys, starts, ends, sentence, first]: [string[], number[], number[], number[], number[]] = [[], [], [], [], []]
  let at = 0
  for (const stretch of sentencesOf(text, excluded, language)) {
    const before = keys.length
    while ((all.starts[at] ?? Number.POSITIVE_INFINITY) < stretch.start) at += 1
    for (; at < all.keys.length && (all.ends[at] ?? 0) <= stretch.end; at += 1) {
      if (keys.length === before || keys.length === (first.at(-1) ?? 0) + LONGEST) first.push(keys.length)
      keys.push(all.keys[at] ?? '')
      starts.push(all.starts[at] ?? 0)
      ends.push(all.ends[at] ?? 0)
      sentence.push(first.length - 1)
    }
  }
  first.push(keys.length)
  return { keys, starts: new Int32Array(starts), ends: new Int32Array(ends), sentence: new Int32Array(sentence), sentences: new Int32Array(first) }
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

interface Words {
  readonly keys: string[]
  readonly starts: number[]
  readonly ends: number[]
}

function wordsOf(text: string, language: string): Words {
  const folded = fold(text)
  const whole = (): string => text
  const found: Words = { keys: [], starts: [], ends: [] }
  const add = (key: string, start: number, end: number): void => {
    found.keys.push(key)
    found.starts.push(start)
    found.ends.push(end)
  }
  for (const { 0: key, index } of folded.text.matchAll(WORD)) {
    const { start, end } = folded.drift === null ? { start: index, end: index + key.length } : spanOf(folded, whole, index, index + key.length)
    if (key.charCodeAt(0) < FIRST_UNSPACED || !UNSPACED.test(key)) add(key, start, end)
    else for (const word of segmentedWords(text, { start, end }, language)) add(fold(text.slice(word.start, word.end)).text, word.start, word.end)
  }
  return found
}
