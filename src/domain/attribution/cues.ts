import type { CueForm, CueWords } from './cueWords'
import { leadingPhrase, phraseEnding, phraseFrom, type Phrase, type Token } from './phrases'
import { isMedium } from './speakerWords'

/** A place of a sentence that attributes words to somebody. */
export interface Cue {
  /** Number of the token that is or begins the cue, and of the one behind it. */
  readonly at: number
  readonly to: number
  readonly kind: 'verb' | 'participle' | 'according'
  readonly speech: boolean
  readonly subject: Phrase | null
  /** An agency or medium may be named here: "told the Northern Press Agency". */
  readonly told: Phrase | null
}

/** The cues of a sentence in order, each with whom it names. */
export function cuesOf(tokens: readonly Token[], words: CueWords): readonly Cue[] {
  const found: Cue[] = []
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]
    if (token?.kind !== 'word') continue
    const sequence = words.accordingTo.find((one) => one.every((key, n) => tokens[i + n]?.key === key))
    const verb = words.verbs.get(token.key)
    if (sequence) {
      const subject = phraseFrom(tokens, i + sequence.length, words, true)
      // German "so" is a source's only behind a quotation and before a name.
      if (subject && (token.key !== 'so' || tokens[i - 1]?.kind !== 'word')) found.push({ at: i, to: i + sequence.length, kind: 'according', speech: true, subject, told: null })
    } else if (verb && (!token.capital || i === 0)) {
      const cue = verbCue(tokens, i, verb.form, verb.speech, words, found)
      if (cue) found.push(cue)
    }
  }
  return found
}

const NOT = /^(?:not|never|to|cannot|nicht|nie|pas|ne|no|non|não|niet)$|n't$/u

function verbCue(tokens: readonly Token[], at: number, form: CueForm, speech: boolean, words: CueWords, before: readonly Cue[]): Cue | null {
  let left = at - 1
  while (words.between.has(tokens[left]?.key ?? '') || (/ly$/u.test(tokens[left]?.key ?? '') && tokens[left]?.capital === false)) left -= 1
  // "The minister on Tuesday said"
  if (/day$/u.test(tokens[left]?.key ?? '') && words.bounds.has(tokens[left]?.key ?? '') && left > 1) left -= tokens[left - 1]?.key === 'on' ? 2 : 1
  const key = tokens[left]?.key ?? ''
  if (NOT.test(key)) return null
  const cue = (subject: Phrase | null, kind: Cue['kind'] = 'verb', told = toldTo(tokens, at, words)): Cue | null => (subject && (speech || subject.person || isMedium(tokens.slice(subject.from, subject.to).map((one) => one.key).join(' '))) ? { at, to: at + 1, kind, speech, subject, told } : null)
  if (form === 'participle') return participle(tokens, at, left, words, before, cue)
  if (words.passive.has(key)) return tokens[at]?.key === 'quoted' ? cue(phraseEnding(tokens, left - 1, words), 'verb', by(tokens, at, words)) : null
  if (tokens[at]?.key === 'quoted' && tokens[at + 1]?.key === 'by') return { at, to: at + 1, kind: 'according', speech, subject: by(tokens, at, words), told: null }
  if (tokens[at + 1]?.key === 'by' && tokens[at + 2]?.key.endsWith('ing') !== true) return null
  const behindQuotation = tokens[left]?.kind === 'quotation' || (tokens[left]?.kind === 'sign' && tokens[left - 1]?.kind === 'quotation')
  if (behindQuotation && form !== 'plural') {
    const inverted = phraseFrom(tokens, at + 1, words)
    if (inverted && (inverted.person || words.determiners.has(tokens[at + 1]?.key ?? ''))) return cue(inverted, 'verb', null)
  }
  if (ASKED.test(tokens[at]?.key ?? '') && (left < 0 || (key === ',' && ABOUT.test(tokens[at + 1]?.key ?? '')))) return null
  const front = subjectBefore(tokens, left, words)
  // German "Laut der Agentur sprach der Minister": what is in front is the source's.
  const subject = front && words.accordingTo.some((one) => tokens.slice(Math.max(0, front.from - 2), front.from).some(({ key: before }) => before === one.at(-1))) ? phraseFrom(tokens, at + 1, words) : front
  // "What did they say?"
  if (subject && /^d(?:o|oes|id)$/u.test(tokens[subject.from - 1]?.key ?? '')) return null
  if (subject) return fits(tokens, subject, form, words) ? cue(subject) : null
  if (form !== 'finite') return null
  if (key === ',') return cue(phraseFrom(tokens, at + 1, words), 'verb', null)
  return JOINING.test(key) ? cue(before.at(-1)?.subject ?? leadingPhrase(tokens.slice(0, at), words)) : null
}

