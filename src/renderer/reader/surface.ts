import type { Span } from '../../domain/text/span'
import type { Edge } from './edges'
import { Geometry } from './geometry'
import { gutterFor } from './gutter'
import { Ink, type InkName } from './ink'
import { IntervalIndex, type Entry } from './intervalIndex'
import { Margin, type MarginItem } from './margin'
import type { ReaderMark } from './mark'
import type { LineBox } from './outline'
import { Painter } from './painter'
import type { Theme } from './palette'
import { PickedOutline } from './picked'
import type { Positions } from './positions'
import type { Viewport } from './viewport'
import { sectionOf } from './blocks'

// Screens beyond the visible one that are painted ahead, and how much of that may be used up before painting anew.
const AHEAD = 1
const RESERVE = 0.4
// Rough widths of a full column of text and of a character in it, to guess at heights before anything is laid out.
const MEASURE = 640
const CHARACTER = 7.6
// The first frame has only what is seen, and a little for what is measured too short.
const FIRST = 0.1

type Marked = Entry<ReaderMark>

/** The marks of a column and everything drawn for them: under the text, beside it and around the picked one. */
export class Surface {
  readonly index: IntervalIndex<ReaderMark>
  readonly painter: Painter
  readonly outline = new PickedOutline()
  readonly #marks = new Map<string, { mark: ReaderMark; entries: readonly Marked[] }>()
  readonly #ink: Ink
  readonly #margin: Margin
  readonly #geometry: Geometry
  #gutter = gutterFor(0)
  #near = { first: 0, last: -1 }
  #picked: string | null = null
  #previewed: ReaderMark | undefined

