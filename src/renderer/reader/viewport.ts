import { blockAt, sectionOf } from './blocks'
import type { Positions } from './positions'
import type { Span } from '../../domain/text/span'

// Half the leading: where the glyphs of a line begin when the line itself is at the top.
const LEAD = 2
const SETTLED_AFTER = 2
const MOST_FRAMES = 12
const MARGIN = 56
// Even of one-line paragraphs more than a screen.
const FIRST_SECTIONS = 8

/** Blocks in a row, both ends included. */
export interface Stretch {
  readonly first: number
  readonly last: number
}

/** What is in view and how to bring other things there. Reads layout; call where it is clean. */
export class Viewport {
  #pin = 0

  constructor(readonly root: HTMLElement, readonly positions: Positions) {}

  /** First and last block within `margin` pixels of what is visible, all of them built. */
  blocksNear(margin: number): Stretch {
    const { page } = this.positions
    const { top, bottom } = this.root.getBoundingClientRect()
    // What is built anew may be higher or lower than it was taken for, and bring others near.
    for (let again = 0; again < 4; again += 1) {
      const from = this.#firstBelow(page.sections, top - margin)
      const to = Math.min(this.#firstBelow(page.sections, bottom + margin), page.sections.length - 1)
      let built = false
      for (let section = from; section <= to; section += 1) built = page.fillSection(section) || built
      if (!built) break
    }
    return { first: this.#blockBelow(top - margin), last: Math.min(this.#blockBelow(bottom + margin), page.blocks.count - 1) }
  }

  /** Where the first line begins that is not cut off at the top. */
  topOffset(): number {
    const { page } = this.positions
    if (this.root.scrollTop <= 0 || page.blocks.count === 0) return 0
    const top = this.root.getBoundingClientRect().top + LEAD
    const block = Math.min(this.#blockBelow(top), page.blocks.count - 1)
    let low = page.blocks.starts[block] ?? 0
    let high = (page.blocks.ends[block] ?? 1) - 1
    while (low < high) {
      const middle = (low + high) >> 1
      const line = this.positions.line(middle)
      if (line && (line.top + line.bottom) / 2 > top) high = middle
      else low = middle + 1
    }
    return low
  }

  /** Lays out what is seen first. */
  open(offset: number): void {
    const { page } = this.positions
    if (offset > (page.blocks.starts[0] ?? 0)) {
      page.lay()
      this.pin(offset, LEAD)
    } else {
      page.lay(FIRST_SECTIONS)
      // To ask where it is scrolled to would be a layout of its own.
      this.#showAround(0, 0)
    }
  }

  /** Puts the line of an offset at the top. */
  restoreTop(offset: number): void {
    if (offset > (this.positions.page.blocks.starts[0] ?? 0)) {
      this.pin(offset, LEAD)
      return
    }
    this.release()
    this.root.scrollTop = 0
    this.#showAround(0, 0)
  }

  /** Scrolls a span into view: not at all, just enough, or when it is far away to a third of the way down. */
  reveal(span: Span): void {
    const { top, height } = this.root.getBoundingClientRect()
    const [first, last] = [this.positions.line(span.start), this.positions.line(Math.max(span.start, span.end - 1))]
    if (!first || !last) return
    const [above, below] = [first.top - top, last.bottom - top]
    const margin = Math.min(MARGIN, height / 5)
    if (above >= margin && below <= height - margin) return
    const tall = below - above > height - 2 * margin
    const far = below < -height / 2 || above > height * 1.5
    if (far) this.pin(span.start, height / 3)
    else if (tall || above < margin) this.pin(span.start, margin)
    else this.pin(span.start, above - (below - (height - margin)))
  }

  /**
   * Puts the line of `offset` `y` pixels below the top, and looks again in the next frames: what is above it may
   * still change its height.
   */
  pin(offset: number, y: number): void {
    this.release()
    let calm = 0
    let frames = 0
    const step = (): void => {
      calm = this.#align(offset, y) ? calm + 1 : 0
      frames += 1
      this.#pin = calm < SETTLED_AFTER && frames < MOST_FRAMES ? requestAnimationFrame(step) : 0
    }
    this.#showAround(sectionOf(this.positions.page.blocks, blockAt(this.positions.page.blocks, offset)), y)
    for (let look = 0; look < 3 && !this.#align(offset, y); look += 1);
    this.#pin = requestAnimationFrame(step)
  }

  /** Stops correcting, because the reader scrolls by itself. */
  release(): void {
    cancelAnimationFrame(this.#pin)
    this.#pin = 0
  }

  get pinned(): boolean {
    return this.#pin !== 0
  }

  /** Lays out a section and those after and before it that will be seen with it, so that its place is the real one. */
  #showAround(section: number, above: number): void {
    const { page } = this.positions
    page.unshow()
    const height = (one: number): number => page.show(one)?.getBoundingClientRect().height ?? 0
    let below = height(section)
    for (let next = section + 1; next < page.sections.length && below < this.root.clientHeight; next += 1) below += height(next)
    for (let next = section - 1, room = above; next >= 0 && room > 0; next -= 1) room -= height(next)
  }

  /** True when nothing had to be moved. */
  #align(offset: number, y: number): boolean {
    const line = this.positions.line(offset)
    if (!line) return true
    const before = this.root.scrollTop
    this.root.scrollTop = before + line.top - this.root.getBoundingClientRect().top - y
    return Math.abs(this.root.scrollTop - before) < 1
  }

  /** The first block that ends below `y`; `count` when there is none. */
  #blockBelow(y: number): number {
    const { page } = this.positions
    const section = this.#firstBelow(page.sections, y)
    const element = page.sections[section]
    if (!element) return page.blocks.count
    page.fillSection(section)
    return (page.blocks.sections[section] ?? 0) + this.#firstBelow(element.children, y)
  }

  #firstBelow(elements: ArrayLike<Element>, y: number): number {
    let low = 0
    let high = elements.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((elements[middle]?.getBoundingClientRect().bottom ?? Infinity) > y) high = middle
      else low = middle + 1
    }
    return low
  }
}
