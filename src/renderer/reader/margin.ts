import { BRACKET, bracketLeft, type Gutter } from './gutter'
import { layoutLanes, type Label, type LaneItem } from './lanes'
import type { ReaderMark } from './mark'
import { palette } from '../../domain/project/shades'
import type { Theme } from './palette'

/** A mark with its place below the top of the margin element, in pixels: of all its spans together, and of each. */
export interface MarginItem {
  readonly key: string
  readonly mark: ReaderMark
  readonly top: number
  readonly bottom: number
  readonly parts: readonly { readonly top: number; readonly bottom: number }[]
}

const LINE = 12
// Average width of a character of the label's type.
const CHARACTER = 5.7
const PUSH = 30
const SVG = 'http://www.w3.org/2000/svg'

interface DrawnLabel {
  readonly element: HTMLElement
  mark: ReaderMark | undefined
  top: number
  hidden: string
}

/** The right margin: a bracket per mark and as many labels as fit. Elements are kept and only what differs is touched. */
export class Margin {
  readonly element = document.createElement('div')
  readonly #svg = document.createElementNS(SVG, 'svg')
  readonly #paths = new Map<string, { element: SVGPathElement; d: string }>()
  readonly #labels = new Map<string, DrawnLabel>()
  #gutter: Gutter | undefined
  #right = -1
  #theme: Theme

  constructor(theme: Theme) {
    this.#theme = theme
    this.element.className = 'reader-margin'
    // What it shows is in the list of annotations, in words; here it would only interrupt the text.
    this.element.ariaHidden = 'true'
    this.element.append(this.#svg)
  }

  /** Divides the margin; `right` is where it ends, in pixels from the left of the text. */
  resize(gutter: Gutter, right: number): void {
    if (gutter === this.#gutter && right === this.#right) return
    this.#gutter = gutter
    this.#right = right
    this.element.style.setProperty('--reader-label', `${gutter.label}px`)
    this.element.style.setProperty('--reader-label-left', `${right - gutter.label - 2}px`)
  }

  setTheme(theme: Theme): void {
    this.#theme = theme
    for (const [name, { element }] of this.#paths) element.style.stroke = this.#line(name)
    for (const { element, mark } of this.#labels.values()) if (mark) element.style.color = this.#line(mark.colour)
  }

  draw(items: readonly MarginItem[], picked: string | null): void {
    const gutter = this.#gutter
    if (!gutter) return
    const byKey = new Map(items.map((item) => [item.key, item]))
    const wanted = items.map((item): LaneItem => ({ id: item.key, top: item.top + 2, bottom: item.bottom - 2, label: labelLines(item.mark, gutter) * LINE + 1 }))
    const layout = layoutLanes(wanted, { lanes: gutter.lanes, push: PUSH })
    const paths = new Map<string, string>()
    for (const { id, lane } of layout.brackets) {
      const item = byKey.get(id)
      if (!item) continue
      const name = `${item.mark.colour}${item.mark.incomplete ? ' incomplete' : ''}${item.mark.id === picked ? ' picked' : ''}`
      const left = this.#right - gutter.width + bracketLeft(gutter, lane)
      const add = (to: string, d: string): void => { paths.set(to, (paths.get(to) ?? '') + d) }
      for (const part of item.parts) add(name, bracket(left, part.top + 2, part.bottom - 2))
      // What belongs together although text lies between is joined by a dotted line.
      for (const [i, part] of item.parts.entries()) {
        const above = item.parts[i - 1]
        if (above && part.top > above.bottom) add(`${name} joint`, `M${left + 0.75} ${Math.round(above.bottom)}V${Math.round(part.top)}`)
      }
    }
    this.#drawPaths(paths)
    this.#drawLabels(layout.labels, byKey, picked)
  }

  #drawPaths(paths: ReadonlyMap<string, string>): void {
    for (const name of new Set([...this.#paths.keys(), ...paths.keys()])) {
      const d = paths.get(name) ?? ''
      let drawn = this.#paths.get(name)
      if (!drawn) {
        drawn = { element: document.createElementNS(SVG, 'path'), d: '' }
        drawn.element.setAttribute('class', name)
        drawn.element.style.stroke = this.#line(name)
        this.#svg.append(drawn.element)
        this.#paths.set(name, drawn)
      }
      if (drawn.d === d) continue
      drawn.d = d
      drawn.element.setAttribute('d', d)
    }
  }

  #drawLabels(labels: readonly Label[], items: ReadonlyMap<string, MarginItem>, picked: string | null): void {
    const kept = new Set(labels.map((label) => label.id))
    const free: DrawnLabel[] = []
    for (const [key, drawn] of this.#labels) {
      if (kept.has(key)) continue
      this.#labels.delete(key)
      free.push(drawn)
    }
    for (const label of labels) {
      const mark = items.get(label.id)?.mark
      if (!mark) continue
      const drawn = this.#labels.get(label.id) ?? free.pop() ?? this.#newLabel()
      this.#labels.set(label.id, drawn)
      const hidden = label.hidden.map((key) => items.get(key)?.mark.id ?? '')
      this.#write(drawn, mark, hidden, label, picked)
    }
    for (const { element } of free) element.remove()
  }

  #newLabel(): DrawnLabel {
    const element = document.createElement('div')
    this.element.append(element)
    return { element, mark: undefined, top: Number.NaN, hidden: '' }
  }

  #write(drawn: DrawnLabel, mark: ReaderMark, hidden: readonly string[], label: Label, picked: string | null): void {
    const { element } = drawn
    const more = hidden.join(' ')
    if (drawn.mark !== mark || drawn.hidden !== more) {
      element.dataset['mark'] = mark.id
      element.style.color = this.#line(mark.colour)
      element.title = mark.incomplete ? `${mark.label} (incomplete)` : mark.label
      element.replaceChildren(mark.incomplete ? `○ ${mark.label}` : mark.label)
      if (hidden.length > 0) {
        const count = document.createElement('b')
        count.dataset['marks'] = more
        count.title = `${hidden.length} more here`
        count.append(`+${hidden.length}`)
        element.append(count)
      }
      drawn.mark = mark
      drawn.hidden = more
    }
    const name = `reader-label${label.height > LINE + 1 ? ' two' : ''}${hidden.length > 0 ? ' more' : ''}${mark.id === picked ? ' picked' : ''}`
    if (element.className !== name) element.className = name
    if (drawn.top !== label.top) {
      drawn.top = label.top
      element.style.top = `${label.top}px`
    }
  }

  #line(name: string): string {
    const colour = name.split(' ')[0] as ReaderMark['colour']
    return palette[this.#theme][colour].line
  }
}

const labelLines = (mark: ReaderMark, gutter: Gutter): number => ((mark.label.length + (mark.incomplete ? 2 : 0)) * CHARACTER > gutter.label ? 2 : 1)

function bracket(left: number, top: number, bottom: number): string {
  const [x, y] = [left + 0.75, Math.round(top) + 0.5]
  const height = Math.max(4, Math.round(bottom) - Math.round(top) - 1)
  return `M${x + BRACKET} ${y}H${x + 2}Q${x} ${y} ${x} ${y + 2}v${height - 4}Q${x} ${y + height} ${x + 2} ${y + height}h${BRACKET - 2}`
}
