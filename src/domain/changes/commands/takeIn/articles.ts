import type { Article } from '../../../project/article'
import { outletNaming } from '../../../project/outletNames'
import type { Records } from '../../../project/records'
import type { Edit } from '../../change'
import type { IdHere, Work } from './work'

export interface JoinedArticles {
  readonly ids: IdHere
  readonly edits: readonly Edit[]
  /** New article's id -> its text, which must be stored. */
  readonly texts: ReadonlyMap<string, string>
  /** How many are here already. */
  readonly known: number
  /** How many have a text neither in the work nor here, so that they are left out. */
  readonly missing: number
}

/**
 * Articles are the same by their text, in any version that it had here, whatever else is known of them; of several with one text the one of the same id, else of the same outlet and date, else any that no
 * other one of the work is. An article here that belongs to no event comes to the work's.
 */
export function joinedArticles(records: Records, { articles, texts }: Pick<Work, 'articles' | 'texts'>, events: IdHere, fresh: () => string): JoinedArticles {
  const byText = new Map<string, Article[]>()
  for (const article of records.article.values()) {
    // Of a text that was corrected here, too: what was coded in it before stands in that version.
    for (const { hash, length } of [article, ...article.earlier]) if (length > 0) byText.set(hash, [...(byText.get(hash) ?? []), article])
  }
  const naming = outletNaming(records.outlet.values())
  // What is unknown here stays as it is written.
  const outletOf = (written: string): string => (naming(written) === written.trim() ? written : naming(written))
  const ids = new Map<string, string>(), taken = new Set<string>(), edits: Edit[] = [], stored = new Map<string, string>()
  let known = 0
  for (const article of articles) {
    const event = eventHere(article.event, events), outlet = outletOf(article.outlet)
    const like = likeIt({ ...article, outlet }, records, (byText.get(article.hash) ?? []).filter(({ id }) => !taken.has(id)))
    const text = article.length === 0 ? '' : texts.get(article.id)
    if (like) {
      known += 1
      taken.add(like.id)
      ids.set(article.id, like.id)
      if (like.event === null && event !== null) edits.push({ kind: 'article', id: like.id, before: like, after: { ...like, event } })
    } else if (text !== undefined) {
      const id = records.article.has(article.id) || records.event.has(article.id) ? fresh() : article.id
      ids.set(article.id, id)
      edits.push({ kind: 'article', id, before: null, after: { ...article, id, outlet, event } })
      stored.set(id, text)
    }
  }
  return { ids, edits, texts: stored, known, missing: articles.length - ids.size }
}

/** Of an event that the work only names, the name stays. */
const eventHere = (event: string | null, events: IdHere): string | null => (event === null ? null : events.get(event) ?? event)

function likeIt(article: Article, records: Records, sameText: readonly Article[]): Article | undefined {
  // Articles without a text are not alike.
  const sameId = records.article.get(article.id)
  if (article.length === 0) return sameId?.length === 0 ? sameId : undefined
  return sameText.find(({ id }) => id === article.id) ?? sameText.find(({ outlet, date }) => outlet === article.outlet && date === article.date) ?? sameText[0]
}
