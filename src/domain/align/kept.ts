import type { Passage } from '../project/passage'
import type { Span } from '../text/span'

/** The stretches of a text that are not excluded, in order: UTF-16 offsets, half-open. */
export function keptStretches(length: number, passages: readonly Pick<Passage, 'start' | 'end' | 'state'>[]): readonly Span[] {
  const kept: Span[] = []
  let from = 0
  for (const { start, end, state } of passages) {
    if (state !== 'excluded') continue
    if (start > from) kept.push({ start: from, end: Math.min(start, length) })
    from = Math.max(from, end)
  }
  if (from < length) kept.push({ start: from, end: length })
  return kept
}
