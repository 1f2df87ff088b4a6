import type { Span } from '../../domain/text/span'
import type { ReaderMark } from './mark'
import type { Move } from './moves'
import type { Decision } from './decider'
import type { ReaderPassage } from './passages'
import type { Theme } from './palette'
import type { SharedMark, SharedWords } from './sharedMark'
import type { Sight } from './sight'

/** What a column tells its owner. Calls made on the `Reader` itself are not echoed, except that `move` selects. */
export interface ReaderEvents {
  /** The selection changed by mouse or by `move`, which `by` tells; null when it was given up. While the mouse drags nothing is said. */
  select(span: Span | null, by: 'mouse' | 'move'): void
  /** A mark was clicked (in the text or on its label), or null: plain text was clicked. */
  pick(id: string | null): void
  /** A grip of the picked mark was let go at another place; put the changed mark back with `putMark`. */
  resize(id: string, span: Span): void
  /** The column was clicked or focused: it is now the active one. */
  activate(): void
  /** The first visible line changed; `offset` is where it starts. At most once a frame. */
  scroll(offset: number): void
  /**
   * A press on the selection was dragged out of the column: where the mouse is, in client pixels, and what it carries.
   * Null when it came back or was let go. Within the column the same press selects anew.
   */
  carry?(at: { readonly x: number; readonly y: number } | null, span: Span): void
  /** What is carried was let go outside the column; it stays selected. */
  drop?(at: { readonly x: number; readonly y: number }, span: Span): void
  /** A passage was decided on with the buttons beside it; `everywhere` is asked for all of the outlet. */
  decide?(passage: ReaderPassage, decision: Decision, everywhere: boolean): void
  /** A shared passage was pointed at (null: not any more), or with `pressed` clicked, by its bar or in its words where no mark is; null for a click beside all. */
  point?(id: string | null, pressed: boolean): void
  /** The wheel, a press or a key came to the column: if it scrolls now, it is by hand. */
  lead?(): void
  /** Things in the column may be elsewhere than they were, because it was scrolled or drawn anew; before the next frame is painted. */
  stir?(): void
  /** Right click; the innermost mark there, if any. The browser's own menu is already suppressed. */
  contextmenu?(at: { readonly x: number; readonly y: number; readonly mark: string | null }): void
}

export interface ReaderOptions {
  /** The article's canonical text. */
  readonly text: string
  /** BCP 47 tag for hyphenation and for the bounds of sentences and words. */
  readonly language?: string
  /** What a screen reader calls the column, such as the outlet and the headline. */
  readonly label: string
  readonly theme: Theme
  /** Drawn in the first frame; give them here rather than through `setMarks` afterwards. */
  readonly marks?: readonly ReaderMark[]
  /** What may be boilerplate or is left out as such, in text order: greyed and struck through. */
  readonly passages?: readonly ReaderPassage[]
  /** The line that stands at the top at first, by any offset in it. */
  readonly top?: number
  readonly on: ReaderEvents
}

/** A column of text with its annotations. Offsets are UTF-16 units of the canonical text; rectangles are client pixels. */
export interface Reader {
  /** Replaces all marks. */
  setMarks(marks: readonly ReaderMark[]): void
  /** Adds a mark, or replaces the one with its id. */
  putMark(mark: ReaderMark): void
  removeMark(id: string): void
  /** Outlines a mark, with grips where it can be resized; does not scroll (see `reveal`). */
  setPicked(id: string | null): void
  setTheme(theme: Theme): void
  setPassages(passages: readonly ReaderPassage[]): void
  /** Shows stretches as characters that deceive who reads them; in order, without overlaps. */
  setDeceptive(spans: readonly Span[]): void
  /** Replaces the places that other articles have too. */
  setShared(marks: readonly SharedMark[]): void
  /** Lights a shared passage: its bars, and a tint behind its words; null for none. */
  setLit(id: string | null): void
  /** Marks words that differ from those of other articles and dims those that agree; in order, without overlaps. */
  setWording(words: readonly SharedWords[]): void

  selection(): Span | null
  /** The selected text; null when nothing is selected. */
  selectedText(): string | null
  /** Selects without scrolling; the span is made legal, and null gives the selection up. */
  setSelection(span: Span | null): void
  /**
   * Moves, grows or shrinks the selection and scrolls it into view. Without a selection it starts where the text was
   * last clicked or revealed, if that is visible, or at the first visible sentence.
   * @returns false when there was nowhere to go
   */
  move(move: Move): boolean
  /** Where a palette for the selection goes: the visible part of its lines, or null without a selection in sight. */
  anchorRect(): DOMRect | null

  /** Ids of the marks at an offset, innermost first. */
  marksAt(offset: number): string[]
  /** Rectangles of the lines of a span, those further than a screen away from view left out. */
  rects(span: Span): DOMRect[]
  /** Scrolls as little as needed to bring an offset or a span into view, or to a third of the way down if it is far away. */
  reveal(target: number | Span): void
  /** Where the text was last clicked or revealed; null where that was nowhere. */
  caret(): number | null
  /** Where things are now. */
  look(): Sight
  /** Scrolls by hand of another column, without correcting itself afterwards; returns how far down it is then, as far as it goes. */
  glide(to: number): number
  /**
   * Puts the line of an offset `y` pixels below the top, as far as it goes, and keeps it there while the text above is still
   * being measured; returns how far below the top it is.
   */
  put(offset: number, y: number): number
  /** Where the first visible line starts. */
  topOffset(): number
  /** Puts the line holding an offset at the top, and keeps it there while the text above is still being measured. */
  restoreTop(offset: number): void
  focus(): void
  /** Takes the column out of the page, its highlights and listeners with it. */
  destroy(): void
}
