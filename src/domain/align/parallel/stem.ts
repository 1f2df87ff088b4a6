import { irregular } from './irregular'

/** Endings that make another kind of word of the same matter, the longest first; what is left must have so many letters. */
const DERIVED = /(?:izations?|isations?|ational|iations?|iates?|ations?|ates?|itions?|ements?|ments?|ness|ically|fully|lessly|ility|ities|ity|isms?|ists?|istic|izers?|isers?|izes?|ises?|ances?|ences?|ally|ively|ives?|ents?|ants?|ions?|ables?|ary|ic|al|ful|ty|ly|or|er)$/u
const LEAST_DERIVED = 4
const VOWEL = /[aeiouy]/u
const DOUBLED = /([bdfgklmnprtvz])\1$/u

/**
 * The stem of an English word: light, after the steps of Porter (1980) but with fewer endings, so that two words of one stem
 * are of one matter nearly always.
 * @param word folded: lower case, plain apostrophes
 */
export function englishStem(word: string): string {
  let stem = word.replace(/'s?$|'(?:s|ll|re|ve|d|m)$/u, '')
  stem = irregular.get(stem) ?? stem
  if (stem.length < 4 || /\d/u.test(stem)) return stem
  stem = withoutInflection(stem)
  // Who comes from a country is called as the country is.
  if (/[ie]an$/u.test(stem) && stem.length > 5) stem = stem.slice(0, -1)
  const bare = stem.replace(DERIVED, '')
  if (bare.length >= LEAST_DERIVED && VOWEL.test(bare)) stem = bare
  return stem.length > 3 ? stem.replace(/e$|(?<=...[^aeiou])[yi]$/u, '') : stem
}

function withoutInflection(word: string): string {
  if (/(?:ss|us|is)$/u.test(word)) return word
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word
  if (/(?:sses|shes|ches|xes|zes)$/u.test(word)) return word.slice(0, -2)
  if (word.endsWith('s')) return word.slice(0, -1)
  if (word.endsWith('ied')) return word.length > 4 ? `${word.slice(0, -3)}y` : word
  const [ending] = /(?:ing|ed)$/u.exec(word) ?? []
  if (!ending) return word
  const bare = word.slice(0, -ending.length)
  if (bare.length < 3 || !VOWEL.test(bare)) return word
  return DOUBLED.test(bare) && bare.length > 3 ? bare.slice(0, -1) : bare
}

/** So many letters of a longer word tell what it is about, in languages that inflect at the end. */
const PREFIX = 6

/** What stands for a word of any other language: its beginning, without the article that Arabic writes to it. */
function prefixStem(word: string): string {
  const bare = word.length > 4 && word.startsWith('ال') ? word.slice(2) : word
  return bare.length > PREFIX ? bare.slice(0, PREFIX) : bare
}

/** What words of one matter have in common. @param word folded, in lower case */
export const stemOf = (word: string, english: boolean): string => (english ? englishStem(word) : prefixStem(word))
