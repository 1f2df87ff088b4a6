import type { Found } from '../../preload/contract'
import type { Wanted } from '../../domain/text/occurrences'
import type { Session } from './session'

export type Hit = Found['hits'][number]

export interface SearchState {
  readonly hits: readonly Hit[]
  readonly unread: readonly string[]
  /** How many of the articles were looked through. */
  readonly done: number
  /** True when the search ended before the last article, because there were too many hits. */
  readonly full: boolean
}

const AT_ONCE = 40
/** More hits than anybody reviews. */
const MOST_HITS = 5_000

/**
 * Looks for a string in the texts of articles, a few at a time.
 * @param tell called with all there is so far, after each few
 * @returns a function that ends the search
 */
export function searchTexts(session: Session, articles: readonly string[], wanted: Wanted, tell: (state: SearchState) => void): () => void {
  let ended = false
  const run = async (): Promise<void> => {
    const among = wanted.words === '' ? [] : articles
    let state: SearchState = { hits: [], unread: [], done: articles.length - among.length, full: false }
    tell(state)
    for (let at = 0; at < among.length && !state.full; at += AT_ONCE) {
      const some = among.slice(at, at + AT_ONCE)
      const found = await session.find(some, wanted, MOST_HITS - state.hits.length)
      if (ended) return
      const hits = [...state.hits, ...found.hits]
      state = { hits, unread: [...state.unread, ...found.unread], done: at + some.length, full: hits.length >= MOST_HITS }
      tell(state)
    }
  }
  run().catch(() => { if (!ended) tell({ hits: [], unread: articles, done: articles.length, full: false }) })
  return () => { ended = true }
}
