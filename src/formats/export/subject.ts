import type { Article } from '../../domain/project/article'
import type { NewsEvent } from '../../domain/project/event'

/** What rows of a table are about. */
export type Subject = { readonly article: Article } | { readonly event: NewsEvent }

/** Cells of `articleColumns`. */
export function aboutOf(subject: Subject, events: ReadonlyMap<string, string>): readonly [id: string | null, outlet: string | null, date: string | null, headline: string | null, event: string | null] {
  if ('event' in subject) return [null, null, subject.event.date || null, null, events.get(subject.event.id) ?? null]
  const { id, outlet, date, headline, event } = subject.article
  return [id, outlet || null, date || null, headline || null, event === null ? null : events.get(event) ?? event]
}
