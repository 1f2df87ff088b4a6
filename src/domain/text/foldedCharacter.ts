import { latinLookalike } from './lookalikes'

/** Which differences between characters a search passes over; with `case`, capitals stay what they are. */
export type Folding = 'plain' | 'case'

/** Not seen: zero width, soft hyphens, controls of direction, variation selectors, tags. */
const UNSEEN = /^\p{Default_Ignorable_Code_Point}$/u
/** Accents and vowel points, which one reads past; not the vowel signs of Indian scripts or the voicing of kana, which make another letter. */
const ACCENT = /[\p{Script=Inherited}\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/u
const ACCENTS = new RegExp(`(?![\u3099\u309a])(?=\\p{M})${ACCENT.source}`, 'gu')

const plainSigns: ReadonlyMap<string, string> = new Map([
  ...Array.from('‘’‚‛′‵`´ʼʹ＇‹›', (sign) => [sign, "'"] as const),
  ...Array.from('“”„‟″‶«»〝〞＂', (sign) => [sign, '"'] as const),
  ...Array.from('‐‑‒–—―−⁃﹘﹣－', (sign) => [sign, '-'] as const),
  // Letters with a stroke or ligatures are no letters with accents to Unicode, but to whoever searches.
  ...[['ø', 'o'], ['Ø', 'O'], ['ł', 'l'], ['Ł', 'L'], ['đ', 'd'], ['Đ', 'D'], ['ħ', 'h'], ['Ħ', 'H'], ['æ', 'ae'], ['Æ', 'AE'], ['œ', 'oe'], ['Œ', 'OE'], ['ß', 'ss'], ['ẞ', 'SS'], ['ς', 'σ']] as const,
])

/**
 * What a character counts as in a search; empty when it counts as nothing. All white space is one space.
 * @param character one code point
 */
export function foldedCharacter(character: string, folding: Folding): string {
  if (UNSEEN.test(character)) return ''
  if (/\s/.test(character)) return ' '
  const sign = plainSigns.get(character)
  if (sign !== undefined) return folding === 'case' ? sign : sign.toLowerCase()
  const bare = character.normalize('NFKD').replace(ACCENTS, '').normalize('NFC')
  if (bare === '' && /\p{M}/u.test(character)) return ''
  // What decomposes into a space with something on it stands for itself.
  const letters = bare === '' || bare.includes(' ') ? character : bare
  return Array.from(letters, (letter) => foldedLetter(letter, folding)).join('')
}

function foldedLetter(letter: string, folding: Folding): string {
  const plain = plainSigns.get(letter) ?? letter
  if (folding === 'case') return latinLookalike(plain) ?? plain
  // Both cases of a letter must come to the same, also where only one of them looks like a Latin letter.
  const lower = plain.toLowerCase()
  return (latinLookalike(lower.toUpperCase()) ?? latinLookalike(lower) ?? lower).toLowerCase()
}
