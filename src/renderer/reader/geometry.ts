import { blockAt, sectionOf } from './blocks'
import type { Entry } from './intervalIndex'
import type { ReaderMark } from './mark'
import type { Positions } from './positions'

/** From where to where something reaches, in pixels below the top of the text. */
export interface Extent {
  readonly top: number
  readonly bottom: number
}

interface Place {
  readonly section: number
  readonly offset: number
}

/**
 * Where marks are in the column. Places are remembered relative to their section, so that they stay true when
 * sections above take their real height; they are forgotten when lines break anew.
 */
export class Geometry {
  #places = new WeakMap<Entry<ReaderMark>, { top: Place; bottom: Place }>()
  #tops = new Map<number, number>()
  #body = 0

  constructor(readonly positions: Positions) {}

  /** Begins a round of questions: what was read of the sections before may have moved since. */
  begin(): void {
    this.#tops.clear()
    this.#body = this.positions.page.body.getBoundingClientRect().top
  }

  /** Lines broke anew: nothing is where it was. */
  clear(): void {
    this.#places = new WeakMap()
  }

  sectionTop(section: number): number {
    let top = this.#tops.get(section)
    if (top === undefined) {
      top = (this.positions.page.sections[section]?.getBoundingClientRect().top ?? 0) - this.#body
      this.#tops.set(section, top)
    }
    return top
  }

  /** The lines an entry covers, as far as they lie between the offsets `from` and `to`. */
  extent(entry: Entry<ReaderMark>, from: number, to: number): Extent | undefined {
    const clipped = entry.start < from || entry.end > to
    let place = clipped ? undefined : this.#places.get(entry)
    if (!place) {
      place = this.#measure(Math.max(entry.start, from), Math.min(entry.end, to))
      if (!place) return undefined
      if (!clipped) this.#places.set(entry, place)
    }
    return { top: this.sectionTop(place.top.section) + place.top.offset, bottom: this.sectionTop(place.bottom.section) + place.bottom.offset }
  }

  #measure(start: number, end: number): { top: Place; bottom: Place } | undefined {
    const { blocks } = this.positions.page
    const [first, last] = [blockAt(blocks, start), blockAt(blocks, end - 1)]
    // Within a block one question is enough; over several only the outer lines are looked at.
    const rects = first === last ? this.positions.rects({ start, end }) : []
    const top = rects[0] ?? this.positions.line(start)
    const bottom = rects.at(-1) ?? this.positions.line(end - 1)
    return top && bottom && { top: this.#place(first, top.top), bottom: this.#place(last, bottom.bottom) }
  }

  #place(block: number, y: number): Place {
    const section = sectionOf(this.positions.page.blocks, block)
    return { section, offset: y - this.#body - this.sectionTop(section) }
  }
}
