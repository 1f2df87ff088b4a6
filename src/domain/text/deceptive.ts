import { latinLookalike } from './lookalikes'
import type { Span } from './span'

/** Why a character may deceive who reads it. */
export type Deception =
  /** A letter of another script that looks like a Latin one, in a word that is otherwise Latin. */
  | 'lookalike'
  /** Takes no room: it parts what seems to be one word, or hides. */
  | 'unseen'
  /** Turns the direction of reading, so that the order one sees is not the order of the text. */
  | 'direction'
  /** A control character, or one that no font has. */
  | 'control'

/** Characters of one kind that stand together, at most a word's length. */
export interface Deceptive extends Span {
  readonly kind: Deception
  /** Code points, as `U+0421`. */
  readonly codes: readonly string[]
  /** What it looks like: a Latin letter for each lookalike, otherwise empty. */
  readonly looks: string
}

const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
const CONTROL = /[^\P{Control}\t\n\x85]|[\ufff9-\ufffb\ufffe\uffff]|\p{Private_Use}/u
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u
/** What belongs to an emoji, or joins letters in scripts that need it, is no deception. */
const JOINERS: ReadonlySet<string> = new Set(['\u200c', '\u200d', '\ufe0e', '\ufe0f'])
const JOINED = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u20e3|\p{Script=Arabic}|\p{Script=Devanagari}|\p{Script=Bengali}|\p{Script=Malayalam}|\p{Script=Tamil}|\p{Script=Syriac}|\p{Script=Mongolian}/u
const WORD = /[\p{L}\p{N}\p{M}\p{Default_Ignorable_Code_Point}]+/gu
const LATIN = /\p{Script=Latin}/u
const SUSPECT = new RegExp(`${DIRECTION.source}|${CONTROL.source}|${UNSEEN.source}|[^\\p{Script=Latin}\\p{Script=Common}\\p{Script=Inherited}]|[\\uff21-\\uff5a\\u{1d400}-\\u{1d7ff}]`, 'u')

/** Every character of a text that may deceive, in order; `most` of them at most. A text that is wholly of another script has none for that. */
export function deceptiveCharacters(text: string, most = 10_000): readonly Deceptive[] {
  if (!SUSPECT.test(text)) return []
  const found: Deceptive[] = [...lookalikes(text)]
  for (const { 0: character, index } of text.matchAll(new RegExp(`${DIRECTION.source}|${CONTROL.source}|${UNSEEN.source}`, 'gu'))) {
    if (found.length >= most) break
    const kind = DIRECTION.test(character) ? 'direction' : CONTROL.test(character) ? 'control' : 'unseen'
    if (kind === 'unseen' && JOINERS.has(character) && isJoined(text, index, character.length)) continue
    found.push({ start: index, end: index + character.length, kind, codes: [codeOf(character)], looks: '' })
  }
  return together(found.sort((a, b) => a.start - b.start)).slice(0, most)
}

function* lookalikes(text: string): Iterable<Deceptive> {
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!SUSPECT.test(word) || !LATIN.test(word)) continue
    let at = index
    for (const character of word) {
      const looks = latinLookalike(character)
      if (looks !== null && !/\p{Script=Latin}/u.test(character)) yield { start: at, end: at + character.length, kind: 'lookalike', codes: [codeOf(character)], looks }
      at += character.length
    }
  }
}

function isJoined(text: string, at: number, length: number): boolean {
  const before = String.fromCodePoint(text.codePointAt(Math.max(0, at - (/[\udc00-\udfff]/.test(text[at - 1] ?? '') ? 2 : 1))) ?? 0x20)
  const after = String.fromCodePoint(text.codePointAt(at + length) ?? 0x20)
  return JOINED.test(before) || JOINED.test(after) || JOINERS.has(before)
}

/** Neighbours of the same kind as one: a hidden message of a hundred characters is one deception. */
function together(found: readonly Deceptive[]): Deceptive[] {
  const joined: Deceptive[] = []
  for (const one of found) {
    const last = joined.at(-1)
    if (last && last.end === one.start && last.kind === one.kind) joined[joined.length - 1] = { ...last, end: one.end, codes: [...last.codes, ...one.codes], looks: last.looks + one.looks }
    else joined.push(one)
  }
  return joined
}

const codeOf = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
