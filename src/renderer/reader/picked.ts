import type { Span } from '../../domain/text/span'
import type { Edge } from './edges'
import type { ReaderMark } from './mark'
import { outlinePath, type LineBox } from './outline'
import type { Positions } from './positions'
import type { Stretch } from './viewport'

const SVG = 'http://www.w3.org/2000/svg'

/** A line at whose left or right side a span ends. */
interface End extends LineBox {
  readonly side: 'left' | 'right'
}

/** The outline around the picked mark and the grips at its ends. */
export class PickedOutline {
  readonly element = document.createElement('div')
  readonly grips: Readonly<Record<Edge, HTMLElement>> = { start: grip('start'), end: grip('end') }
  readonly #path = document.createElementNS(SVG, 'path')
  #d = ''

  constructor() {
    const svg = document.createElementNS(SVG, 'svg')
    svg.append(this.#path)
    this.element.className = 'reader-picked'
    this.element.ariaHidden = 'true'
    this.element.append(svg, this.grips.start, this.grips.end)
  }

  /** Draws the outline of a mark as far as it lies in `blocks`; `origin` is where the element begins, in client pixels. */
  draw(positions: Positions, mark: ReaderMark | undefined, { first, last }: Stretch, origin: { readonly left: number; readonly top: number }): void {
    const place = (box: LineBox, around = 0): LineBox =>
      ({ left: box.left - origin.left - around, right: box.right - origin.left + around, top: box.top - origin.top - 1.5, bottom: box.bottom - origin.top + 1.5 })
    const d = (mark?.spans ?? []).map((span) => outlinePath(positions.lines(span, first, last).map((box) => place(box, 2)))).join('')
    if (d !== this.#d) this.#path.setAttribute('d', d)
    this.#d = d
    const [only, ...more] = mark?.spans ?? []
    for (const edge of ['start', 'end'] as const) {
      const end = only && more.length === 0 && mark?.fixed !== true ? endOf(positions, only, edge, first, last) : undefined
      const grip = this.grips[edge]
      grip.hidden = !end
      if (!end) continue
      const box = place(end, 2)
      grip.style.left = `${box[end.side]}px`
      grip.style.top = `${box.top}px`
      grip.style.height = `${box.bottom - box.top}px`
    }
  }
}

function endOf(positions: Positions, span: Span, edge: Edge, first: number, last: number): End | undefined {
  const at = edge === 'start' ? span.start : span.end - 1
  const [line] = positions.rects({ start: at, end: at + 1 }, first, last)
  const paragraph = line && positions.point(at, true)?.node.parentElement
  if (!line || !paragraph) return undefined
  const leftToRight = getComputedStyle(paragraph).direction !== 'rtl'
  return { left: line.left, right: line.right, top: line.top, bottom: line.bottom, side: (edge === 'start') === leftToRight ? 'left' : 'right' }
}

function grip(edge: Edge): HTMLElement {
  const element = document.createElement('div')
  element.className = `reader-grip ${edge}`
  element.hidden = true
  return element
}
