import type { Edge } from './edges'
import { outlinePath, type LineBox } from './outline'

const SVG = 'http://www.w3.org/2000/svg'

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

  /**
   * @param spans per span the boxes of its lines, in pixels from the top left of the element
   * @param ends where the grips go; none where a mark can't be resized
   */
  draw(spans: readonly (readonly LineBox[])[], ends: Readonly<Partial<Record<Edge, LineBox & { readonly side: 'left' | 'right' }>>>): void {
    const d = spans.map((boxes) => outlinePath(boxes.map(({ left, right, top, bottom }) => ({ left: left - 2, right: right + 2, top: top - 1.5, bottom: bottom + 1.5 })))).join('')
    if (d !== this.#d) this.#path.setAttribute('d', d)
    this.#d = d
    for (const edge of ['start', 'end'] as const) {
      const box = ends[edge]
      const { style } = this.grips[edge]
      this.grips[edge].hidden = !box
      if (!box) continue
      style.left = `${box.side === 'left' ? box.left - 2 : box.right + 2}px`
      style.top = `${box.top - 1.5}px`
      style.height = `${box.bottom - box.top + 3}px`
    }
  }
}

function grip(edge: Edge): HTMLElement {
  const element = document.createElement('div')
  element.className = `reader-grip ${edge}`
  element.hidden = true
  return element
}
