import type { Article } from './article'
import type { NewsEvent } from './event'
import type { Records } from './records'

// `localeCompare` looks the rules of the language up anew each time: in lists of 10,000 articles one would wait for it.
const { compare } = new Intl.Collator()

/** What the order of articles goes by. */
export interface Placed extends Pick<Article, 'id' | 'date' | 'outlet' | 'headline'> {
  /** Where a coder’s own order has it, whatever its date: see `Mask`. Articles in one list all have it or none. */
  readonly place?: number
}

/**
 * Articles in the order they have everywhere: by date, then outlet, then headline; undated ones last. However many there are,
 * outlets are compared once each, and of a hundred thousand articles most are told apart by date and outlet alone.
 */
export function inOrder<T extends Placed>(articles: Iterable<T>): T[] {
  const list = [...articles]
  if (list[0]?.place !== undefined) return list.sort((a, b) => (a.place ?? 0) - (b.place ?? 0) || (a.id < b.id ? -1 : 1))
  const outlets = [...new Set(list.map(({ outlet }) => outlet))].sort(compare)
  const rank = new Map(outlets.map((outlet, i) => [outlet, i]))
  const keyed = list.map((article) => ({ article, day: article.date || '9', rank: rank.get(article.outlet) ?? 0 }))
  keyed.sort((a, b) => (a.day === b.day ? a.rank - b.rank || compare(a.article.headline, b.article.headline) || (a.article.id < b.article.id ? -1 : 1) : a.day < b.day ? -1 : 1))
  return keyed.map(({ article }) => article)
}

/** The order of events everywhere: the latest first. */
export const latestFirst = (a: NewsEvent, b: NewsEvent): number => compare(b.date, a.date) || compare(a.name, b.name)

/** Ids of all events and articles as the corpus shows them: each event followed by its articles, then the articles without one. */
export function subjectsInOrder(records: Records): readonly string[] {
  const articles = new Map<string | null, string[]>()
  for (const { id, event } of inOrder(records.article.values())) {
    const key = event !== null && records.event.has(event) ? event : null
    const group = articles.get(key)
    if (group) group.push(id)
    else articles.set(key, [id])
  }
  return [...[...records.event.values()].sort(latestFirst).flatMap(({ id }) => [id, ...(articles.get(id) ?? [])]), ...(articles.get(null) ?? [])]
}
