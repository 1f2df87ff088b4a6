import type { Entry } from './intervalIndex'
import type { Span } from '../../domain/text/span'

/** A maximal stretch over which the same value lies on top. */
export interface Run<T> extends Span {
  readonly value: T
}

/**
 * What is seen of overlapping entries within [start, end): of those over a place the innermost, which is the one that
 * starts last, of equal starts the shorter one. Runs are in text order; neighbours of equal value are one run.
 * @param entries in text order, as `IntervalIndex.overlapping` gives them
 */
export function topRuns<T>(entries: readonly Entry<T>[], start: number, end: number): Run<T>[] {
  const runs: { start: number; end: number; value: T }[] = []
  // Innermost last. An entry covers all before it, so it is dropped only when it has ended itself.
  const open: Entry<T>[] = []
  let at = start
  const flushTo = (to: number): void => {
    while (at < to) {
      const top = open.at(-1)
      if (!top) break
      if (top.end <= at) {
        open.pop()
        continue
      }
      const until = Math.min(top.end, to)
      const last = runs.at(-1)
      if (last && last.value === top.value && last.end === at) last.end = until
      else runs.push({ start: at, end: until, value: top.value })
      at = until
    }
    at = Math.max(at, to)
  }
  for (const entry of entries) {
    if (entry.start > at) flushTo(Math.min(entry.start, end))
    open.push(entry)
  }
  flushTo(end)
  return runs
}
