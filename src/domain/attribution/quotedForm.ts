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
  const led = before !== undefined && (before.key === ':' || cues.some(({ to, kind }) => kind !== 'according' && (to === i || (before.key === ',' && to < i && to > i - SAID_TO))) || (before.key === ',' && (BEGUN.test(inside) || /ing$/u.test(tokens[i - 2]?.key ?? ''))))
  const apart = before === undefined || before.kind === 'quotation' || (before.kind === 'sign' && !/^[([—–,-]$/u.test(before.key))
  const begins = led || (apart && BEGUN.test(inside))
  const closed = ENDED.test(inside) || continues
  const ends = closed || PAUSED.test(inside) || (after !== undefined && /^[,.]$/u.test(after.key)) || inside.split(' ').length >= LONG
  return begins && ends && (closed || before !== undefined || after !== undefined) ? 'direct' : 'fragment'
}

/** "told the reporters, “": words between what leads in and the comma. */
const SAID_TO = 6
/** Words that hardly are less than a sentence, though no sign ends them. */
const LONG = 6
