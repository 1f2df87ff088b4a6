import { overlaps, type Span } from '../text/span'
import type { Cue } from './cues'
import { cueWordsOf } from './cueWords'
import { formOf } from './quotedForm'
import { phraseText } from './phrases'
import { Speakers } from './speakers'
import { isMedium } from './speakerWords'
import { tellingOf, type Sentence } from './telling'

export { sameSpeaker } from './sameSpeaker'

/** Whose words a place gives, as far as the words beside it say. */
export interface Attribution {
  /** As it is written there, "Foreign Minister of Velmar"; null when nobody is named. */
  readonly speaker: string | null
  /** The words that attribute, "said", "according to". */
  readonly cue: string | null
  /** The agency, medium or document that it is taken from, "the Northern Press Agency". */
  readonly through: string | null
  /** `direct`: whole sentences in quotation marks; `fragment`: a part of one; `reported`: indirect speech; `own`: the outlet's own words. */
  readonly form: 'direct' | 'fragment' | 'reported' | 'own'
}

/** Attributes any place of one text. */
export type Attributor = (place: Span) => Attribution

/**
 * Makes ready to say whose words the places of a text are, by words that attribute ("said", "according to") in the sentence
 * of a place or, where that is nothing but a quotation, in those beside it. A pronoun is whom the sentences before name; where
 * that is not clear there is no speaker. For English, German, French, Spanish, Italian, Portuguese and Dutch; elsewhere only
 * the form is told.
 * @param language BCP 47; English when empty
 */
export function attributor(text: string, language = ''): Attributor {
  const words = cueWordsOf(language)
  const telling = tellingOf(text, language, words)
  const speakers = words ? new Speakers(text, telling, words) : null
  return (place) => {
    const sentence = mostOf(telling, place)
    const quotation = sentence?.quoted.filter((one) => overlaps(one, place)).sort((a, b) => shared(b, place) - shared(a, place))[0]
    const form = quotation && sentence ? formOf(text, sentence, quotation) : 'own'
    if (!sentence || !speakers || (!quotation && isGloss(text, sentence, place))) return { ...nobody, form }
    const cues = quotation ? speakers.cuesOfQuotation(sentence, quotation) : speakers.cuesOfReport(sentence, place)
    const names = cues.map((one) => ({ ...one, name: speakers.name(one.sentence, one.cue) }))
    const chosen = names.find(({ name, cue }) => name !== null && !isMedium(name) && cue.subject !== null)
    const [first] = names
    const through = throughOf(text, sentence, chosen, names)
    const told = chosen ?? first
    if (!told) return { ...nobody, through, form }
    return { speaker: chosen?.name ?? null, cue: written(text, told.sentence, told.cue), through, form: quotation ? form : 'reported' }
  }
}

/** Whose words one place is. The texts asked for last are kept ready, as a table asks by rows and not by articles. */
export function attribution(text: string, place: Span, language = ''): Attribution {
  const known = kept.get(text)
  const own = known?.language === language ? known : { language, of: attributor(text, language) }
  kept.delete(text)
  kept.set(text, own)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  return own.of(place)
}

const MOST_KEPT = 64
const kept = new Map<string, { readonly language: string; readonly of: Attributor }>()

const nobody: Attribution = { speaker: null, cue: null, through: null, form: 'own' }

interface Named {
  readonly sentence: Sentence
  readonly cue: Cue
  readonly name: string | null
}

/** How an outlet says what words quoted before mean: that is its own, in whosever sentence it stands. English only. */
const GLOSS = /(?:^|[,—–(]\s*)(?:(?:in\s+)?(?:what\s+\w+\s+)?(?:an?\s+)?(?:apparent|obvious|clear|(?:thinly\s+)?veiled)\s+(?:reference|allusion)|(?:widely\s+)?(?:believed|thought|understood|seen|viewed|read)\s+(?:to|as|in))\b/giu

function isGloss(text: string, { start }: Span, place: Span): boolean {
  return Array.from(text.slice(start, place.end).matchAll(GLOSS)).some(({ 0: words, index }) => start + index <= place.start + 3 && place.start < start + index + words.length)
}

const shared = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start)

/** The sentence that most of the place is in. */
function mostOf(telling: readonly Sentence[], place: Span): Sentence | undefined {
  let [low, high] = [0, telling.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((telling[middle]?.end ?? 0) <= place.start) low = middle + 1
    else high = middle
  }
  let best: Sentence | undefined
  for (let i = low; i < telling.length; i += 1) {
    const one = telling[i]
    if (!one || one.start >= place.end) break
    if (!best || shared(one, place) > shared(best, place)) best = one
  }
  return best
}

const written = (text: string, { tokens }: Sentence, { at, to }: Cue): string => text.slice(tokens[at]?.start, tokens[to - 1]?.end).toLowerCase()

/** The medium named where the speaker is, or else anywhere in the sentence of the place. */
function throughOf(text: string, sentence: Sentence, chosen: Named | undefined, names: readonly Named[]): string | null {
  const among = [...(chosen ? [chosen] : []), ...names.filter((one) => one.sentence === sentence || !chosen), ...[sentence, chosen?.sentence ?? sentence].flatMap((own) => own.cues.map((cue) => ({ sentence: own, cue, name: null })))]
  for (const { sentence: own, cue, name } of among) {
    for (const phrase of [cue.told, cue.subject]) {
      const said = phrase && !phrase.pronoun ? phraseText(text, own.tokens, phrase) : null
      if (said !== null && said !== chosen?.name && isMedium(said)) return said
    }
    if (name !== null && name !== chosen?.name && isMedium(name)) return name
  }
  return null
}
