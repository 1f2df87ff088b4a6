import { isSmallWord } from './smallWords'

/** Two letters at least, or one of a script whose letters are words. */
const SAYS = /\p{L}.*\p{L}|[^\p{Script=Latin}\P{L}]/u
const SHORTENED = /'(?:t|re|ve|ll|d|m)$/

/** A just war is not just a war: the two can't be told apart, and the one says too much to be passed over. */
const DOUBLE = 'just'

/**
 * True where a word says something by itself: it is not there for the sentence's sake alone, and no single letter or number.
 * @param key the word as `fold` has it
 */
export const tells = (key: string): boolean => key === DOUBLE || (SAYS.test(key) && !SHORTENED.test(key) && !isSmallWord(key))
