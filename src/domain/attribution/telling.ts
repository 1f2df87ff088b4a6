import { paragraphs, sentences } from '../text/segments'
import { quotations, type Quotation } from '../text/quotations'
import type { Span } from '../text/span'
import { cuesOf, type Cue } from './cues'
import type { CueWords } from './cueWords'
import { tokensOf, type Token } from './phrases'

/** A sentence as the outlet tells it: what is in quotation marks is one token of it, however many sentences it has. */
export interface Sentence extends Span {
  readonly number: number
  readonly paragraph: number
  readonly tokens: readonly Token[]
  readonly quoted: readonly Quotation[]
  readonly cues: readonly Cue[]
}

/** The sentences of a text in order. @param words null where nothing is known of how its language attributes */
export function tellingOf(text: string, language: string, words: CueWords | null): readonly Sentence[] {
  const outermost: Quotation[] = []
  for (const one of quotations(text)) {
    const last = outermost.at(-1)
    if (!last || last.outer.end <= one.outer.start) outermost.push(one)
  }
  const masked = mask(text, outermost)
  const found: Sentence[] = []
  let next = 0
  for (const [paragraph, within] of paragraphs(text).entries()) {
    for (const span of sentences(masked, within, language || 'en')) {
      const first = next
      while (next < outermost.length && (outermost[next]?.outer.start ?? 0) < span.end) next += 1
      const quoted = outermost.slice(first, next)
      const tokens = tokensOf(text, span, quoted)
      found.push({ ...span, number: found.length, paragraph, tokens, quoted, cues: words ? cuesOf(tokens, words) : [] })
    }
  }
  return found
}

/** The text at its length with what is quoted made one word, so that no sentence ends within; its last sign stays. */
function mask(text: string, quoted: readonly Quotation[]): string {
  let masked = ''
  let from = 0
  for (const { start, end } of quoted) {
    const ending = end - start > 1 && /[.!?…]/u.test(text.charAt(end - 1)) ? 1 : 0
    masked += `${text.slice(from, start)}${/\p{Lu}/u.test(text.charAt(start)) ? 'X' : 'x'}${'x'.repeat(Math.max(0, end - start - ending - 1))}`
    from = end - ending
  }
  return masked + text.slice(from)
}
