import { IntervalIndex, type Entry } from './intervalIndex'
import type { ReaderMark } from './mark'

/** A span of a mark. */
export type Marked = Entry<ReaderMark>

/** The marks of a column by id and by place. */
export class MarkSet {
  readonly index = new IntervalIndex<ReaderMark>()
  readonly #byId = new Map<string, ReaderMark>()

  get(id: string): ReaderMark | undefined {
    return this.#byId.get(id)
  }

  reset(marks: readonly ReaderMark[]): void {
    this.#byId.clear()
    const entries: Marked[] = []
    for (const mark of marks) {
      this.#byId.set(mark.id, mark)
      for (const span of mark.spans) entries.push({ start: span.start, end: span.end, value: mark })
    }
    this.index.reset(entries)
  }

  /** Adds a mark or replaces the one with its id; returns that one. */
  put(mark: ReaderMark): ReaderMark | undefined {
    const before = this.remove(mark.id)
    this.#byId.set(mark.id, mark)
    for (const { start, end } of mark.spans) this.index.add({ start, end, value: mark })
    return before
  }

  /** Returns what it removed. */
  remove(id: string): ReaderMark | undefined {
    const mark = this.#byId.get(id)
    this.#byId.delete(id)
    if (mark) for (const { start, end } of mark.spans) this.index.remove({ start, end, value: mark })
    return mark
  }

  /** Ids of the marks over an offset, innermost first. */
  at(offset: number): string[] {
    return [...new Set(this.index.at(offset).map((entry) => entry.value.id))]
  }
}

/** Those of many marks that reach into [start, end). */
export function marksWithin(marks: readonly ReaderMark[], start: number, end: number): ReaderMark[] {
  const within: ReaderMark[] = []
  for (const mark of marks) {
    // Spans are in text order: a look at each end is enough here, where ten thousand marks are gone through.
    if ((mark.spans[0]?.start ?? end) < end && (mark.spans.at(-1)?.end ?? start) > start) within.push(mark)
  }
  return within
}
