import type { Span } from '../../domain/text/span'
import { afterPaint } from './afterPaint'
import { sectionOf } from './blocks'
import { Geometry, type Extent } from './geometry'
import { gutterFor } from './gutter'
import { Ink, type InkName } from './ink'
import { Margin, type MarginItem } from './margin'
import type { Colour, MarkStyle, ReaderMark } from './mark'
import { MarkSet, marksWithin } from './markSet'
import { Painter } from './painter'
import type { Theme } from './palette'
import { PickedOutline } from './picked'
import type { Positions } from './positions'
import { SharedLayer } from './sharedLayer'
import type { SharedMark, SharedWords } from './sharedMark'
import type { Sight } from './sight'
import type { Stretch, Viewport } from './viewport'

// Screens beyond the visible one that are painted ahead while it scrolls, and how much of that is kept in reserve.
const AHEAD = 0.7
// Brackets and labels are drawn further ahead: each time, the inked text has to be painted again.
const MARGIN_AHEAD = 1.2
const RESERVE = 0.2
// At rest hardly more than what is seen is inked, so that a new mark costs little.
const REST = 0.1
// More characters than a column shows at once, unless it is very large.
const SCREENFUL = 4000
// Rough widths of a full column of text and of a character in it, to guess at heights before anything is laid out.
const MEASURE = 640
const CHARACTER = 7.6

/** The marks of a column and everything drawn for them: under the text, beside it and around the picked one. */
export class Surface {
  readonly painter: Painter
  readonly outline = new PickedOutline()
  readonly shared = new SharedLayer()
  readonly #marks = new MarkSet()
  readonly #inks: Ink
  readonly #margin: Margin
  readonly #geometry: Geometry
  #gutter = gutterFor(0)
  // Blocks whose marks are inked, and those whose brackets are drawn.
  #inked: Stretch = { first: 0, last: -1 }
  #drawn: Stretch = { first: 0, last: -1 }
  #later: (() => void) | undefined
  #picked: string | null = null
  #previewed: ReaderMark | undefined
  // What was given at first, until all of it has been entered.
  #given: readonly ReaderMark[] | undefined
  // Of the text in its column; unknown until it is asked for.
  #left: number | undefined
  #entered = { start: 0, end: 0 }

