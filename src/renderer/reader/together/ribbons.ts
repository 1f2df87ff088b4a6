import { clipped, ribbonsBetween, type Bank } from './ribbonShapes'
import type { Seen } from './following'

const SVG = 'http://www.w3.org/2000/svg'
// From the text to the outer edge of the bar beside it.
const BAR = 16

/** The shapes over the columns that join what is shared: clearly what is in hand, faintly all the rest if wanted. */
export class Ribbons {
  readonly element = document.createElementNS(SVG, 'svg')
  readonly #clip = document.createElementNS(SVG, 'path')
  readonly #paths = { faint: path('faint'), lit: path('lit'), crossing: path('crossing') }
  readonly #drawn = new Map<SVGPathElement, string>()

  constructor() {
    const clip = document.createElementNS(SVG, 'clipPath')
    clip.id = 'ribbons-clip'
    clip.append(this.#clip)
    const shapes = document.createElementNS(SVG, 'g')
    shapes.setAttribute('clip-path', 'url(#ribbons-clip)')
    shapes.append(...Object.values(this.#paths))
    this.element.append(clip, shapes)
    this.element.classList.add('together-ribbons')
    this.element.ariaHidden = 'true'
  }

  /**
   * @param rest ids of passages that are joined faintly
   * @param shifts how far columns were scrolled since they were looked at, in pixels
   * @returns what draws them, which reads nothing
   */
  measure(seen: readonly Seen[], lit: string | null, rest: readonly string[], shifts: ReadonlyMap<string, number>, { left, top }: { readonly left: number; readonly top: number }): () => void {
    const banks = (id: string): Bank[][] => seen.map(({ article, sight }) => sight.places(id).flatMap((place): Bank[] => {
      const shift = shifts.get(article) ?? 0
      const whole = { left: sight.textLeft - left - BAR, right: sight.textRight - left, top: place.top - top - shift, bottom: place.bottom - top - shift }
      const seenOfIt = clipped(whole, sight.top - top, sight.bottom - top)
      return seenOfIt ? [seenOfIt] : []
    }))
    const own = lit === null ? [] : ribbonsBetween(banks(lit))
    const faint = rest.flatMap((id) => (id === lit ? [] : ribbonsBetween(banks(id)).filter(({ crossing }) => !crossing)))
    const clip = seen.map(({ sight }) => `M${sight.left - left} ${sight.top - top}H${sight.right - left + 1}V${sight.bottom - top}H${sight.left - left}Z`).join('')
    return () => {
      this.#write(this.#clip, clip)
      this.#write(this.#paths.lit, own.filter(({ crossing }) => !crossing).map(({ d }) => d).join(''))
      this.#write(this.#paths.crossing, own.filter(({ crossing }) => crossing).map(({ d }) => d).join(''))
      this.#write(this.#paths.faint, faint.map(({ d }) => d).join(''))
    }
  }

  #write(element: SVGPathElement, d: string): void {
    if ((this.#drawn.get(element) ?? '') === d) return
    this.#drawn.set(element, d)
    element.setAttribute('d', d)
  }
}

function path(name: string): SVGPathElement {
  const element = document.createElementNS(SVG, 'path')
  element.setAttribute('class', name)
  return element
}
