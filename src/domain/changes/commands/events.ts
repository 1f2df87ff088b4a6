import type { NewsEvent } from '../../project/event'
import type { Records } from '../../project/records'
import type { Change, Edit } from '../change'
import type { Circumstances, Outcome } from '../command'
import { editArticles, withoutCoding } from './articles'
import { rulingsDropped } from './rulingsKept'

/** Makes a new event of the named articles; they leave the events they were in. */
export function groupIntoEvent(records: Records, { name, articles }: { name: string; articles: readonly string[] }, at: Pick<Circumstances, 'id'>): Outcome {
  if (name.trim() === '') return null
  const days = articles.flatMap((id) => records.article.get(id)?.date ?? []).filter((date) => date !== '').sort()
  const event: NewsEvent = { id: at.id(), name: name.trim(), date: days[0] ?? '', variables: {} }
  const moved: Change | null = editArticles(records, articles, { event: event.id })
  return { label: `make the event “${event.name}”`, edits: [{ kind: 'event', id: event.id, before: null, after: event }, ...(moved?.edits ?? [])] }
}

/** Changes an event's name or date. */
export function editEvent(records: Records, id: string, fields: Partial<Pick<NewsEvent, 'name' | 'date'>>): Outcome {
  const before = records.event.get(id)
  if (!before || fields.name?.trim() === '') return null
  const after = { ...before, ...fields }
  if (after.name === before.name && after.date === before.date) return null
  return { label: 'change an event', edits: [{ kind: 'event', id, before, after }] }
}

/** Dissolves an event; its articles stay, without one. What was coded of the event itself, and ruled on what its articles share, goes with it and must be loaded. */
export function dissolveEvent(records: Records, id: string): Outcome {
  const before = records.event.get(id)
  if (!before) return null
  const articles = [...records.article.values()].filter((article) => article.event === id).map((article) => article.id)
  const freed: readonly Edit[] = editArticles(records, articles, { event: null })?.edits ?? []
  return { label: `dissolve the event “${before.name}”`, edits: [...withoutCoding(records, id), ...rulingsDropped(records, id), { kind: 'event', id, before, after: null }, ...freed] }
}
