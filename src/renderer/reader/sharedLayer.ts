import type { Span } from '../../domain/text/span'
import type { Geometry } from './geometry'
import { IntervalIndex, type Entry } from './intervalIndex'
import { outlinePath } from './outline'
import { SharedBars, type SharedItem } from './sharedBars'
import type { SharedMark } from './sharedMark'
import type { Stretch } from './viewport'

const SVG = 'http://www.w3.org/2000/svg'

/** Where the things that are drawn begin: `base` below the top of the text, `left` and `top` in client pixels. */
export interface Origin {
  readonly base: number
  readonly left: number
  readonly top: number
}

/** What a column shares with others: bars beside it, and a tint behind the words of the passage that is lit. */
export class SharedLayer {
  readonly bars = new SharedBars()
  readonly tint = document.createElement('div')
  readonly #index = new IntervalIndex<SharedMark>()
  readonly #places = new Map<string, Span[]>()
  readonly #path = document.createElementNS(SVG, 'path')
  #d = ''
  #lit: string | null = null

  constructor() {
    const svg = document.createElementNS(SVG, 'svg')
    svg.append(this.#path)
    this.tint.className = 'reader-tint'
    this.tint.ariaHidden = 'true'
    this.tint.append(svg)
  }

  set(marks: readonly SharedMark[]): void {
    this.#index.reset(marks.map((mark) => ({ start: mark.span.start, end: mark.span.end, value: mark })))
    this.#places.clear()
    for (const { id, span } of marks) this.#places.set(id, [...(this.#places.get(id) ?? []), span])
  }

  get lit(): string | null {
    return this.#lit
  }

  light(id: string | null): void {
    this.#lit = id
  }

  /** The passages over an offset, the shortest place first. */
  at(offset: number): string[] {
    return [...new Set(this.#index.at(offset).map(({ value }) => value.id))]
  }

  /** The passages that have a place between two offsets. */
  between(from: number, to: number): string[] {
    return [...new Set(this.#index.overlapping(from, to).map(({ value }) => value.id))]
  }

  /** The places of a passage in this column. */
  placesOf(id: string): readonly Span[] {
    return this.#places.get(id) ?? []
  }

  /** Measures what lies in some blocks, which reach from the offset `from` to `to`; returns what draws it, which reads nothing. */
  measure(geometry: Geometry, stretch: Stretch, [from, to]: readonly [number, number], { base, left, top }: Origin): () => void {
    const { positions } = geometry
    const near = this.#index.overlapping(from, to)
    const lit = near.filter(({ value }) => value.id === this.#lit)
    const boxes = lit.map((entry) => positions.lines(entry, stretch.first, stretch.last).map((box) => ({ left: box.left - left - 2, right: box.right - left + 2, top: box.top - top - 1, bottom: box.bottom - top + 1 })))
    const items = near.flatMap((entry) => itemOf(entry, geometry.extent(entry, from, to), base))
    const d = boxes.map(outlinePath).join('')
    return () => {
      if (d !== this.#d) this.#path.setAttribute('d', d)
      this.#d = d
      for (const { style } of [this.bars.element, this.tint]) style.top = `${base}px`
      this.bars.draw(items, this.#lit)
    }
  }
}

const itemOf = (entry: Entry<SharedMark>, extent: { readonly top: number; readonly bottom: number } | undefined, base: number): SharedItem[] =>
  (extent ? [{ key: `${entry.value.id} ${entry.start}`, mark: entry.value, top: extent.top - base, bottom: extent.bottom - base }] : [])
