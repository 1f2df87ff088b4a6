import type { Records } from '../../project/records'
import { overlaps, type Span } from '../../text/span'

/**
 * Whether spans of an annotation would take in text of an article that is excluded from coding. What the annotation held
 * before it was excluded does not count: it can be made smaller, and kept.
 */
export function takesExcluded(records: Records, article: string, after: readonly Span[], before: readonly Span[] = []): boolean {
  const excluded = (records.article.get(article)?.passages ?? []).filter((one) => one.state === 'excluded')
  return excluded.some((passage) => after.some((span) => overlaps(passage, span) && !holds(before, { start: Math.max(passage.start, span.start), end: Math.min(passage.end, span.end) })))
}

const holds = (spans: readonly Span[], { start, end }: Span): boolean => spans.some((one) => one.start <= start && end <= one.end)
