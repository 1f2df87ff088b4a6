import type { Quotation } from '../text/quotations'
import type { Span } from '../text/span'
import type { CueWords } from './cueWords'
import { isMedium, isRole } from './speakerWords'

/** A word, a sign, or a whole quotation with its marks, of a sentence. */
export interface Token extends Span {
  readonly kind: 'word' | 'sign' | 'quotation'
  /** In lower case with straight apostrophes, without a possessive's ending; of a quotation empty. */
  readonly key: string
  readonly capital: boolean
  /** Ends with a possessive's apostrophe. */
  readonly owning: boolean
}

const TOKEN = /(?:\p{Lu}\.){2,}|\p{Lu}\.(?=\s\p{Lu})|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Col|Lt|Sgt|Prof|St|Rev|Jr)\.|[\p{L}\p{N}\p{M}]+(?:[.'’\-–‑][\p{L}\p{N}\p{M}]+)*['’]?|\S/gu

/** @param quoted within the sentence, in order, none within another */
export function tokensOf(text: string, within: Span, quoted: readonly Quotation[]): readonly Token[] {
  const found: Token[] = []
  let from = within.start
  const read = (to: number): void => {
    for (const { 0: written, index } of text.slice(from, to).matchAll(TOKEN)) {
      const start = from + index
      found.push({ kind: /^[\p{L}\p{N}]/u.test(written) ? 'word' : 'sign', key: written.toLowerCase().replaceAll('’', "'").replace(/(?:'s?|\.)$/u, '') || written, capital: /^(?:[dlDL]['’])?\p{Lu}/u.test(written), owning: /['’]s?$/u.test(written), start, end: start + written.length })
    }
  }
  for (const { outer } of quoted) {
    read(outer.start)
    found.push({ kind: 'quotation', key: '', capital: false, owning: false, ...outer })
    from = outer.end
  }
  read(within.end)
  return found
}

/** A name, a role or a pronoun: tokens from `from` up to `to`. */
export interface Phrase {
  readonly from: number
  readonly to: number
  readonly pronoun: boolean
  /** Named, or with a noun for somebody who speaks. */
  readonly person: boolean
}

/** As it is written, in single spaces, without a possessive's ending. */
export const phraseText = (text: string, tokens: readonly Token[], { from, to }: Phrase): string =>
  text.slice(tokens[from]?.start, tokens[to - 1]?.end).replace(/\s+/gu, ' ').replace(/(?<=s)['’]$|['’]s$/u, '').trim()

const isPronoun = (key: string, { one, many }: CueWords): boolean => one.has(key) || many.has(key)

/** The phrase whose last word is number `last`. */
export function phraseEnding(tokens: readonly Token[], last: number, words: CueWords): Phrase | null {
  let [from, named, role] = [last + 1, false, false]
  const isVerb = verbTest(words)
  // "the secretary declined repeated attempts"
  if (tokens[last]?.capital === false && tokens[last].key.endsWith('ed')) return null
  for (let i = last; i >= 0 && last - i < LONGEST; i -= 1) {
    const [token, left] = [tokens[i], tokens[i - 1]]
    if (token?.kind !== 'word') break
    const { key, capital } = token
    if (words.accordingTo.some(([one]) => one === key)) break
    if (isPronoun(key, words)) {
      if (i === last) return { from: i, to: i + 1, pronoun: true, person: true }
      break
    }
    if (words.links.has(key) && i < last && left?.kind === 'word' && (OF.has(key) || isRole(left.key))) continue
    if (words.determiners.has(key)) {
      if (i === last || (key === 'that' && tokens[i + 1]?.capital === true)) break
      from = i
      if (left && (words.links.has(left.key) || (left.key === 'and' && i === 2))) continue
      break
    }
    if (key === 'and' && i < last && left?.capital === true && !words.bounds.has(left.key) && (tokens[i + 1]?.capital === true || i === 1)) continue
    if (words.bounds.has(key) || words.links.has(key) || isVerb(key, capital)) break
    if (!capital && named && !role && !isRole(key) && from === i + 1) break
    from = i
    named ||= capital && (i > 0 || i < last || !words.bounds.has(key))
    role ||= isRole(key)
  }
  return from > last ? null : { from, to: last + 1, pronoun: false, person: named || role }
}

/** The phrase that begins at number `first`. @param wide for what follows "according to": up to the next sign */
export function phraseFrom(tokens: readonly Token[], first: number, words: CueWords, wide = false): Phrase | null {
  let [to, named, role, person] = [first, false, false, false]
  const isVerb = verbTest(words)
  for (let i = first; i < tokens.length && i - first < LONGEST; i += 1) {
    const [token, left, right] = [tokens[i], tokens[i - 1], tokens[i + 1]]
    if (token?.kind !== 'word') break
    const { key, capital } = token
    if (isPronoun(key, words)) {
      if (i === first) return { from: i, to: i + 1, pronoun: true, person: true }
      break
    }
    const linking = words.links.has(key) && i > first && right?.kind === 'word' && (OF.has(key) || (wide && !TIMES.test(right.key)) || (left && isRole(left.key) && !named && !TIMES.test(right.key) && !words.bounds.has(right.key)))
    if (linking || (key === 'by' && wide) || (key === 'and' && i > first && left?.capital === true && right?.capital === true)) {
      // What follows "of" is a phrase of its own.
      if (linking) role = false
      continue
    }
    if (words.determiners.has(key)) {
      if (i === first || (left && (words.links.has(left.key) || left.key === 'by'))) continue
      break
    }
    if (words.bounds.has(key) || words.between.has(key) || words.links.has(key) || (wide ? words.verbs.get(key)?.form === 'finite' : isVerb(key, capital))) break
    // "the President's foreign policy adviser", but not "the minister yesterday".
    if (!capital && !wide && (role || (named && left?.capital === true)) && !tokens.slice(i, i + 3).some((one) => one.kind === 'word' && !one.capital && (isRole(one.key) || isMedium(one.key)))) break
    to = i + 1
    named ||= capital
    role ||= isRole(key)
    person ||= named || role
  }
  return to === first ? null : { from: first, to, pronoun: false, person }
}

/** "state media": what may be a noun as well ends no phrase. */
const verbTest = (words: CueWords) => (key: string, capital: boolean): boolean => !capital && !isRole(key) && /^(?:finite|present)$/u.test(words.verbs.get(key)?.form ?? '')

const LONGEST = 16
const OF = new Set('of de del della dello dei degli delle di do da dos das von vom van du des der'.split(' '))
const TIMES = /^(?:a|an)$|day$|^(?:statement|interview|telephone|phone|email|e-mail|reporters|condition|twitter)$/u

const DATELINE = 10

/** The phrase that a sentence has for its subject, as far as its place tells: the first, but for what is before a comma. */
export function leadingPhrase(tokens: readonly Token[], words: CueWords): Phrase | null {
  // Behind a dateline: "KESTREL, Velmar (NPA) -".
  let first = tokens[0]?.capital === true ? tokens.slice(0, DATELINE).findIndex(({ key }) => /^[—–-]$/u.test(key)) + 1 : 0
  const begin = tokens[first]
  if (begin && (words.bounds.has(begin.key) || words.links.has(begin.key) || begin.key.endsWith('ing'))) {
    const comma = tokens.findIndex(({ key, kind }, i) => i > first && (key === ',' || (kind === 'quotation' && tokens[i + 1]?.capital === true)))
    if (comma === -1 || comma - first > LONGEST) return null
    first = comma + 1
  }
  const phrase = phraseFrom(tokens, first, words)
  const next = phrase ? tokens[phrase.to] : undefined
  return phrase && (phrase.person || phrase.pronoun) && (next?.key === ',' || (next?.kind === 'word' && !next.capital)) && tokens.at(-1)?.kind !== 'word' ? phrase : null
}