const ASKED = /^(?:asked|told|called|quoted|warned|urged|dubbed|described|used|backed)$/u
const ABOUT = /^(?:about|by|whether|if|to|that|why|how|what|when|as)$/u
const JOINING = /^(?:and|but|then|und|aber|et|y|e|ed|en|mais|pero|ma|mas|maar)$/u
const DASH = /^[—–-]$/u
const PARTICIPIAL = /^(?:,|—|–|-|by|while|before|after|and|also|;)$/u

function participle(tokens: readonly Token[], at: number, left: number, words: CueWords, before: readonly Cue[], cue: (subject: Phrase | null, kind: Cue['kind']) => Cue | null): Cue | null {
  const key = tokens[left]?.key ?? ''
  if (key === 'as' && before.at(-1)?.at !== undefined) return null
  if (words.passive.has(key)) return cue(subjectBefore(tokens, left - 1, words), 'verb')
  if (PARTICIPIAL.test(key) || tokens[left]?.kind === 'quotation') {
    const beside = key === ',' || DASH.test(key) ? subjectBefore(tokens, left, words) : null
    if (beside && tokens[beside.from - 1]?.key === 'with') return cue(beside, 'participle')
    const governing = [...before].reverse().find(({ kind }) => kind !== 'according')
    return cue(governing?.subject ?? leadingPhrase(tokens.slice(0, at), words), 'participle')
  }
  const own = phraseEnding(tokens, left, words)
  if (own && (own.pronoun || tokens[own.from - 1]?.key === 'with')) return cue(own, 'participle')
  // "issued a statement saying:"
  const leading = tokens[at + 1]?.kind === 'quotation' || /^(?:[:,]|that)$/u.test(tokens[at + 1]?.key ?? '')
  return leading ? cue(leadingPhrase(tokens, words), 'participle') : null
}

/** A noun that looks like a verb has no such subject: "reports", "claims". */
function fits(tokens: readonly Token[], { from, to, pronoun, person }: Phrase, form: CueForm, words: CueWords): boolean {
  const [last, lead] = [tokens[to - 1], tokens[from - 1]]
  if (!last || last.owning) return !last
  if (form === 'finite') return true
  // "disputed the opposition's claims"
  if (lead?.kind === 'word' && !words.bounds.has(lead.key)) return false
  if (form === 'present') return pronoun ? words.one.has(last.key) : person
  return pronoun ? words.many.has(last.key) : /s$/u.test(last.key) || PLURAL.test(last.key) || tokens.slice(from, to).some(({ key }) => key === 'and')
}

const PLURAL = /^(?:people|police|media|men|women|authorities)$/u

/** Also over what is put between commas, and from "who" back to whom it means. */
function subjectBefore(tokens: readonly Token[], last: number, words: CueWords): Phrase | null {
  const token = tokens[last]
  if (token?.key === 'who') return phraseEnding(tokens, tokens[last - 1]?.key === ',' ? last - 2 : last - 1, words)
  if ((token?.key === 'that' || token?.key === 'which') && tokens[last - 1]?.kind === 'word') return phraseEnding(tokens, last - 1, words)
  if (token?.key !== ',' && !DASH.test(token?.key ?? '')) {
    const phrase = phraseEnding(tokens, last, words)
    // "after talks with the minister ended"
    const lead = phrase ? tokens[phrase.from - 1]?.key ?? '' : ''
    return phrase && phrase.from > 1 && words.links.has(lead) && !words.determiners.has(lead) ? null : phrase
  }
  for (let i = last - 1; i > 0; i -= 1) {
    if (tokens[i]?.key !== token?.key) continue
    const phrase = phraseEnding(tokens, i - 1, words)
    const lead = phrase ? tokens[phrase.from - 1] : undefined
    const name = phraseEnding(tokens, last - 1, words)
    // "A spokesman for the ministry, First Last, said"
    if (phrase && name?.from === i + 1 && name.to > i + 2 && tokens.slice(name.from, name.to).every(({ capital }) => capital) && (words.determiners.has(tokens[phrase.from]?.key ?? '') || tokens[phrase.to - 1]?.capital === false)) return name
    if ((phrase?.person === true || (phrase && words.determiners.has(tokens[phrase.from]?.key ?? ''))) && (!lead || lead.kind !== 'word' || JOINING.test(lead.key) || /^(?:as|that|with)$/u.test(lead.key))) return phrase
  }
  return null
}

const toldTo = (tokens: readonly Token[], at: number, words: CueWords): Phrase | null => (/^t(?:old|ells?|elling)$/u.test(tokens[at]?.key ?? '') ? phraseFrom(tokens, at + 1, words, true) : null)

function by(tokens: readonly Token[], at: number, words: CueWords): Phrase | null {
  return tokens[at + 1]?.key === 'by' ? phraseFrom(tokens, at + 2, words, true) : null
}
