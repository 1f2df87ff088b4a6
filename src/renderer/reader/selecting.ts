import { legalSpan, sameSpan, trimmedSpan, type Span } from '../../domain/text/span'
import type { Painter } from './painter'
import type { Positions } from './positions'

/**
 * The selection of one column. The browser has one selection for the whole window; each column keeps its own besides,
 * and paints it itself while the browser's is elsewhere (in a field, in another column).
 */
export class Selecting {
  #span: Span | null = null
  #dragging = false
  /** Where the mouse began to select, while the selection from before is held. */
  #drawn: { readonly node: Node; readonly offset: number } | null = null

  constructor(readonly root: HTMLElement, readonly positions: Positions, readonly painter: Painter) {}

  get span(): Span | null {
    return this.#span
  }

  /** Selects, in the browser too if this column has the focus. */
  set(span: Span | null): void {
    const legal = span && legalSpan(this.positions.page.text, span.start, span.end)
    this.#span = legal ?? null
    if (this.root.contains(document.activeElement)) this.showNative()
    else {
      if (!legal && this.#ours()) getSelection()?.removeAllRanges()
      this.painter.setSelection(this.#span)
    }
  }

  /** Makes the browser's selection this column's. */
  showNative(): void {
    this.painter.setSelection(null)
    if (!this.#span) {
      if (this.#ours()) getSelection()?.removeAllRanges()
      return
    }
    const from = this.positions.point(this.#span.start, true)
    const to = this.positions.point(this.#span.end)
    if (from && to) getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  }

  /** Takes over what the browser has selected, if that began in this column; true when the selection is another now. */
  adopt(): boolean {
    const native = getSelection()
    if (!native?.anchorNode || !native.focusNode || !this.#ours()) return false
    const { page } = this.positions
    const ends = [this.positions.offset(native.anchorNode, native.anchorOffset), this.positions.offset(native.focusNode, native.focusOffset)] as const
    const legal = legalSpan(page.text, ...ends)
    const span = (legal && trimmedSpan(page.text, legal)) ?? null
    const before = this.#span
    this.#span = span
    return span && before ? !sameSpan(span, before) : span !== before
  }

  /** The mouse is about to select: nothing is shown but what it selects. */
  begin(): void {
    // Pressed on what is selected, the mouse would otherwise drag the text away.
    if (this.#ours()) getSelection()?.removeAllRanges()
    this.painter.setSelection(null)
    this.#dragging = true
  }

  end(): void {
    this.#dragging = false
    this.follow()
  }

  /** While the selection is carried out of the column it is what one sees, not what the mouse selects on the way. */
  hold(held: boolean): void {
    const native = getSelection()
    if (held) {
      if (!this.#drawn && native?.anchorNode && this.#ours()) this.#drawn = { node: native.anchorNode, offset: native.anchorOffset }
      this.showNative()
      return
    }
    // Back in the column the mouse goes on selecting from where it was pressed.
    if (this.#drawn) native?.collapse(this.#drawn.node, this.#drawn.offset)
    this.#drawn = null
  }

  /** What was held is let go, and stays selected. */
  settle(): void {
    this.#drawn = null
    this.showNative()
  }

  /** The browser's selection changed: where it isn't ours, ours is painted. */
  follow(): void {
    if (this.#dragging) return
    const native = getSelection()
    this.painter.setSelection(native && !native.isCollapsed && this.#ours() ? null : this.#span)
  }

  /** The lines of it that are in view, as one rectangle in client pixels. */
  rect(rects: readonly DOMRect[]): DOMRect | null {
    const view = this.root.getBoundingClientRect()
    const seen = rects.filter((rect) => rect.bottom > view.top && rect.top < view.bottom)
    if (seen.length === 0) return null
    const [left, right] = [Math.min(...seen.map((rect) => rect.left)), Math.max(...seen.map((rect) => rect.right))]
    const [top, bottom] = [Math.max(view.top, Math.min(...seen.map((rect) => rect.top))), Math.min(view.bottom, Math.max(...seen.map((rect) => rect.bottom)))]
    return new DOMRect(left, top, right - left, bottom - top)
  }

  #ours(): boolean {
    const anchor = getSelection()?.anchorNode
    return Boolean(anchor && this.positions.page.body.contains(anchor))
  }
}
