import type { Span } from '../text/span'

/**
 * The stretches of a text that are not excluded, in order: UTF-16 offsets, half-open.
 * @param excluded in order
 */
export function keptStretches(length: number, excluded: readonly Span[]): readonly Span[] {
  const kept: Span[] = []
  let from = 0
  for (const { start, end } of excluded) {
    if (start > from) kept.push({ start: from, end: Math.min(start, length) })
    from = Math.max(from, end)
  }
  if (from < length) kept.push({ start: from, end: length })
  return kept
}