  /**
   * @param top an offset about the first line that will be seen
   * @param changed called when things were drawn anew, because they are elsewhere or others
   */
  constructor(readonly positions: Positions, readonly viewport: Viewport, theme: Theme, marks: readonly ReaderMark[], top: number, private readonly changed: () => void) {
    this.#given = marks
    this.#inks = new Ink(theme)
    this.#margin = new Margin(theme)
    this.#geometry = new Geometry(positions)
    this.painter = new Painter(positions, this.#inks, this.#marks.index)
    this.#enterWithin(top - SCREENFUL / 10, top + SCREENFUL)
    viewport.root.classList.add(this.#inks.scope)
    positions.page.body.append(this.shared.tint, this.shared.bars.element, this.#margin.element, this.outline.element)
  }

  get picked(): ReaderMark | undefined {
    return this.#picked === null ? undefined : this.#marks.get(this.#picked)
  }

  /** Ids of the marks over an offset, innermost first. */
  marksAt(offset: number): string[] {
    this.complete()
    return this.#marks.at(offset)
  }

  setMarks(marks: readonly ReaderMark[]): void {
    this.#given = marks
    this.complete()
    if (!this.picked) this.#picked = null
    this.painter.refreshAll()
  }

  putMark(mark: ReaderMark): void {
    this.complete()
    const before = this.#marks.put(mark)
    for (const span of [...(before?.spans ?? []), ...mark.spans]) this.painter.refresh(span)
    this.#drawLater()
  }

  removeMark(id: string): void {
    this.complete()
    for (const span of this.#marks.remove(id)?.spans ?? []) this.painter.refresh(span)
    if (this.#picked === id) this.#picked = null
    this.#drawLater()
  }

  /** Shows a mark as it would be while it is dragged; null shows it as it is. */
  preview(mark: ReaderMark | null): void {
    const was = this.#previewed
    if (mark) {
      this.#previewed ??= this.#marks.get(mark.id)
      this.putMark(mark)
    } else if (was) {
      this.#previewed = undefined
      // Removed while it was dragged: it stays away.
      if (this.#marks.get(was.id)) this.putMark(was)
    }
  }

  setPicked(id: string | null): void {
    if (this.#picked === id) return
    this.#picked = id
    // Before everything is drawn for the first time it is drawn with everything.
    if (!this.#given) this.draw()
  }

  /** Replaces what other articles have too; the marks are drawn a frame later. */
  setShared(marks: readonly SharedMark[]): void {
    this.shared.set(marks)
    if (!this.#given) this.#drawLater()
  }

  /** Lights a shared passage; null for none. */
  light(id: string | null): void {
    if (id === this.shared.lit) return
    this.shared.light(id)
    if (!this.#given) this.#drawShared()
  }

  setWording(words: readonly SharedWords[]): void {
    this.painter.setWording(words)
  }

  /** Reads where things are; no part of the text is laid out for it. */
  look(): Sight {
    const { viewport: { root }, positions: { page: { body, sections } } } = this
    this.#geometry.begin()
    const { left, right, top, bottom } = root.getBoundingClientRect()
    const inner = body.getBoundingClientRect()
    this.#left ??= sections[0] ? Number.parseFloat(getComputedStyle(sections[0]).paddingLeft) : 0
    const line = (offset: number): Extent => {
      const { top: above, bottom: below } = this.#geometry.line(offset, this.#drawn)
      return { top: above + this.#geometry.body, bottom: below + this.#geometry.body }
    }
    return {
      left, right, top, bottom, line,
      textLeft: inner.left + this.#left, textRight: inner.right - this.#gutter.width,
      scrolled: root.scrollTop, furthest: root.scrollHeight - root.clientHeight,
      near: () => this.shared.between(...this.#drawnOffsets()),
      places: (id) => this.shared.placesOf(id).map(({ start, end }) => ({ top: line(start).top, bottom: line(Math.max(start, end - 1)).bottom })),
    }
  }

  setTheme(theme: Theme): void {
    this.#inks.setTheme(theme)
    this.#margin.setTheme(theme)
  }

  /** The column has another width (in pixels) or its type another size: lines break anew. */
  resize(width: number): void {
    this.#gutter = gutterFor(width)
    this.#left = undefined
    this.viewport.root.style.setProperty('--reader-gutter', `${this.#gutter.width}px`)
    this.positions.page.estimate((Math.min(width, MEASURE) - this.#gutter.width) / CHARACTER)
    this.#geometry.clear()
  }

  /** Paints what the first frame shows, and looks only at the marks for that: the rest comes with `complete`. */
  first(): void {
    const { blocks } = this.positions.page
    this.#inked = this.#blocksNear(REST)
    const [from, to] = [blocks.starts[this.#inked.first] ?? 0, blocks.ends[this.#inked.last] ?? 0]
    if (from < this.#entered.start || to > this.#entered.end) this.#enterWithin(from, to)
    this.painter.show(this.#inked.first, this.#inked.last)
  }

  /** Enters all marks and draws the margin, which the first frame left out. */
  complete(): void {
    if (!this.#given) return
    const marks = this.#given
    this.#given = undefined
    this.positions.page.lay()
    this.#reset(marks)
    this.redraw()
  }

  /** Rectangles of a span's lines, those further than a screen away from view left out. */
  rects(span: Span): DOMRect[] {
    const { first, last } = this.#blocksNear(1)
    return this.positions.rects(span, first, last)
  }

  /** Draws everything again, where lines break anew or other text is in view. */
  redraw(): void {
    this.complete()
    this.rest()
    this.#drawn = this.#blocksNear(MARGIN_AHEAD)
    this.draw()
  }

  /** Paints ahead where scrolling has used up what was painted. */
  follow(): void {
    this.complete()
    const needed = this.#blocksNear(RESERVE)
    const missing = (have: Stretch): boolean => needed.first < have.first || needed.last > have.last
    if (!missing(this.#inked) && !missing(this.#drawn)) return
    if (missing(this.#inked)) this.#ink(this.#blocksNear(AHEAD))
    if (!missing(this.#drawn)) return
    this.#drawn = this.#blocksNear(MARGIN_AHEAD)
    this.#drawLater()
  }

  /** Scrolling is over: what was inked ahead is let go. */
  rest(): void {
    this.#ink(this.#blocksNear(REST))
  }

  /** Draws brackets, labels and the outline again where the text is now. */
  draw(): void {
    const { blocks, body } = this.positions.page
    this.#later?.()
    this.#later = undefined
    this.#geometry.begin()
    const base = this.#geometry.sectionTop(Math.max(0, sectionOf(blocks, this.#drawn.first)))
    const [from, to] = this.#drawnOffsets()
    const items = new Map<string, MarginItem>()
    for (const entry of this.#marks.index.overlapping(from, to)) {
      const extent = this.#geometry.extent(entry, from, to)
      if (!extent) continue
      const [top, bottom] = [extent.top - base, extent.bottom - base]
      const so = items.get(entry.value.id)
      items.set(entry.value.id, so
        ? { ...so, bottom: Math.max(so.bottom, bottom), parts: withPart(so.parts, { top, bottom }) }
        : { key: entry.value.id, mark: entry.value, top, bottom, parts: [{ top, bottom }] })
    }
    const { left, top } = body.getBoundingClientRect()
    const right = body.clientWidth
    const drawShared = this.shared.measure(this.#geometry, this.#drawn, [from, to], { base, left, top: top + base })
    this.outline.draw(this.positions, this.picked, this.#drawn, { left, top: top + base })
    for (const { style } of [this.#margin.element, this.outline.element]) style.top = `${base}px`
    drawShared()
    this.#margin.resize(this.#gutter, right)
    this.#margin.draw([...items.values()], this.#picked)
    this.changed()
  }

  #drawnOffsets(): readonly [from: number, to: number] {
    const { starts, ends } = this.positions.page.blocks
    return [starts[this.#drawn.first] ?? 0, ends[this.#drawn.last] ?? 0]
  }

  #drawShared(): void {
    const { blocks, body } = this.positions.page
    this.#geometry.begin()
    const base = this.#geometry.sectionTop(Math.max(0, sectionOf(blocks, this.#drawn.first)))
    this.shared.measure(this.#geometry, this.#drawn, this.#drawnOffsets(), { base, left: body.getBoundingClientRect().left, top: this.#geometry.body + base })()
  }

  destroy(): void {
    this.#later?.()
    this.#inks.destroy()
  }

  /** Draws the margin a frame after the text: what was done is seen at once, and what is said of it next to it follows. */
  #drawLater(): void {
    this.#later ??= afterPaint(() => { this.draw() })
  }

  #ink(blocks: Stretch): void {
    this.#inked = blocks
    this.painter.show(blocks.first, blocks.last)
  }

  #blocksNear(screens: number): Stretch {
    return this.viewport.blocksNear(this.viewport.root.clientHeight * screens)
  }

  #enterWithin(start: number, end: number): void {
    this.#entered = { start, end }
    this.#reset(marksWithin(this.#given ?? [], start, end))
  }

  #reset(marks: readonly ReaderMark[]): void {
    this.#geometry.clear()
    this.#marks.reset(marks)
    this.#inks.prepare(inksOf(marks))
  }
}

/** Parts from top to bottom with another one, which joins the last where they stand beside the same lines. */
function withPart(parts: MarginItem['parts'], part: MarginItem['parts'][number]): MarginItem['parts'] {
  const last = parts.at(-1)
  return last && part.top < last.bottom ? [...parts.slice(0, -1), { top: last.top, bottom: Math.max(last.bottom, part.bottom) }] : [...parts, part]
}

/** The inks many marks need. Their names are put together only once each: that would be the slow part. */
function inksOf(marks: readonly ReaderMark[]): Set<InkName> {
  const styles = new Map<Colour, Set<MarkStyle>>()
  for (const { colour, style } of marks) {
    const known = styles.get(colour)
    if (known) known.add(style)
    else styles.set(colour, new Set([style]))
  }
  return new Set([...styles].flatMap(([colour, used]) => [...used].map((style): InkName => `${colour}-${style}`)))
}
