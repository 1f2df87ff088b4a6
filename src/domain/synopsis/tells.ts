import { isSmallWord } from './smallWords'

/** Two letters at least, or one of a script whose letters are words. */
const SAYS = /\p{L}.*\p{L}|[^\p{Script=Latin}\P{L}]/u
const SHORTENED = /'(?:t|re|ve|ll|d|m)$/

/** A just war is not just a war: the two can't be told apart, and the one says too much to be passed over. */
const DOUBLE = 'just'

// The same words come by the thousand.
const known = new Map<string, boolean>()
const MOST_KEPT = 20_000

/**
 * True where a word says something by itself: it is not there for the sentence's sake alone, and no single letter or number.
 * @param key the word as `fold` has it
 */
export function tells(key: string): boolean {
  const before = known.get(key)
  if (before !== undefined) return before
  if (known.size >= MOST_KEPT) known.clear()
  const says = key === DOUBLE || (SAYS.test(key) && !SHORTENED.test(key) && !isSmallWord(key))
  known.set(key, says)
  return says
}
