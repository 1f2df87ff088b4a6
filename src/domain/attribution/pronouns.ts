import type { CueWords } from './cueWords'
import { leadingPhrase, phraseText, type Phrase } from './phrases'
import { sameSpeaker } from './sameSpeaker'
import { isMedium, isRole } from './speakerWords'
import type { Sentence } from './telling'

/** Paragraphs back in which the speaker of a quotation or a pronoun may still be named. */
export const PARAGRAPHS_BACK = 2

/** Whom the pronouns of a text mean, as far as the sentences before leave no doubt. */
export class Pronouns {
  readonly #persons: ReadonlySet<string>

  constructor(private readonly text: string, private readonly telling: readonly Sentence[], private readonly words: CueWords) {
    this.#persons = personsIn(telling)
  }

  /** @param at number of the token it is said at @param pronoun in lower case @returns null where it is not clear */
  meant(sentence: Sentence, at: number, pronoun: string): string | null {
    const plural = this.words.many.has(pronoun) && !this.words.one.has(pronoun)
    const fits = (one: Sentence, phrase: Phrase): string | null => {
      const name = phraseText(this.text, one.tokens, phrase)
      return !phrase.pronoun && !isMedium(name) && this.#suits(one, phrase, pronoun, plural) ? name : null
    }
    for (let i = sentence.number; i >= 0; i -= 1) {
      const one = this.telling[i]
      if (!one || one.paragraph < sentence.paragraph - (plural ? 0 : PARAGRAPHS_BACK)) break
      const lead = leadingPhrase(one.tokens, this.words)
      const phrases = [...(lead ? [lead] : []), ...one.cues.flatMap(({ subject, at: where }) => (subject && (one !== sentence || where < at) ? [subject] : []))]
      const names = phrases.filter((phrase) => one !== sentence || phrase.to <= at).map((phrase) => fits(one, phrase)).filter((name) => name !== null)
      const [first] = names
      if (first === undefined && one !== sentence && phrases.some((phrase) => this.#isUnknown(one, phrase))) return null
      if (first !== undefined) return names.every((name) => sameSpeaker(name, first)) || one !== sentence ? first : names.at(-1) ?? null
    }
    return null
  }

  /** Somebody or something without a name or role speaks, whom a pronoun may mean. */
  #isUnknown({ tokens }: Sentence, { from, to, pronoun }: Phrase): boolean {
    return !pronoun && !isMedium(phraseText(this.text, tokens, { from, to, pronoun, person: false })) && tokens.slice(from, to).every(({ capital, key }, i) => (i === 0 || !capital) && !isRole(key))
  }

  #suits({ tokens }: Sentence, { from, to }: Phrase, pronoun: string, plural: boolean): boolean {
    const own = tokens.slice(from, to)
    const last = own.at(-1)
    if (!last) return false
    const many = own.some(({ key }) => key === 'and') || ((!last.capital || isRole(last.key)) && /s$/u.test(last.key))
    if (plural) return many
    const female = own.some(({ key }) => /(?:woman|queen|princess|mother|sister|daughter|wife|widow|lady|mrs|ms)$/u.test(key))
    const male = own.some(({ key }) => /(?:[^o]man|king|prince|father|brother|son|husband|sir|mr)$/u.test(key) && isRole(key))
    if ((pronoun === 'he' && female) || (pronoun === 'she' && male && !female)) return false
    return !many && (own.some(({ key }) => isRole(key)) || own.some(({ key }) => this.#persons.has(key)))
  }
}

/** Names that stand behind a role somewhere in the text. */
function personsIn(telling: readonly Sentence[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { tokens } of telling) {
    for (const [i, token] of tokens.entries()) {
      if (token.kind !== 'word' || !isRole(token.key)) continue
      for (let k = i + 1; tokens[k]?.capital === true && tokens[k]?.kind === 'word'; k += 1) found.add(tokens[k]?.key ?? '')
    }
  }
  return found
}
