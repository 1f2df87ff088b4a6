import { nothingFound, type FindResult, type Line, type LineOrder } from '../../domain/query/concordance'
import { hitsIn, parseSearch, type Wanted } from '../../domain/query/search'
import { FoundHits } from './foundHits'
import type { Library } from './library'
import type { TaskReport } from './taskReport'

/** Which of the searches that go on side by side: each keeps what it found last. */
export interface FoundBy {
  readonly place: string
  /** Made up by whoever asks; a later search of the same place takes its place. */
  readonly id: string
}

export interface FindArgs extends FoundBy {
  readonly wanted: Wanted
  /** Also in what is excluded of the articles. */
  readonly inExcluded: boolean
  /** Ids as JSON, which are looked through in corpus order; null for all articles. */
  readonly articles: string | null
  /** Where it ends. */
  readonly most: number
}

/** After so many articles it is said how far it is; a regular expression can take long over a single one. */
const STEP = { terms: 32, regex: 1 } as const

/** Looks through the texts; what was found so far goes along with the report, at once when there is something to see. */
export function find(corpus: Library, { place, id, wanted, inExcluded, articles, most }: FindArgs, report: TaskReport): FindResult {
  const found = new FoundHits(id, corpus)
  corpus.found.set(place, found)
  const { search, problem } = parseSearch(wanted)
  if (problem !== null) throw new Error(problem)
  if (search === null) return nothingFound
  const among = articles === null ? null : new Set(JSON.parse(articles) as string[])
  const total = among?.size ?? corpus.size
  let [done, unread, shown, full] = [0, 0, false, false]
  for (const volume of corpus.inOrder()) {
    if (among?.has(volume.article.id) === false) continue
    const subject = corpus.searchable(volume, inExcluded)
    const hits = subject === null ? [] : hitsIn(search, subject)
    if (subject === null) unread += 1
    if (hits.length > 0) found.add(volume.article, hits.slice(0, most - found.hits))
    done += 1
    full = found.hits >= most
    if (full) break
    const first = !shown && found.hits > 0
    shown ||= first
    if (first || done % STEP[search.kind] === 0) report(done, total, found.count, first)
  }
  return { ...found.count, unread, full, outlets: found.outlets() }
}

/** Lines of what was found, by the numbers of the hits; none when another search took its place. */
export const findLines = (corpus: Library, { place, id, hits }: FoundBy & { readonly hits: readonly number[] }): readonly Line[] =>
  kept(corpus, place, id)?.lines(hits) ?? []

/** The numbers of the hits in an order. */
export const findOrder = (corpus: Library, { place, id, order }: FoundBy & { readonly order: LineOrder }, report: TaskReport): readonly number[] =>
  kept(corpus, place, id)?.order(order, report) ?? []

function kept(corpus: Library, place: string, id: string): FoundHits | undefined {
  const found = corpus.found.get(place)
  return found?.id === id ? found : undefined
}
