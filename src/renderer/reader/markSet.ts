import { IntervalIndex, type Entry } from './intervalIndex'
import type { ReaderMark } from './mark'

/** A span of a mark. */
export type Marked = Entry<ReaderMark>

/** The marks of a column by id and by place. */
export class MarkSet {
  readonly index = new IntervalIndex<ReaderMark>()
  readonly #byId = new Map<string, { mark: ReaderMark; entries: readonly Marked[] }>()

  get(id: string): ReaderMark | undefined {
    return this.#byId.get(id)?.mark
  }

  reset(marks: readonly ReaderMark[]): void {
    this.#byId.clear()
    this.index.reset(marks.flatMap((mark) => this.#enter(mark)))
  }

  /** Adds a mark whose id is not there; returns where it is. */
  put(mark: ReaderMark): readonly Marked[] {
    const entries = this.#enter(mark)
    for (const entry of entries) this.index.add(entry)
    return entries
  }

  /** Returns where it was. */
  remove(id: string): readonly Marked[] {
    const entries = this.#byId.get(id)?.entries ?? []
    this.#byId.delete(id)
    for (const entry of entries) this.index.remove(entry)
    return entries
  }

  /** Ids of the marks over an offset, innermost first. */
  at(offset: number): string[] {
    return [...new Set(this.index.at(offset).map((entry) => entry.value.id))]
  }

  #enter(mark: ReaderMark): readonly Marked[] {
    const entries = mark.spans.map((span) => ({ start: span.start, end: span.end, value: mark }))
    this.#byId.set(mark.id, { mark, entries })
    return entries
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