  constructor(readonly positions: Positions, readonly viewport: Viewport, theme: Theme, marks: readonly ReaderMark[]) {
    this.#ink = new Ink(theme, new Set(marks.map(({ colour, style }): InkName => `${colour}-${style}`)))
    this.#margin = new Margin(theme)
    this.#geometry = new Geometry(positions)
    this.index = new IntervalIndex(marks.flatMap((mark) => this.#enter(mark)))
    this.painter = new Painter(positions, this.#ink, this.index)
    viewport.root.classList.add(this.#ink.scope)
    positions.page.body.append(this.#margin.element, this.outline.element)
  }

  get picked(): ReaderMark | undefined {
    return this.#picked === null ? undefined : this.#marks.get(this.#picked)?.mark
  }

  mark(id: string): ReaderMark | undefined {
    return this.#marks.get(id)?.mark
  }

  setMarks(marks: readonly ReaderMark[]): void {
    this.#marks.clear()
    this.#geometry.clear()
    this.index.reset(marks.flatMap((mark) => this.#enter(mark)))
    if (this.#picked !== null && !this.#marks.has(this.#picked)) this.#picked = null
    this.painter.refreshAll()
    this.draw()
  }

  putMark(mark: ReaderMark): void {
    const before = this.#leave(mark.id)
    const after = this.#enter(mark)
    for (const entry of after) this.index.add(entry)
    for (const span of [...before, ...after]) this.painter.refresh(span)
    this.draw()
  }

  removeMark(id: string): void {
    for (const span of this.#leave(id)) this.painter.refresh(span)
    if (this.#picked === id) this.#picked = null
    this.draw()
  }

  /** Shows a mark as it would be while it is dragged; null shows it as it is. */
  preview(mark: ReaderMark | null): void {
    const was = this.#previewed
    if (mark) {
      this.#previewed ??= this.mark(mark.id)
      this.putMark(mark)
    } else if (was) {
      this.#previewed = undefined
      // Removed while it was dragged: it stays away.
      if (this.#marks.has(was.id)) this.putMark(was)
    }
  }

  setPicked(id: string | null): void {
    if (this.#picked === id) return
    this.#picked = id
    this.draw()
  }

  setTheme(theme: Theme): void {
    this.#ink.setTheme(theme)
    this.#margin.setTheme(theme)
  }

  /** The column has another width (in pixels) or its type another size: lines break anew. */
  resize(width: number): void {
    this.#gutter = gutterFor(width)
    this.viewport.root.style.setProperty('--reader-gutter', `${this.#gutter.width}px`)
    this.positions.page.estimate((Math.min(width, MEASURE) - this.#gutter.width) / CHARACTER)
    this.#geometry.clear()
  }

  /** Paints what the first frame shows; the rest comes with the next `follow`. */
  first(): void {
    this.#show(FIRST)
  }

  /** Paints ahead where scrolling has used up what was painted. */
  follow(): void {
    const { first, last } = this.viewport.blocksNear(this.viewport.root.clientHeight * RESERVE)
    if (first < this.#near.first || last > this.#near.last) this.#show(AHEAD)
  }

  /** Draws brackets, labels and the outline again where the text is now. */
  draw(): void {
    const { blocks, body } = this.positions.page
    const { first, last } = this.#near
    this.#geometry.begin()
    const base = this.#geometry.sectionTop(Math.max(0, sectionOf(blocks, first)))
    const [from, to] = [blocks.starts[first] ?? 0, blocks.ends[last] ?? 0]
    const items: MarginItem[] = []
    for (const entry of this.index.overlapping(from, to)) {
      const extent = this.#geometry.extent(entry, from, to)
      if (extent) items.push({ key: `${entry.value.id} ${entry.start}`, mark: entry.value, top: extent.top - base, bottom: extent.bottom - base })
    }
    const origin = body.getBoundingClientRect()
    const outlined = this.#outlined(first, last, origin.left, origin.top + base)
    for (const { style } of [this.#margin.element, this.outline.element]) style.top = `${base}px`
    this.#margin.resize(this.#gutter, body.clientWidth)
    this.#margin.draw(items, this.#picked)
    this.outline.draw(outlined.spans, outlined.ends)
  }

  destroy(): void {
    this.#ink.destroy()
  }

  #show(screens: number): void {
    this.#near = this.viewport.blocksNear(this.viewport.root.clientHeight * screens)
    this.painter.show(this.#near.first, this.#near.last)
    this.draw()
  }

  #outlined(first: number, last: number, left: number, top: number): { spans: LineBox[][]; ends: Partial<Record<Edge, LineBox & { side: 'left' | 'right' }>> } {
    const mark = this.picked
    if (!mark) return { spans: [], ends: {} }
    const move = (box: LineBox): LineBox => ({ left: box.left - left, right: box.right - left, top: box.top - top, bottom: box.bottom - top })
    const spans = mark.spans.map((span) => this.positions.lines(span, first, last).map(move)).filter((boxes) => boxes.length > 0)
    const [only, ...more] = mark.spans
    if (!only || more.length > 0 || mark.fixed === true) return { spans, ends: {} }
    const ends: Partial<Record<Edge, LineBox & { side: 'left' | 'right' }>> = {}
    for (const edge of ['start', 'end'] as const) {
      const end = this.#end(only, edge, first, last)
      if (end) ends[edge] = { ...move(end), side: end.side }
    }
    return { spans, ends }
  }

  /** The line at one end of a span, and the side on which it ends there. */
  #end(span: Span, edge: Edge, first: number, last: number): (LineBox & { side: 'left' | 'right' }) | undefined {
    const at = edge === 'start' ? span.start : span.end - 1
    const [line] = this.positions.rects({ start: at, end: at + 1 }, first, last)
    const node = line && this.positions.point(at, true)?.node.parentElement
    if (!line || !node) return undefined
    const leftToRight = getComputedStyle(node).direction !== 'rtl'
    return { left: line.left, right: line.right, top: line.top, bottom: line.bottom, side: (edge === 'start') === leftToRight ? 'left' : 'right' }
  }

  #enter(mark: ReaderMark): readonly Marked[] {
    const entries = mark.spans.map((span) => ({ start: span.start, end: span.end, value: mark }))
    this.#marks.set(mark.id, { mark, entries })
    return entries
  }

  #leave(id: string): readonly Marked[] {
    const known = this.#marks.get(id)
    if (!known) return []
    this.#marks.delete(id)
    for (const entry of known.entries) {
      this.index.remove(entry)
      this.#geometry.forget(entry)
    }
    return known.entries
  }
}
