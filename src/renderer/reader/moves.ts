import { characterEnd, characterStart } from '../../domain/text/segments'
import { trimmedSpan, type Span } from '../../domain/text/span'
import { moveEdge } from './edges'
import type { ReaderPassage } from './passages'
import { firstUnit, lastUnit, type Unit } from './stretch'

/** What the keyboard does to a selection. `start` and `end` say which end moves; growing goes outwards. */
export type Move =
  | 'next-sentence' | 'previous-sentence' | 'next-paragraph' | 'previous-paragraph' | 'next-word' | 'previous-word'
  | 'grow-end-word' | 'shrink-end-word' | 'grow-end-sentence' | 'shrink-end-sentence'
  | 'grow-start-word' | 'shrink-start-word' | 'grow-start-sentence' | 'shrink-start-sentence'
  | 'grow-end-character' | 'shrink-end-character' | 'grow-start-character' | 'shrink-start-character'
  | 'collapse'

/**
 * The selection after a move.
 * @param selected what is selected now, or an offset to begin at: then the sentence (paragraph, word) there is taken
 * @returns null for no selection, undefined when there is nowhere to go
 */
export function movedSpan(text: string, selected: Span | number, move: Move, language = 'en'): Span | null | undefined {
  if (move === 'collapse') return typeof selected === 'number' ? undefined : null
  const [verb, ...rest] = move.split('-')
  const kind = rest.at(-1)
  if (kind === 'paragraph') return paragraphTowards(text, selected, verb === 'next')
  if (kind === 'character') return typeof selected === 'number' ? undefined : byCharacter(text, selected, rest[0] === 'start' ? 'start' : 'end', verb === 'grow')
  const unit: Unit = kind === 'word' ? 'word' : 'sentence'
  if (typeof selected === 'number') return unitAt(text, unit, selected, language)
  // From several words, a sentence say, one goes into them first: to the first or the last.
  const inner = unit === 'word' && (verb === 'next' || verb === 'previous') ? endWord(text, selected, verb === 'next', language) : undefined
  if (inner) return inner
  if (verb === 'next') return firstUnit(text, unit, selected.end, language, (one) => one.start >= selected.end)
  if (verb === 'previous') return lastUnit(text, unit, selected.start, language, (one) => one.end <= selected.start)
  return moveEdge(text, selected, rest[0] === 'start' ? 'start' : 'end', unit, verb === 'grow' ? 'out' : 'in', language)
}

/**
 * A move that takes sentences or paragraphs, going past those that lie wholly in what is excluded; words one goes into.
 * @param moved the selection after the move from a place
 */
export function movedPast(passages: readonly ReaderPassage[], selected: Span | number, move: Move, moved: (from: Span | number) => Span | null | undefined): Span | null | undefined {
  const excluded = passages.filter((one) => one.state === 'excluded')
  let span = moved(selected)
  if (!/^(?:next|previous)-(?:sentence|paragraph)$/.test(move)) return span
  for (let at = around(excluded, span); at; at = around(excluded, span)) span = moved({ start: at.start, end: at.end })
  return span
}

const around = (excluded: readonly Span[], span: Span | null | undefined): Span | undefined =>
  span ? excluded.find((one) => one.start <= span.start && span.end <= one.end) : undefined

/** With one end moved by a character, as long as one is left. */
function byCharacter(text: string, selected: Span, edge: 'start' | 'end', grow: boolean): Span | undefined {
  const from = selected[edge]
  const to = (edge === 'end') === grow ? characterEnd(text, from) : characterStart(text, from)
  const span = edge === 'end' ? { start: selected.start, end: to } : { start: to, end: selected.end }
  return to === from || span.start >= span.end ? undefined : span
}

/** The first or last word of a selection that holds several. */
function endWord(text: string, selected: Span, first: boolean, language: string): Span | undefined {
  const one = firstUnit(text, 'word', selected.start, language, (word) => word.start >= selected.start)
  const other = lastUnit(text, 'word', selected.end, language, (word) => word.end <= selected.end)
  return one && other && one.start < other.start ? (first ? one : other) : undefined
}

/** The sentence or word at an offset: the one over it, else the next, else the last before. */
function unitAt(text: string, unit: Unit, offset: number, language = 'en'): Span | undefined {
  return firstUnit(text, unit, offset, language, (one) => one.end > offset) ?? lastUnit(text, unit, offset, language, () => true)
}

function paragraphTowards(text: string, selected: Span | number, next: boolean): Span | undefined {
  if (typeof selected === 'number') return paragraphFrom(text, selected) ?? paragraphBefore(text, selected)
  return next ? paragraphFrom(text, selected.end, selected.end) : paragraphBefore(text, selected.start)
}

/** The first paragraph in the line of `offset` or below it that starts at `least` or later, without white space at its ends. */
function paragraphFrom(text: string, offset: number, least = 0): Span | undefined {
  let start = text.lastIndexOf('\n', offset - 1) + 1
  if (offset === 0) start = 0
  while (start <= text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const found = start < end ? trimmedSpan(text, { start, end }) : undefined
    if (found && found.start >= least) return found
    start = end + 1
  }
  return undefined
}

/** The last paragraph that ends at `offset` or before. */
function paragraphBefore(text: string, offset: number): Span | undefined {
  let end = offset
  for (;;) {
    const start = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1
    // The line `offset` lies in counts only if its text ends before it.
    const whole = text.indexOf('\n', start)
    const found = trimmedSpan(text, { start, end: whole === -1 ? text.length : whole })
    if (found && found.end <= offset) return found
    if (start === 0) return undefined
    end = start - 1
  }
}
