import type { Span } from '../text/span'
import { functionWords } from './functionWords'
import { keptStretches } from './kept'

/** How a word is used in a text. */
export interface WordUse {
  /** As it first stands in the text. */
  readonly written: string
  readonly count: number
  /** True when it reads like a proper name: with a capital also within sentences, as often as not. */
  readonly name: boolean
}

const WORD = /\p{L}[\p{L}\p{M}\p{N}]*/gu
/** What a sentence, a quotation or a line begins behind. */
const BEGINS = /(?:^|[\n.!?:…•|–—"“”„«»‘(\][)])\s*$/u
const AROUND = 4

/** True where a sentence, a quotation or a line begins: a capital there tells nothing. */
export const begins = (text: string, offset: number): boolean => BEGINS.test(text.slice(Math.max(0, offset - AROUND), offset))

/** Written without spaces: two characters together do for a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const SHORTEST = 4
/** An acronym or a name may have two letters. */
const SHORTEST_NAME = 2

/** Word in lower case -> how it is used. Words that tell nothing of what the text is about are left out, and what is excluded of it. */
export function contentWords(text: string, excluded: readonly Span[]): ReadonlyMap<string, WordUse> {
  const found = new Map<string, { written: string; count: number; within: number; capital: number }>()
  const note = (written: string, within: boolean, capital: boolean): void => {
    const key = written.toLowerCase()
    const use = found.get(key) ?? { written, count: 0, within: 0, capital: 0 }
    if (use.count === 0) found.set(key, use)
    use.count += 1
    if (!within) return
    use.within += 1
    if (capital) use.capital += 1
    if (capital && use.capital === 1) use.written = written
  }
  for (const { start, end } of keptStretches(text.length, excluded)) {
    const stretch = text.slice(start, end).normalize('NFC')
    for (const { 0: word, index } of stretch.matchAll(WORD)) {
      if (UNSPACED.test(word)) for (const pair of pairsOf(word)) note(pair, false, false)
      else note(word, !begins(stretch, index), /^\p{Lu}/u.test(word))
    }
  }
  const telling = new Map<string, WordUse>()
  for (const [key, { written, count, within, capital }] of found) {
    const name = capital > 0 && capital * 2 >= within
    const unspaced = UNSPACED.test(key)
    if (unspaced || (key.length >= (name ? SHORTEST_NAME : SHORTEST) && !functionWords.has(key))) telling.set(key, { written, count, name })
  }
  return telling
}

function* pairsOf(word: string): Iterable<string> {
  const characters = Array.from(word)
  for (let i = 0; i + 1 < characters.length; i += 1) yield `${characters[i]}${characters[i + 1]}`
}
