import type { ProposedEvent } from '../../domain/align/proposeEvents'
import type { Records } from '../../domain/project/records'

/** A proposed event while one decides on it. */
export interface Draft {
  readonly id: string
  /** The event that exists and is to be joined; null for a new one. */
  readonly event: string | null
  readonly name: string
  /** Null as the likeness of an article that was moved here by hand. */
  readonly articles: readonly { readonly id: string; readonly likeness: number | null }[]
  /** Ids of those that are not to go along. */
  readonly left: ReadonlySet<string>
}

export const readDrafts = (json: string): readonly Draft[] =>
  (JSON.parse(json) as readonly ProposedEvent[]).map((one, i) => ({ ...one, id: `proposal-${i}`, left: new Set() }))

/** What can still be decided: articles that have an event by now or are gone fall out, and proposals with too few of them. */
export function openDrafts(drafts: readonly Draft[], records: Records): readonly Draft[] {
  return drafts.flatMap((draft) => {
    if (draft.event !== null && !records.event.has(draft.event)) return []
    const articles = draft.articles.filter(({ id }) => records.article.get(id)?.event === null)
    return articles.length < (draft.event === null ? 2 : 1) ? [] : [articles.length === draft.articles.length ? draft : { ...draft, articles }]
  })
}

/** Those that go along when a draft is accepted. */
export const going = ({ articles, left }: Draft): readonly string[] => articles.map(({ id }) => id).filter((id) => !left.has(id))

export const changed = (drafts: readonly Draft[], id: string, change: (draft: Draft) => Draft): readonly Draft[] =>
  drafts.map((draft) => (draft.id === id ? change(draft) : draft))

/** Ticks an article of a draft, or takes the tick away. */
export function ticked(draft: Draft, article: string): Draft {
  const left = new Set(draft.left)
  if (!left.delete(article)) left.add(article)
  return { ...draft, left }
}

/** Moves an article from the draft it is in to another. */
export function moved(drafts: readonly Draft[], article: string, to: string): readonly Draft[] {
  return drafts.map((draft) => {
    const rest = draft.articles.filter(({ id }) => id !== article)
    if (draft.id === to) return { ...draft, articles: [...rest, { id: article, likeness: null }], left: new Set([...draft.left].filter((id) => id !== article)) }
    return rest.length === draft.articles.length ? draft : { ...draft, articles: rest }
  })
}
