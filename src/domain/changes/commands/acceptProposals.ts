import type { Records } from '../../project/records'
import type { Edit } from '../change'
import type { Circumstances, Outcome } from '../command'
import { editArticles } from './articles'
import { groupIntoEvent } from './events'

/** A proposed event as the researcher left it. */
export interface Accepted {
  /** The event to join; null for a new one. */
  readonly event: string | null
  readonly name: string
  readonly articles: readonly string[]
}

/**
 * Makes events of proposals, all as one step. Articles that were taken out meanwhile or have an event by now are left where
 * they are, and an event that is gone is not joined. Null where nothing is left to do.
 */
export function acceptProposals(records: Records, proposals: readonly Accepted[], at: Pick<Circumstances, 'id'>): Outcome {
  const taken = new Set<string>()
  const edits: Edit[] = []
  let made = 0
  for (const { event, name, articles } of proposals) {
    const free = articles.filter((id) => records.article.get(id)?.event === null && !taken.has(id))
    const outcome = free.length === 0 ? null
      : event === null ? groupIntoEvent(records, { name, articles: free }, at)
      : records.event.has(event) ? editArticles(records, free, { event }) : null
    if (!outcome) continue
    for (const id of free) taken.add(id)
    edits.push(...outcome.edits)
    if (event === null) made += 1
  }
  if (edits.length === 0) return null
  const [first] = proposals
  const one = proposals.length === 1 && first
  const label = one ? (one.event === null ? `make the event “${one.name.trim()}”` : `add ${taken.size} ${taken.size === 1 ? 'article' : 'articles'} to an event`)
    : made === 0 ? `add ${taken.size} articles to their events` : `make ${made} ${made === 1 ? 'event' : 'events'} of ${taken.size} articles`
  return { label, edits }
}
