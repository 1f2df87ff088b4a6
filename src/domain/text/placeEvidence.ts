import { canonicalText } from './canonical'
import type { Span } from './span'

/** Of words that were cut short without a mark at least so many characters must be there to go by. */
const ENOUGH = 8

/**
 * Whether a passage is what a file stores of it. White space may differ, as many programs straighten it; so may what is cut off behind
 * `...` or `…`, and behind the stored words where these are long enough.
 */
export function agreesWith(passage: string, stored: string): boolean {
  const words = straightened(stored), there = straightened(passage)
  if (words === there) return true
  const [beginning = '', ...rest] = words.split(/ ?(?:\.\.\.|…|\[…\]|\[\.\.\.\]) ?/)
  const end = rest.at(-1)
  if (end === undefined) return words.length >= ENOUGH && there.startsWith(words)
  return beginning + end !== '' && there.startsWith(beginning) && there.endsWith(end) && there.length >= beginning.length + end.length
}

const straightened = (text: string): string => canonicalText(text).replaceAll(/[\s\u200B]+/gu, ' ').trim()

/** How many ends of a passage, 0 to 2, don't cut a word in two. In scripts that put no spaces between words every place will do. */
export const bounds = (text: string, { start, end }: Span): number => Number(!cutsWord(text, start)) + Number(!cutsWord(text, end))

const LETTER_AFTER = /^[\p{L}\p{N}\p{M}]/u
const LETTER_BEFORE = /[\p{L}\p{N}\p{M}]$/u
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function cutsWord(text: string, offset: number): boolean {
  // Two units each: a letter may be a pair of surrogates.
  const before = text.slice(Math.max(0, offset - 2), offset), after = text.slice(offset, offset + 2)
  return LETTER_BEFORE.test(before) && LETTER_AFTER.test(after) && !UNSPACED.test(before + after)
}
