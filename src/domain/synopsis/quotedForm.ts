import type { Quotation } from '../text/quotations'
import type { Sentence } from './telling'

const ENDED = /[.!?…。！？]$/u
const PAUSED = /[,，]$/u
const BEGUN = /^(?:[[(…. ]|\.\.\.)*[\p{Lu}\p{Lo}\p{N}]/u

/**
 * Whether a quotation is whole sentences: it begins as one or is led in by a colon, a comma or a word that attributes, and it
 * ends as one, or with the comma that such a word follows.
 */
export function formOf(text: string, { tokens, cues }: Sentence, { start, end, outer, continues }: Quotation): 'direct' | 'fragment' {
  const inside = text.slice(start, end)
  const i = tokens.findIndex((token) => token.start === outer.start)
  const [before, after] = [tokens[i - 1], tokens[i + 1]]
  const led = before !== undefined && (/^[:,]$/u.test(before.key) || cues.some(({ to, kind }) => to === i && kind !== 'according'))
  const begins = before === undefined || before.kind === 'quotation' ? BEGUN.test(inside) || led : led || (before.kind === 'sign' && !/^[([—–-]$/u.test(before.key) && BEGUN.test(inside))
  const ends = ENDED.test(inside) || PAUSED.test(inside) || continues || after === undefined || /^[,.]$/u.test(after.key) || after.kind === 'quotation'
  const alone = before === undefined && after === undefined
  return begins && ends && (alone || / /u.test(inside) || !/[\p{Lu}\p{Ll}]/u.test(inside)) && (before !== undefined || after !== undefined || ENDED.test(inside) || continues || inside.length > 60) ? 'direct' : 'fragment'
}
