import { begins } from '../align/contentWords'
import { keptStretches } from '../align/kept'
import { fold } from '../text/fold'
import { paragraphs, words } from '../text/segments'
import type { Span } from '../text/span'
import type { EventText } from './parallel'
import { tells } from './tells'

/** How often a word, or two words in a row, stand in some texts. */
export interface Use {
  /** As it first stood there within a sentence, or at the beginning of one where it only stands there. */
  written: string
  count: number
  /** How often it did not open a sentence, and how often of that with capitals. */
  within: number
  capitals: number
}

/** Words of some texts, or pairs of words that follow each other with only a space or hyphen between. */
export class Tally {
  readonly uses = new Map<string, Use>()
  /** All that was counted, also what occurs in other texts alone or tells nothing. */
  total = 0

  note(key: string, written: string, within: boolean): void {
    const known = this.uses.get(key)
    const use = known ?? { written, count: 0, within: 0, capitals: 0 }
    if (!known) this.uses.set(key, use)
    this.total += 1
    use.count += 1
    if (!within) return
    if (use.within === 0) use.written = written
    use.within += 1
    if (CAPITALS.test(written)) use.capitals += 1
  }
}

export interface Tallies {
  readonly words: Tally
  readonly pairs: Tally
}

export const noTallies = (): Tallies => ({ words: new Tally(), pairs: new Tally() })

/** Every word of it begins with a capital. */
const CAPITALS = /^\p{Lu}[^\s-]*(?:[\s-]+\p{Lu}[^\s-]*)*$/u
const TOGETHER = /^[ \u00a0-]?$/

interface Token extends Span {
  readonly key: string
}

/** A word, or two in a row, and where it stands. */
interface Occurrence extends Span {
  readonly key: string
  /** One or two words. */
  readonly of: 1 | 2
}

/** What stands in a text, paragraph by paragraph so that a long one can be gone through in slices; nothing excluded is in it. */
export function* occurrencesIn({ text, language, excluded }: EventText): Generator<readonly Occurrence[]> {
  for (const { start, end } of keptStretches(text.length, excluded)) {
    for (const paragraph of paragraphs(text.slice(start, end))) {
      const found: Occurrence[] = []
      let before: Token | undefined
      for (const span of words(text, { start: start + paragraph.start, end: start + paragraph.end }, language || 'en')) {
        const token = { ...span, key: keyOf(text.slice(span.start, span.end)) }
        found.push({ ...token, of: 1 })
        if (before && TOGETHER.test(text.slice(before.end, token.start))) found.push({ key: `${before.key} ${token.key}`, start: before.start, end: token.end, of: 2 })
        before = token
      }
      yield found
    }
  }
}

/** A word as it is compared: whatever its case, accents and apostrophes, and without the possessive ending of English. */
const keyOf = (word: string): string => fold(word).text.replace(/(?<=\p{L})'s$/u, '')

/** Adds a text to the tallies; each step of it is one paragraph. */
export function* count(text: EventText, into: Tallies): Generator<void> {
  for (const found of occurrencesIn(text)) {
    for (const { key, of, start, end } of found) (of === 1 ? into.words : into.pairs).note(key, text.text.slice(start, end), !begins(text.text, start))
    yield
  }
}

/** True where each of one or two words tells something by itself. */
export const telling = (key: string): boolean => key.split(' ').every(tells)
