import { readMarks, type Family, type Mark } from './quotationMarks'
import { paragraphs } from './segments'
import { trimmedSpan, type Span } from './span'

/** What stands in quotation marks: the words inside of them, without white space at their ends. */
export interface Quotation extends Span {
  /** With its marks; without a closing one where there is none. */
  readonly outer: Span
  /** Goes on in the next paragraph, which opens with the mark again and is a quotation of its own. */
  readonly continues: boolean
}

interface Open extends Mark {
  /** A straight mark opens for good only once it is closed, as it may be an apostrophe. */
  readonly unsure: boolean
}

/**
 * All that a text has in quotation marks: “ ” ‘ ’ „ “ « » ‹ › 「 」 『 』 and straight ones, also mixed, in either direction.
 * Quotations within quotations are among them, apostrophes are not taken for marks. What is never closed ends with its
 * paragraph. In the order of the text, the outer before the inner; two of them are apart or one within the other.
 * Takes time with the length of the text.
 */
export function quotations(text: string): readonly Quotation[] {
  const found: Quotation[] = []
  const all = paragraphs(text)
  for (const [i, paragraph] of all.entries()) {
    const next = all[i + 1]
    const reopened = next ? LEADING.exec(text.slice(next.start, next.start + LOOKED_AT))?.[1] ?? '' : ''
    found.push(...within(text, paragraph, reopened))
  }
  return found
}

/** Enough for the marks that a paragraph begins with. */
const LOOKED_AT = 16
const LEADING = /^\s*(["'“”„«»‹›‘‚「『]*)/u

function within(text: string, paragraph: Span, reopened: string): readonly Quotation[] {
  const found: Quotation[] = []
  const open: Open[] = []
  // The same by family, so that none has to look through all of them.
  const signs: Record<Family, string[]> = { double: [], single: [], angle: [], narrow: [], corner: [], corners: [] }
  const settle = (one: Open, end: number, outerEnd: number, continues: boolean): void => {
    const inside = trimmedSpan(text, { start: one.at + 1, end })
    if (inside) found.push({ ...inside, outer: { start: one.at, end: outerEnd }, continues })
  }
  const pop = (): Open | undefined => {
    const one = open.pop()
    if (one) signs[one.family].pop()
    return one
  }
  const close = (family: Family, at: number, length: number): void => {
    for (let one = pop(); one; one = pop()) {
      if (one.family === family) return settle(one, at, at + length, false)
      // Left open by what closes around it: a slip, or an apostrophe.
      if (!one.unsure) settle(one, at, at, false)
    }
  }
  for (const mark of readMarks(text, paragraph)) {
    const action = mark.act(signs[mark.family].at(-1) ?? null)
    if (action === 'close' || action === 'anew') close(mark.family, mark.at, action === 'close' ? 1 : 0)
    if (action === 'open' || action === 'anew') {
      open.push({ ...mark, unsure: mark.sign === "'" || mark.sign === '»' || mark.sign === '›' })
      signs[mark.family].push(mark.sign)
    }
  }
  const { end } = trimmedSpan(text, paragraph) ?? paragraph
  for (let one = pop(); one; one = pop()) {
    const continues = reopened.includes(one.sign)
    if (continues || !one.unsure) settle(one, end, end, continues)
  }
  return found.sort((a, b) => a.outer.start - b.outer.start)
}
