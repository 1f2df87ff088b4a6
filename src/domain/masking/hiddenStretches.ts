import type { Span } from '../text/span'
import { spotter, type Spotter } from '../text/spot'
import { creditLines } from './creditLines'
import type { Telltales } from './outletNames'

/** Addresses, handles, hashtags and compounds such as HarbourPost.example. */
const TOKEN = /[@#]?[\p{L}\p{N}][\p{L}\p{N}\p{M}_@.:/?=&%#~+-]*/gu

/** What tells such a token from a plain word. */
const SIGNS = /[@#._:/]|\p{Ll}\p{Lu}/u

/** What stands in the place of a hidden letter. */
export const BLOCK = '▒'

/**
 * The stretches of a text that give its outlet away, in order, none overlapping: its names as whole words, addresses and
 * handles that hold one, and lines of credit. Other outlets that are named stay: that is what the article tells.
 */
export function hiddenStretches(text: string, telltales: Telltales): readonly Span[] {
  return merged([...namedIn(text, telltales), ...creditLines(text)])
}

/** Only what names it, for headlines and quotations, which are no lines by themselves. */
export function namedIn(text: string, telltales: Telltales): readonly Span[] {
  const known = ready.get(telltales) ?? new Ready(telltales.names)
  ready.set(telltales, known)
  return merged([...known.spotted(text), ...(telltales.compact.length === 0 ? [] : addresses(text, telltales.compact))])
}

/** Names made ready to be spotted, once for all texts. Most headlines and quotations have none: that is found out before. */
class Ready {
  readonly #compared: readonly string[]
  #spot: Spotter | undefined

  constructor(private readonly names: readonly string[]) {
    this.#compared = [...new Set(names.map(compared))]
  }

  spotted(text: string): readonly Span[] {
    const plain = compared(text)
    if (!this.#compared.some((name) => plain.includes(name))) return []
    this.#spot ??= spotter([{ id: '', names: this.names }])
    return this.#spot(text)
  }
}

const ready = new WeakMap<Telltales, Ready>()

const compared = (text: string): string => text.toLowerCase().replace(/\s/gu, ' ').replace(/[’ʼ]/gu, "'")

/** A text of the same length with each character of these stretches hidden; white space stays, so that lines break as they do. */
export function blotted(text: string, stretches: readonly Span[]): string {
  if (stretches.length === 0) return text
  let [done, at] = ['', 0]
  for (const { start, end } of stretches) {
    done += text.slice(at, start) + text.slice(start, end).replace(/\S/g, BLOCK)
    at = end
  }
  return done + text.slice(at)
}

/** Words that are to be kept for good, such as a name taken from a headline, without what is hidden in them and the signs that set it off. */
export const withoutBlots = (words: string): string =>
  (words.includes(BLOCK) ? words.replace(/[▒\s]*▒[▒\s]*/gu, ' ').replace(/\(\s*\)/gu, '').replace(/\s+/gu, ' ').replace(/^[\s|:,–—-]+|[\s|:,–—-]+$/gu, '') : words)

function addresses(text: string, compact: readonly string[]): readonly Span[] {
  // Most headlines have none: looking at each word is what takes time.
  if (!SIGNS.test(text)) return []
  return Array.from(text.matchAll(TOKEN)).flatMap(({ 0: token, index }) => {
    // A plain word is found by the names as they are written.
    if (!SIGNS.test(token.slice(0, -1))) return []
    const letters = token.toLowerCase().normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '')
    return compact.some((name) => letters.includes(name)) ? [{ start: index, end: index + token.length }] : []
  })
}

function merged(stretches: readonly Span[]): readonly Span[] {
  const done: Span[] = []
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = done.at(-1)
    if (last && start <= last.end) done[done.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else done.push({ start, end })
  }
  return done
}
