import type { Span } from './span'

/**
 * Spans in text order, those that overlap, touch or have only white space between them made one.
 * @param text null where it is not at hand: then only those that overlap or touch
 */
export function unitedSpans(text: string | null, spans: readonly Span[]): Span[] {
  const united: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = united.at(-1)
    if (last && (start <= last.end || text?.slice(last.end, start).trim() === '')) last.end = Math.max(last.end, end)
    else united.push({ start, end })
  }
  return united
}
