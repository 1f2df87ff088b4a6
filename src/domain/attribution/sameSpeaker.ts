import { fold } from '../text/fold'
import { isRole } from './speakerWords'

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.][\p{L}\p{N}\p{M}]+)*/gu
const LITTLE = new Set('the a an der die das le la les el il lo o os as de het einer eine ein un une una um uma'.split(' '))

/**
 * True when both name one speaker: the same name in full or by a part at its beginning or end ("Kim" and "Kim Jong Un",
 * "President of Velmar" only with itself), or first names that begin alike before one last name. Somebody named and a role
 * alone are never the same, as nothing here knows who has it.
 */
export function sameSpeaker(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false
  const [x, y] = [nameOf(a), nameOf(b)]
  if (x.named !== y.named) return false
  const [short, long] = x.words.length <= y.words.length ? [x.words, y.words] : [y.words, x.words]
  if (!x.named || short.length === 0) return x.words.join(' ') === y.words.join(' ') && short.length > 0
  const contains = (from: number): boolean => short.every((word, i) => word === long[from + i])
  if (contains(0) || contains(long.length - short.length)) return true
  const [last, other] = [short.at(-1) ?? '', long.at(-1)]
  return short.length > 1 && last.length > 2 && last === other && short[0]?.[0] === long[0]?.[0]
}

/** The name behind the last role ("Russian Foreign Minister Sergey Lavrov"), or the role itself where no name follows. */
function nameOf(speaker: string): { readonly words: readonly string[]; readonly named: boolean } {
  const words = Array.from(speaker.matchAll(WORD), ([word]) => word).map((word) => ({ key: fold(word).text.toLowerCase().replace(/'s$|\.$/u, ''), possessive: /['’]s$/u.test(word), capital: /^\p{Lu}|^\p{Lo}/u.test(word) })).filter(({ key, capital }, i) => !LITTLE.has(key) || (capital && i > 0))
  let from = 0
  for (const [i, { key, possessive }] of words.entries()) if (isRole(key) || possessive) from = i + 1
  const name = words.slice(from)
  const hasRole = words.some(({ key }) => isRole(key))
  const named = name.length > 0 && name.every(({ capital }) => capital)
  return { words: (named ? name : words).map(({ key }) => key), named: named || !hasRole }
}
