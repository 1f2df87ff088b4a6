import { foldedCharacter, type Folding } from './foldedCharacter'
import { legalSpan, splitsPair, type Span } from './span'

/** A text as searches see it: see `fold`. */
export interface Folded {
  readonly text: string
  /**
   * Where offsets in it and in the text itself drift apart: pairs of an offset in the folded text and what to add to it and to
   * those after it. Null where they are the same throughout.
   */
  readonly drift: readonly number[] | null
}

// Results that are no character: half a surrogate pair never comes out of the table.
const UNKNOWN = 0xd800
const SEVERAL = 0xd801
const SPACE = 0x20

/** UTF-16 unit -> what it counts as, as far as that was asked. */
class FoldingTable {
  readonly units = new Uint16Array(0x1_0000).fill(UNKNOWN)
  private readonly several = new Map<number, string>()

  constructor(readonly folding: Folding) {}

  /** One unit, or `SEVERAL`, with which `string` says what it is. */
  look(unit: number): number {
    const found = foldedCharacter(String.fromCharCode(unit), this.folding)
    const one = found.length === 1 ? found.charCodeAt(0) : SEVERAL
    this.units[unit] = one
    if (one === SEVERAL) this.several.set(unit, found)
    return one
  }

  string(unit: number): string {
    return this.several.get(unit) ?? ''
  }
}

const tables: Readonly<Record<Folding, FoldingTable>> = { plain: new FoldingTable('plain'), case: new FoldingTable('case') }

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff

/**
 * The text with all that a search passes over levelled out: capitals (unless `case` is to count), accents, typographic
 * quotation marks, dashes and spaces, letters of other scripts that look Latin; characters one can't see are dropped, and white
 * space of any length is one space. The text itself is not altered: `spanOf` leads back to it.
 */
export function fold(text: string, folding: Folding = 'plain'): Folded {
  const table = tables[folding]
  const { units } = table
  const out = new FoldedText(text.length)
  let last = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    let folded = units[unit] ?? UNKNOWN
    if (folded === UNKNOWN && !isSurrogate(unit)) folded = table.look(unit)
    if (folded < UNKNOWN || folded > SEVERAL) {
      if (folded !== SPACE || last !== SPACE) out.put(folded, at)
      last = folded
    } else {
      const whole = isSurrogate(unit) ? String.fromCodePoint(text.codePointAt(at) ?? unit) : ''
      const string = whole === '' ? table.string(unit) : whole.length === 2 ? foldedCharacter(whole, folding) : whole
      out.add(string, at)
      if (string !== '') last = 0
      at += Math.max(0, whole.length - 1)
    }
  }
  return out.end()
}

/** Takes so many units in one call, which the engine's stack bears. */
const AT_ONCE = 8_192

class FoldedText {
  private readonly drift: number[] = []
  private now = 0
  private length = 0
  private units: Uint16Array

  constructor(expected: number) {
    this.units = new Uint16Array(expected)
  }

  /** @param from where in the text it comes from */
  put(unit: number, from: number): void {
    if (from - this.length !== this.now) {
      this.now = from - this.length
      this.drift.push(this.length, this.now)
    }
    if (this.length === this.units.length) this.grow()
    this.units[this.length] = unit
    this.length += 1
  }

  add(string: string, from: number): void {
    // An astral character that stays as it is keeps its two places.
    const apart = string.length === 2 && isHigh(string.charCodeAt(0))
    for (let i = 0; i < string.length; i += 1) this.put(string.charCodeAt(i), apart ? from + i : from)
  }

  end(): Folded {
    let text = ''
    for (let at = 0; at < this.length; at += AT_ONCE) text += String.fromCharCode.apply(null, this.units.subarray(at, Math.min(at + AT_ONCE, this.length)) as unknown as number[])
    return { text, drift: this.drift.length === 0 ? null : this.drift }
  }

  private grow(): void {
    const larger = new Uint16Array(this.units.length * 2 + 32)
    larger.set(this.units)
    this.units = larger
  }
}

/** Where in the text itself a place of the folded text is; UTF-16 offsets. */
export function placeOf({ drift }: Folded, offset: number): number {
  if (!drift) return offset
  let [low, high] = [0, drift.length / 2]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((drift[2 * middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low === 0 ? offset : offset + (drift[2 * low - 1] ?? 0)
}

const AFTER = /.\p{M}*/suy

/**
 * The span of the text itself that a stretch of the folded text comes from, with the accents that belong to its last letter.
 * @param text the text that was folded; asked for only where it is needed
 * @param start half-open, in the folded text, `start < end`
 */
export function spanOf(folded: Folded, text: () => string, start: number, end: number): Span {
  const [from, last, next] = [placeOf(folded, start), placeOf(folded, end - 1), placeOf(folded, end)]
  const torn = splitsPair(folded.text, start) || splitsPair(folded.text, end)
  if (next === last + 1 && end < folded.text.length && !torn) return { start: from, end: next }
  const whole = text()
  AFTER.lastIndex = last
  const reached = last + (AFTER.exec(whole)?.[0].length ?? 1)
  return legalSpan(whole, from, reached) ?? { start: from, end: reached }
}
