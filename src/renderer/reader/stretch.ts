import { splitsPair, type Span } from '../../domain/text/span'
import { sentences, words } from '../../domain/text/segments'

export type Unit = 'sentence' | 'word'

// Further than any sentence reaches, near enough to be segmented at every key press.
const REACH = 3000

/**
 * The line around an offset, or of a very long line the part around it: what has to be looked at to know the
 * sentences and words there.
 */
function stretchAround(text: string, offset: number): Span {
  const at = Math.max(0, Math.min(offset, text.length))
  const before = text.slice(Math.max(0, at - REACH), at)
  const after = text.slice(at, at + REACH)
  return { start: at - before.length + cutFront(text, at, before), end: at + cutBack(text, at, after) }
}

function cutFront(text: string, at: number, before: string): number {
  const newline = before.lastIndexOf('\n')
  if (newline !== -1) return newline + 1
  if (before.length === at) return 0
  const space = before.search(/\s/)
  return space !== -1 && space < REACH / 2 ? space + 1 : Number(splitsPair(text, at - before.length))
}

function cutBack(text: string, at: number, after: string): number {
  const newline = after.indexOf('\n')
  if (newline !== -1) return newline
  if (at + after.length === text.length) return after.length
  const kept = after.trimEnd().length
  const space = Math.max(after.lastIndexOf(' ', kept), after.lastIndexOf('\t', kept))
  return space > REACH / 2 ? space : after.length - Number(splitsPair(text, at + after.length))
}

/** The first unit at or after the stretch around `from` that `wanted` accepts. */
export function firstUnit(text: string, unit: Unit, from: number, language: string, wanted: (span: Span) => boolean): Span | undefined {
  for (let at = from; at <= text.length;) {
    const stretch = stretchAround(text, at)
    const found = unitsIn(text, unit, stretch, language).find(wanted)
    if (found) return found
    at = Math.max(at, stretch.end) + 1
  }
  return undefined
}

/** The last unit at or before the stretch around `from` that `wanted` accepts. */
export function lastUnit(text: string, unit: Unit, from: number, language: string, wanted: (span: Span) => boolean): Span | undefined {
  for (let at = from; at >= 0;) {
    const stretch = stretchAround(text, at)
    const found = unitsIn(text, unit, stretch, language).filter(wanted).at(-1)
    if (found) return found
    at = Math.min(at, stretch.start) - 1
  }
  return undefined
}

function unitsIn(text: string, unit: Unit, within: Span, language: string): Span[] {
  return unit === 'sentence' ? sentences(text, within, language) : words(text, within, language)
}
