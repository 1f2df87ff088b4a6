import type { Span } from '../../domain/text/span'
import { blockAt, sectionOf } from './blocks'
import type { Positions } from './positions'
import type { Stretch } from './viewport'

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
  #places = new WeakMap<Span, { top: Place; bottom: Place }>()
  readonly #lines = new Map<number, { top: Place; bottom: Place }>()
  readonly #sections = new Map<number, Extent>()
  #body = 0

  constructor(readonly positions: Positions) {}

  /** Begins a round of questions: what was read of the sections before may have moved since. */
  begin(): void {
    this.#sections.clear()
    this.#body = this.positions.page.body.getBoundingClientRect().top
  }

  /** Lines broke anew: nothing is where it was. */
  clear(): void {
    this.#places = new WeakMap()
    this.#lines.clear()
  }

  /** The top of the text, in client pixels, as it was when the round began. */
  get body(): number {
    return this.#body
  }

  sectionTop(section: number): number {
    return this.#section(section).top
  }

  /** The line of an offset: where it is when it lies in `known`, which is laid out, or did once; elsewhere about where it will be. */
  line(offset: number, known: Stretch): Extent {
    const { blocks } = this.positions.page
    const block = blockAt(blocks, offset)
    let place = this.#lines.get(offset)
    if (!place && block >= known.first && block <= known.last) {
      const box = this.positions.line(offset)
      place = box && { top: this.#place(block, box.top), bottom: this.#place(block, box.bottom) }
      if (place) this.#lines.set(offset, place)
    }
    if (place) return this.#extentOf(place)
    const section = sectionOf(blocks, block)
    const [from, to] = [blocks.starts[blocks.sections[section] ?? 0] ?? 0, blocks.ends[(blocks.sections[section + 1] ?? 0) - 1] ?? 0]
    const { top, bottom } = this.#section(section)
    const at = top + (bottom - top) * Math.max(0, Math.min(1, (offset - from) / Math.max(1, to - from)))
    return { top: at, bottom: at }
  }

  /** The lines an entry covers, as far as they lie between the offsets `from` and `to`. */
  extent(entry: Span, from: number, to: number): Extent | undefined {
    const clipped = entry.start < from || entry.end > to
    let place = clipped ? undefined : this.#places.get(entry)
    if (!place) {
      place = this.#measure(Math.max(entry.start, from), Math.min(entry.end, to))
      if (!place) return undefined
      if (!clipped) this.#places.set(entry, place)
    }
    return this.#extentOf(place)
  }

  #extentOf({ top, bottom }: { readonly top: Place; readonly bottom: Place }): Extent {
    return { top: this.sectionTop(top.section) + top.offset, bottom: this.sectionTop(bottom.section) + bottom.offset }
  }

  #section(section: number): Extent {
    let known = this.#sections.get(section)
    if (!known) {
      const box = this.positions.page.sections[section]?.getBoundingClientRect()
      known = { top: (box?.top ?? this.#body) - this.#body, bottom: (box?.bottom ?? this.#body) - this.#body }
      this.#sections.set(section, known)
    }
    return known
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
