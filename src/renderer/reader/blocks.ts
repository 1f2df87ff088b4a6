import { splitsPair } from '../../domain/text/span'

/** Paragraphs longer than this (UTF-16 units) are shown as several blocks, so that none takes long to lay out. */
export const LONGEST = 5000

const PER_SECTION = 25
const SECTION_LENGTH = 3000
// Every section costs something in every frame, seen or not.
const MOST_SECTIONS = 4000

/**
 * How a text is shown: blocks, each a paragraph or a piece of a very long one, in sections that the browser
 * lays out only when they are near. Parallel arrays, because a text may have a million lines.
 */
export interface Blocks {
  readonly count: number
  /** Where each block begins and ends: UTF-16 units, half-open, ascending, without line ends. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** 1 for a block that goes on with the paragraph of the block before. */
  readonly continues: Uint8Array
  /** First block of each section, and `count` at the end. */
  readonly sections: Int32Array
}

export function blocksOf(text: string): Blocks {
  const found = new Rows()
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    if (!isBlank(text, start, end)) {
      for (let from = start; from < end;) {
        const to = end - from > LONGEST ? cutBefore(text, from + LONGEST, from) : end
        found.add(from, to, from > start ? 1 : 0)
        from = to
      }
    }
    start = end + 1
  }
  const { count } = found
  const blocks = { count, starts: found.starts.slice(0, count), ends: found.ends.slice(0, count), continues: found.continues.slice(0, count) }
  return { ...blocks, sections: sectionsOf(blocks.starts, blocks.ends) }
}

/** The arrays while nobody knows how long they will be: lists of a million numbers would take twice the time. */
class Rows {
  count = 0
  starts = new Int32Array(1024)
  ends = new Int32Array(1024)
  continues = new Uint8Array(1024)

  add(start: number, end: number, continues: number): void {
    if (this.count === this.starts.length) this.#grow()
    this.starts[this.count] = start
    this.ends[this.count] = end
    this.continues[this.count] = continues
    this.count += 1
  }

  #grow(): void {
    const { starts, ends, continues, count } = this
    this.starts = new Int32Array(count * 2)
    this.ends = new Int32Array(count * 2)
    this.continues = new Uint8Array(count * 2)
    this.starts.set(starts)
    this.ends.set(ends)
    this.continues.set(continues)
  }
}

/** The block an offset lies in; between two blocks the earlier one, before the first the first; -1 when there is none. */
export const blockAt = (blocks: Blocks, offset: number): number => Math.max(lastNotAfter(blocks.starts, offset), blocks.count === 0 ? -1 : 0)

/** The section a block lies in. */
export const sectionOf = (blocks: Blocks, block: number): number => lastNotAfter(blocks.sections, block)

/** Index of the last value that is not greater than `value`, in an ascending array; -1 when all are. */
function lastNotAfter(values: Int32Array, value: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? Infinity) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

function sectionsOf(starts: Int32Array, ends: Int32Array): Int32Array {
  const most = Math.max(PER_SECTION, Math.ceil(starts.length / MOST_SECTIONS))
  const longest = Math.max(SECTION_LENGTH, most * 40)
  const firsts: number[] = []
  let first = 0
  let length = 0
  for (let block = 0; block < starts.length; block += 1) {
    const own = (ends[block] ?? 0) - (starts[block] ?? 0)
    if (block === 0 || block - first >= most || length + own > longest) {
      firsts.push(block)
      first = block
      length = 0
    }
    length += own
  }
  firsts.push(starts.length)
  return new Int32Array(firsts)
}

function isBlank(text: string, start: number, end: number): boolean {
  // Nearly every line begins with a printable ASCII character; the copy for the rest costs little then.
  const first = text.charCodeAt(start)
  return start === end || (!(first > 32 && first < 127) && text.slice(start, end).trim() === '')
}

/** Where to cut a piece that should end by `limit`: after white space, else between characters. */
function cutBefore(text: string, limit: number, from: number): number {
  for (let at = limit; at > limit - LONGEST / 5; at -= 1) if (/\s/.test(text.charAt(at - 1))) return at
  let at = limit
  while (at > from + 1 && limit - at < 64 && joins(text, at)) at -= 1
  return splitsPair(text, at) ? at + 1 : at
}

/** True where a cut would tear a character apart: a surrogate pair, a mark from its letter, a joined emoji. */
const joins = (text: string, at: number): boolean =>
  splitsPair(text, at) || /[\p{M}\u200d]/u.test(text.charAt(at)) || text.charAt(at - 1) === '\u200d'
