import type { Article } from '../../../domain/project/article'
import { inOrder, latestFirst } from '../../../domain/project/order'
import type { NewsEvent } from '../../../domain/project/event'
import type { Records } from '../../../domain/project/records'

export type CorpusRow =
  | { readonly kind: 'event'; readonly id: string; readonly event: NewsEvent; readonly articles: readonly string[]; readonly outlets: number }
  | { readonly kind: 'loose'; readonly id: string; readonly articles: readonly string[] }
  | { readonly kind: 'article'; readonly id: string; readonly article: Article }

/** True when every word of the filter occurs in what is known of an article. */
export function matches(article: Article, event: NewsEvent | undefined, filter: string): boolean {
  if (filter === '') return true
  const [own, story] = [knownOf(article), event ? event.name.toLocaleLowerCase() : '']
  return filter.toLocaleLowerCase().split(/\s+/).every((word) => own.includes(word) || story.includes(word))
}

/** Records are replaced, never altered: what is known of one is put together once, not at every key stroke. */
const known = new WeakMap<Article, string>()

function knownOf(article: Article): string {
  const found = known.get(article) ?? `${article.outlet} ${article.headline} ${article.date} ${article.source.file}`.toLocaleLowerCase()
  known.set(article, found)
  return found
}

/** The corpus as a list: each event with its articles, the latest event first, then the articles without one. */
export function corpusRows(records: Records, filter: string): readonly CorpusRow[] {
  const groups = new Map<string | null, Article[]>([...records.event.keys()].map((id) => [id, []]))
  for (const article of records.article.values()) {
    if (!matches(article, records.event.get(article.event ?? ''), filter)) continue
    const key = article.event !== null && records.event.has(article.event) ? article.event : null
    const group = groups.get(key)
    if (group) group.push(article)
    else groups.set(key, [article])
  }
  const events = [...records.event.values()].sort(latestFirst)
  const rows: CorpusRow[] = []
  for (const event of events) {
    const articles = inOrder(groups.get(event.id) ?? [])
    if (filter !== '' && articles.length === 0) continue
    rows.push({ kind: 'event', id: event.id, event, articles: articles.map((one) => one.id), outlets: new Set(articles.map((one) => one.outlet).filter(Boolean)).size })
    rows.push(...articles.map((article): CorpusRow => ({ kind: 'article', id: article.id, article })))
  }
  const loose = inOrder(groups.get(null) ?? [])
  if (loose.length === 0) return rows
  return [...rows, { kind: 'loose', id: 'loose', articles: loose.map((one) => one.id) }, ...loose.map((article): CorpusRow => ({ kind: 'article', id: article.id, article }))]
}
