import type { Span } from '../text/span'
import type { Link, Run } from './parallel'

/** What of a run lies within stretches of both texts; null when nothing does. */
function clippedRun({ a, b }: Run, within: Span, other: Span): Run | null {
  // Equal words may be written differently: where lengths differ, a run that is cut can't be mapped letter by letter.
  const by = b.start - a.start
  const even = a.end - a.start === b.end - b.start
  if (!even) return a.start >= within.start && a.end <= within.end && b.start >= other.start && b.end <= other.end ? { a, b } : null
  const [start, end] = [Math.max(a.start, within.start, other.start - by), Math.min(a.end, within.end, other.end - by)]
  return start < end ? { a: { start, end }, b: { start: start + by, end: end + by } } : null
}

/** A link as far as it lies within two stretches, which it overlaps; the same one when it does as a whole. */
export function clipped(link: Link, within: Span, other: Span): Link {
  const { a, b, runs } = link
  if (a.start >= within.start && a.end <= within.end && b.start >= other.start && b.end <= other.end) return link
  return {
    ...link,
    a: { ...a, start: Math.max(a.start, within.start), end: Math.min(a.end, within.end) },
    b: { ...b, start: Math.max(b.start, other.start), end: Math.min(b.end, other.end) },
    runs: runs.flatMap((run) => clippedRun(run, within, other) ?? []),
  }
}
