import { useEffect, useMemo, useState } from 'react'
import { codesWithin } from '../../../domain/query/annotationQuery'
import { meetsArticleQuery } from '../../../domain/query/articleQuery'
import { THE } from '../../../domain/project/records'
import type { LinePages } from '../../store/linePages'
import type { CorpusSearch, SearchState } from '../../store/corpusSearch'
import { takesAll, type FindFilters } from '../../store/finds'
import type { Session } from '../../store/session'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'

/** More hits than anybody goes through. */
export const MOST_HITS = 100_000

export interface Found extends SearchState {
  readonly search: CorpusSearch
  readonly lines: LinePages
  /** Ids of the articles the filters leave; null for all. */
  readonly articles: readonly string[] | null
  /** The numbers of the hits as they are shown; null while they are in corpus order. */
  readonly order: readonly number[] | null
  /** Those of this very search. */
  readonly ticked: ReadonlySet<number>
}

/** What is looked for now, and what of it was found. */
export function useFind(): Found {
  const desk = useDesk()
  const session = useSession()
  const { wanted, inExcluded, filters, ticked, of } = useCell(desk.finds)
  const search = session.search('find')
  const state = useCell(search.state)
  const catalogue = useCell(session.catalogue)
  const articles = useFiltered(session, filters, catalogue)
  useEffect(() => { search.prepare() }, [search])
  useEffect(() => {
    void search.ask({ wanted, inExcluded, articles, most: MOST_HITS, catalogue })
  }, [search, wanted, inExcluded, articles, catalogue])
  return { ...state, search, lines: search.lines, articles, order: useOrder(search, state), ticked: of === state.id ? ticked : none }
}

const none: ReadonlySet<number> = new Set()

/** Not worked out anew with each annotation: what one codes meanwhile must not take the hits away from under one's hands. */
function useFiltered(session: Session, filters: FindFilters, catalogue: number): readonly string[] | null {
  const loaded = useCell(session.loaded)
  const { whole } = useCell(session.listing.state)
  const asksCoding = filters.coder !== null || filters.within !== null || filters.coded !== 'any'
  const read = asksCoding ? loaded : null
  return useMemo(() => {
    if (takesAll(filters)) return null
    const { seen: records, opened } = session
    const codebook = records.codebook.get(THE)
    const query = { ...filters, codes: filters.within && codebook ? codesWithin(codebook, filters.within) : null }
    return [...records.article.values()].filter((article) => meetsArticleQuery(article, query, records, opened.coder.id)).map(({ id }) => id)
    // The records are replaced in place: these say when the answer is old.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session, filters, catalogue, whole, read])
}

/** Another order is worked out when the search is complete. */
function useOrder(search: CorpusSearch, { state, id, found }: SearchState): readonly number[] | null {
  const desk = useDesk()
  const { order } = useCell(desk.finds)
  const [sorted, setSorted] = useState<{ readonly of: string | null; readonly by: string; readonly hits: readonly number[] } | null>(null)
  useEffect(() => {
    let current = true
    if (order === 'corpus' || state !== 'over' || found.hits === 0) return undefined
    search.order(order).then((hits) => { if (current) setSorted({ of: id, by: order, hits }) }, desk.app.tell)
    return () => { current = false }
  }, [desk, search, order, state, id, found])
  return sorted?.of === id && sorted.by === order ? sorted.hits : null
}
