import { fold } from '../../text/fold'
import { frequentWords } from './usualWords'

const scripts = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Han', 'Hiragana', 'Katakana', 'Hangul', 'Devanagari', 'Thai', 'Armenian', 'Georgian', 'Bengali', 'Tamil', 'Ethiopic', 'Khmer', 'Myanmar', 'Lao'] as const
const patterns = scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const)
/** Japanese mixes three. */
const families: Readonly<Record<string, string>> = { Hiragana: 'Han', Katakana: 'Han' }
/** Unit -> its script, filled as units come up. */
const known = new Map<number, string>()

/** So much of a text tells what it is written in. */
const LOOKED_AT = 3_000
/** Of the words of a text in a language, at least so many are among its most frequent ones. */
const SHARE = 0.12
const ENOUGH = 12

/** What a text is written in, as far as one can tell. */
export interface Writing {
  /** Empty when the text has no letters. */
  readonly script: string
  /** Primary language subtag, or empty. */
  readonly language: string
}

/** @param tag what the article itself says, BCP 47, or empty */
export function writingOf(text: string, tag: string): Writing {
  const sample = text.slice(0, LOOKED_AT)
  const counts = new Map<string, number>()
  for (let at = 0; at < sample.length; at += 1) {
    const script = scriptOf(sample.charCodeAt(at))
    if (script !== '') counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  const [script = '', letters = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  const own = /^[A-Za-z]{2,3}(?=-|$)/u.exec(tag)?.[0].toLowerCase() ?? ''
  return letters === 0 ? { script: '', language: own } : { script, language: own === '' ? frequentIn(sample) : own }
}

function scriptOf(unit: number): string {
  let script = known.get(unit)
  if (script === undefined) {
    const name = patterns.find(([, pattern]) => pattern.test(String.fromCharCode(unit)))?.[0] ?? ''
    known.set(unit, script = families[name] ?? name)
  }
  return script
}

function frequentIn(sample: string): string {
  const words = fold(sample).text.match(/\p{L}+/gu) ?? []
  if (words.length < ENOUGH) return ''
  const hits = Object.entries(frequentWords).map(([language, list]) => ({ language, share: words.filter((word) => list.has(word)).length / words.length }))
  const [best] = hits.sort((a, b) => b.share - a.share)
  return best && best.share >= SHARE ? best.language : ''
}

/**
 * Which of the texts can be compared with one another: those in one script and one language. One that does not tell its
 * language goes with the largest group in its script.
 * @returns a group's key for each; empty for what has no letters
 */
export function comparable(writings: readonly Writing[]): readonly string[] {
  const sizes = new Map<string, number>()
  const keyOf = ({ script, language }: Writing): string => `${script} ${language}`
  for (const one of writings) if (one.script !== '' && one.language !== '') sizes.set(keyOf(one), (sizes.get(keyOf(one)) ?? 0) + 1)
  const largest = (script: string): string => {
    let best = `${script} `
    for (const [key, size] of sizes) if (key.startsWith(`${script} `) && size > (sizes.get(best) ?? 0)) best = key
    return best
  }
  return writings.map((one) => (one.script === '' ? '' : one.language === '' ? largest(one.script) : keyOf(one)))
}

/** Whether the rules for English words hold; also for Latin letters in a language one can't tell. */
export const isEnglish = ({ script, language }: Writing): boolean => script === 'Latin' && (language === 'en' || language === '')
