import type { Span } from '../../domain/text/span'

/** Something that stands at a span of the text. */
export interface Entry<T> extends Span {
  readonly value: T
}

const CHUNK = 64

interface Chunk<T> {
  entries: Entry<T>[]
  /** The furthest end in the chunk: what ends before a query is skipped as a whole. */
  reach: number
}

/**
 * Which entries stand where. Kept in text order (earlier start first, of equal starts the longer one) in small chunks,
 * so that adding one moves few others and a query looks only into chunks that can hold an answer.
 */
export class IntervalIndex<T> {
  #chunks: Chunk<T>[] = []
  #size = 0

  constructor(entries: readonly Entry<T>[] = []) {
    this.reset(entries)
  }

  /** Replaces all entries. */
  reset(entries: readonly Entry<T>[]): void {
    this.#chunks = []
    const sorted = isSorted(entries) ? entries : [...entries].sort(inOrder)
    for (let at = 0; at < sorted.length; at += CHUNK) this.#chunks.push(chunkOf(sorted.slice(at, at + CHUNK)))
    this.#size = sorted.length
  }

  get size(): number {
    return this.#size
  }

  add(entry: Entry<T>): void {
    const at = this.#chunkFor(entry)
    const chunk = this.#chunks[at]
    this.#size += 1
    if (!chunk) {
      this.#chunks.push(chunkOf([entry]))
      return
    }
    const place = chunk.entries.findIndex((other) => inOrder(other, entry) > 0)
    chunk.entries.splice(place === -1 ? chunk.entries.length : place, 0, entry)
    chunk.reach = Math.max(chunk.reach, entry.end)
    if (chunk.entries.length > 2 * CHUNK) this.#chunks.splice(at, 1, chunkOf(chunk.entries.slice(0, CHUNK)), chunkOf(chunk.entries.slice(CHUNK)))
  }

  /** Takes out one entry with this span and value; false when there is none. */
  remove(entry: Entry<T>): boolean {
    for (const [at, chunk] of this.#chunks.entries()) {
      if (chunk.reach < entry.end) continue
      const place = chunk.entries.findIndex((other) => other.value === entry.value && other.start === entry.start && other.end === entry.end)
      if (place === -1) continue
      const left = chunk.entries.filter((_, index) => index !== place)
      if (left.length > 0) this.#chunks[at] = chunkOf(left)
      else this.#chunks.splice(at, 1)
      this.#size -= 1
      return true
    }
    return false
  }

  /** All entries that share at least one unit with [start, end), in text order. */
  overlapping(start: number, end: number): Entry<T>[] {
    const found: Entry<T>[] = []
    for (const chunk of this.#chunks) {
      if (chunk.reach <= start) continue
      if ((chunk.entries[0]?.start ?? end) >= end) break
      for (const entry of chunk.entries) if (entry.start < end && entry.end > start) found.push(entry)
    }
    return found
  }

  /** The entries over the unit at `offset`, innermost first. */
  at(offset: number): Entry<T>[] {
    return this.overlapping(offset, offset + 1).sort((a, b) => a.end - a.start - (b.end - b.start) || b.start - a.start)
  }

  /** The chunk an entry belongs into: the last one that starts before it. */
  #chunkFor(entry: Entry<T>): number {
    let low = 0
    let high = this.#chunks.length
    while (low < high) {
      const middle = (low + high) >> 1
      const first = this.#chunks[middle]?.entries[0]
      if (first && inOrder(first, entry) <= 0) low = middle + 1
      else high = middle
    }
    return Math.max(0, low - 1)
  }
}

const inOrder = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/** Takes the array as its own. */
function chunkOf<T>(entries: Entry<T>[]): Chunk<T> {
  let reach = 0
  for (const entry of entries) if (entry.end > reach) reach = entry.end
  return { entries, reach }
}

function isSorted(entries: readonly Span[]): boolean {
  for (let at = 1; at < entries.length; at += 1) {
    const [before, after] = [entries[at - 1], entries[at]]
    if (before && after && inOrder(before, after) > 0) return false
  }
  return true
}
