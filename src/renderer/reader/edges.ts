import type { Span } from '../../domain/text/span'
import { firstUnit, lastUnit, type Unit } from './stretch'

/** One of the two ends of a selection or an annotation. */
export type Edge = 'start' | 'end'

/**
 * A span with one end moved to the next place where a sentence or word ends or begins. Words are reached with and
 * without the quotation marks and full stops that cling to them.
 * @param towards `out` makes the span longer, `in` shorter; it never becomes empty
 * @returns undefined when there is no such place
 */
export function moveEdge(text: string, span: Span, edge: Edge, unit: Unit, towards: 'out' | 'in', language = 'en'): Span | undefined {
  const forward = (edge === 'end') === (towards === 'out')
  const stops = edge === 'end' ? endStops : startStops
  const from = span[edge]
  const wanted = (stop: number): boolean => (forward ? stop > from : stop < from) && (edge === 'end' ? stop > span.start : stop < span.end)
  // Towards smaller offsets the unit that holds the end itself also has a start before it.
  const found = forward
    ? firstUnit(text, unit, from, language, (one) => stops(text, one, unit).some(wanted))
    : lastUnit(text, unit, from, language, (one) => stops(text, one, unit).some(wanted))
  if (!found) return undefined
  const reached = stops(text, found, unit).filter(wanted)
  const stop = forward ? Math.min(...reached) : Math.max(...reached)
  return edge === 'end' ? { start: span.start, end: stop } : { start: stop, end: span.end }
}

/**
 * A span with one end put where a pointer let go of it: at the nearest end (or start) of a word, or exactly there.
 * The other end stays, and the span keeps at least one unit or word.
 */
export function dragEdge(text: string, span: Span, edge: Edge, to: number, exact: boolean, language = 'en'): Span {
  const at = edge === 'end' ? Math.max(to, span.start + 1) : Math.min(to, span.end - 1)
  const put = (offset: number): Span => (edge === 'end' ? { start: span.start, end: offset } : { start: offset, end: span.end })
  if (exact) return put(at)
  const stops = edge === 'end' ? endStops : startStops
  const legal = (stop: number): boolean => (edge === 'end' ? stop > span.start : stop < span.end)
  const near = [
    lastUnit(text, 'word', at, language, (word) => stops(text, word, 'word').some((stop) => stop <= at && legal(stop))),
    firstUnit(text, 'word', at, language, (word) => stops(text, word, 'word').some((stop) => stop >= at && legal(stop))),
  ].flatMap((word) => (word ? stops(text, word, 'word').filter(legal) : []))
  const nearest = near.sort((a, b) => Math.abs(a - at) - Math.abs(b - at))[0]
  return put(nearest ?? at)
}

// What clings to a word and is worth a stop of its own; a comma is not.
const CLOSING = /^[^\s\p{L}\p{N}]*[^\s\p{L}\p{N},;:–—-][^\s\p{L}\p{N}]*/u
const OPENING = /[^\s\p{L}\p{N}]*[^\s\p{L}\p{N},;:–—-][^\s\p{L}\p{N}]*$/u
const CLING = 16

function endStops(text: string, unit: Span, kind: Unit): number[] {
  if (kind === 'sentence') return [unit.end]
  const closing = CLOSING.exec(text.slice(unit.end, unit.end + CLING))?.[0] ?? ''
  // What is followed by a letter belongs to the next word.
  const free = /^[\s]|^$/.test(text.charAt(unit.end + closing.length))
  return closing && free ? [unit.end, unit.end + closing.length] : [unit.end]
}

function startStops(text: string, unit: Span, kind: Unit): number[] {
  if (kind === 'sentence') return [unit.start]
  const opening = OPENING.exec(text.slice(Math.max(0, unit.start - CLING), unit.start))?.[0] ?? ''
  const from = unit.start - opening.length
  return opening && (from === 0 || /\s/.test(text.charAt(from - 1))) ? [unit.start, from] : [unit.start]
}
