import type { Quotation } from '../text/quotations'
import type { Span } from '../text/span'
import type { Cue } from './cues'
import type { CueWords } from './cueWords'
import { phraseText } from './phrases'
import { PARAGRAPHS_BACK, Pronouns } from './pronouns'
import { isMedium } from './speakerWords'
import type { Sentence } from './telling'

export interface FoundCue {
  readonly sentence: Sentence
  readonly cue: Cue
}

/** Finds the cues of a place, the most telling first, and whom they name. */
export class Speakers {
  readonly #pronouns: Pronouns
  readonly #between: ReadonlySet<string>

  constructor(private readonly text: string, private readonly telling: readonly Sentence[], words: CueWords) {
    this.#pronouns = new Pronouns(text, telling, words)
    this.#between = words.between
  }

  cuesOfQuotation(sentence: Sentence, quotation: Quotation): readonly FoundCue[] {
    const own = this.#within(sentence, quotation)
    if (own.length > 0) return own
    return isBare(sentence) ? this.#around(sentence) : []
  }

  /** Indirect speech: attributed at the end of the sentence, or before the place or within it. */
  cuesOfReport(sentence: Sentence, place: Span): readonly FoundCue[] {
    const { tokens } = sentence
    const cues = sentence.cues.filter(({ speech }) => speech)
    const behind = cues.filter((cue) => (tokens[Math.min(cue.at, cue.subject?.from ?? cue.at)]?.start ?? 0) >= place.start && isBehind(sentence, cue))
    const before = cues.filter(({ at }) => (tokens[at]?.start ?? 0) < place.start).reverse()
    const last = tokens.filter(({ start }) => start < place.end).length
    const first = tokens.filter(({ end }) => end <= place.start).length
    // A word that attributes deep within the place has little of it to report: "…, which the ministry says is old".
    const within = cues.filter(({ at, to, subject }) => at >= first && at < last && !RELATIVE.test(tokens[(subject?.from ?? at) - 1]?.key ?? '') && ((subject?.from ?? to) <= first + 1 || 2 * (last - to) >= last - first))
    return [...new Set([...behind, ...before, ...within])].map((cue) => ({ sentence, cue }))
  }

  /** The speaker of a cue; for a pronoun whom it stands for, or null. */
  name(sentence: Sentence, { at, subject }: Cue): string | null {
    if (!subject) return null
    const said = phraseText(this.text, sentence.tokens, subject)
    return subject.pronoun ? this.#pronouns.meant(sentence, at, said.toLowerCase()) : said
  }

  #within(sentence: Sentence, { outer }: Quotation): readonly FoundCue[] {
    const { tokens, cues } = sentence
    const i = tokens.findIndex(({ start }) => start === outer.start)
    const right = cues.filter((cue) => {
      const begin = Math.min(cue.at, cue.subject && cue.subject.from > i ? cue.subject.from : cue.at)
      return begin > i && tokens.slice(i + 1, begin).every(({ kind, key }) => this.#between.has(key) || (kind === 'sign' && !/[:;]/u.test(key))) && (cue.kind !== 'participle' || cue.speech) && !leadsIn(sentence, cue)
    })
    const left = cues.filter(({ at }) => at < i).reverse()
    const [nearest] = left
    const others = cues.filter((cue) => cue.at > i && !right.includes(cue) && isBehind(sentence, cue))
    // What comes right before the quotation is more certain than what follows behind a comma.
    const beside = nearest && nearest.speech && i - nearest.to <= 1 ? [nearest] : []
    return [...new Set([...beside, ...right, ...left, ...others])].map((cue) => ({ sentence, cue }))
  }

  /** For a sentence that is nothing but quotations. */
  #around(sentence: Sentence): readonly FoundCue[] {
    const { number, paragraph } = sentence
    const next = this.telling[number + 1]
    const [closing] = next?.cues ?? []
    // “Will they?” the minister asks: the sentence seems to end with the quotation.
    if (next && closing && next.paragraph === paragraph && Math.max(closing.at, (closing.subject?.to ?? 1) - 1) < 9 && next.tokens.slice(0, closing.to).every(({ kind }) => kind === 'word') && next.tokens.length < 12 && !/[.]$/u.test(this.text.slice(sentence.start, sentence.end).replace(/["'”’»“]$/u, ''))) return [{ sentence: next, cue: closing }]
    for (let i = number - 1; i >= 0; i -= 1) {
      const one = this.telling[i]
      if (!one || one.paragraph < paragraph - PARAGRAPHS_BACK - this.#quotedParagraphs(number)) break
      const found = this.#saidIn(one, one.paragraph === paragraph)
      if (found) return [found]
    }
    for (let i = number + 1; i < this.telling.length; i += 1) {
      const one = this.telling[i]
      if (!one || (one.paragraph !== paragraph && this.telling[i - 1]?.quoted.at(-1)?.continues !== true)) break
      const [first] = one.quoted
      if (first && one.cues.length > 0) return this.#within(one, first)
    }
    return []
  }

  /** How many paragraphs before a sentence are quotations alone. */
  #quotedParagraphs(number: number): number {
    const seen = new Set<number>()
    for (let i = number; i >= 0; i -= 1) {
      const one = this.telling[i]
      if (!one || !isBare(one)) break
      seen.add(one.paragraph)
    }
    return Math.max(0, seen.size - 1)
  }

  /** Who spoke last in a sentence. */
  #saidIn(sentence: Sentence, beside: boolean): FoundCue | null {
    const named = [...sentence.cues].reverse().filter((one) => {
      const name = this.name(sentence, one)
      return name !== null && !isMedium(name)
    })
    const cue = named.find(({ speech, kind }) => speech && kind === 'verb') ?? named.find(({ speech }) => speech || beside) ?? (sentence.quoted.length > 0 ? sentence.cues.at(-1) : undefined)
    return cue ? { sentence, cue } : null
  }
}

const RELATIVE = /^(?:which|whom|whose|what|where)$/u

const isBare = ({ tokens }: Sentence): boolean => tokens.every(({ kind }) => kind !== 'word')

/** The cue leads in a quotation that follows, rather than closing the one before it. */
function leadsIn({ tokens }: Sentence, { to, kind }: Cue): boolean {
  if (kind !== 'participle') return false
  return tokens.slice(to, to + 3).some((token) => token.kind === 'quotation')
}

/** “…, the minister said.” */
function isBehind({ tokens }: Sentence, { at, subject, kind }: Cue): boolean {
  const begin = Math.min(at, subject?.from ?? at)
  const lead = tokens[begin - 1]
  return kind === 'according' || (kind === 'verb' && lead !== undefined && (lead.kind === 'quotation' || /^[,—–]$/u.test(lead.key)) && tokens.slice(Math.max(at + 1, subject?.to ?? 0)).length < 14)
}
