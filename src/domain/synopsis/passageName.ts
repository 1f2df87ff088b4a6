import { functionWords } from '../align/functionWords'
import { splitsPair } from '../text/span'

const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:[-’'][\p{L}\p{M}]+)*/gu
/** Written without spaces: words are not told apart there. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Of quotation: a name holds only some of a pair. */
const MARKS = /[“”„«»‹›"]/gu
const SHORTEST = 4
const MOST_WORDS = 4
/** In UTF-16 units. */
const LONGEST = 44
/** Words so near each other are given with what stands between them. */
const NEAR = 14

interface Word {
  readonly key: string
  readonly start: number
  readonly end: number
}

/**
 * A short name for a statement: the telling words that most of its renderings have, as they stand in one of them.
 * @param renderings the words of each place, at least one
 */
export function passageName(renderings: readonly string[]): string {
  const words = renderings.map(tellingWords)
  const uses = new Map<string, number>()
  for (const one of words) for (const key of new Set(one.map((word) => word.key))) uses.set(key, (uses.get(key) ?? 0) + 1)
  const most = Math.max(0, ...uses.values())
  const best = new Set([...uses].filter(([, count]) => count * 2 > most).sort(([a, n], [b, m]) => m - n || b.length - a.length).slice(0, MOST_WORDS).map(([key]) => key))
  const chosen = words.map((one) => one.filter(({ key }, i) => best.has(key) && one.findIndex((other) => other.key === key) === i))
  const fullest = chosen.reduce((a, b, i) => (b.length > (chosen[a]?.length ?? 0) ? i : a), 0)
  const shortest = renderings.reduce((a, b) => (b.length < a.length ? b : a), renderings[0] ?? '')
  const name = (chosen[fullest]?.length ?? 0) > 0 ? joined(renderings[fullest] ?? '', chosen[fullest] ?? []) : shortest
  const line = cut(name.replace(MARKS, '').replace(/\s+/g, ' ').trim())
  return line.charAt(0).toLocaleUpperCase() + line.slice(1)
}

function tellingWords(text: string): readonly Word[] {
  if (UNSPACED.test(text)) return []
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ key: word.toLowerCase(), start: index, end: index + word.length }))
    .filter(({ key, start }) => !functionWords.has(key) && (key.length >= SHORTEST || (start > 0 && /^\p{Lu}\S/u.test(text.slice(start)))))
}

const joined = (text: string, words: readonly Word[]): string =>
  words.map(({ start, end }, i) => {
    const before = words[i - 1]
    const between = before ? text.slice(before.end, start) : ''
    return `${between.length > NEAR || /[.!?]/.test(between) ? ' … ' : between}${text.slice(start, end)}`
  }).join('')

function cut(line: string): string {
  if (line.length <= LONGEST) return line
  const short = line.slice(0, splitsPair(line, LONGEST) ? LONGEST - 1 : LONGEST)
  const space = short.lastIndexOf(' ')
  return `${(space > LONGEST / 2 ? short.slice(0, space) : short).replace(/[\s,;:…]+$/u, '')} …`
}
