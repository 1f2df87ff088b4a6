import { useMemo } from 'react'
import { codesWithin } from '../../../domain/query/annotationQuery'
import { THE } from '../../../domain/project/records'
import { overlaps } from '../../../domain/text/span'
import { synopsisTable, outletKey, type TableArticle, type TablePassage, type TableRow } from '../../../domain/synopsis/table'
import { rowsMeeting, sortedRows, speakersIn, type CodesOf } from '../../../domain/synopsis/tableQuery'
import { variants, type Rendering } from '../../../domain/synopsis/variants'
import { sameSpeaker } from '../../../domain/synopsis/attribution'
import type { EventSynopsis } from '../../store/synopses'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import type { Column } from './useColumns'
import { useTexts } from './useTexts'

export interface Table {
  /** What the filters leave, in the order asked for. */
  readonly rows: readonly TableRow[]
  /** True when nothing is shared, suggested or rejected. */
  readonly nothing: boolean
  /** How many there are without filters, suggestions apart unless they are asked for. */
  readonly total: number
  readonly suggestions: number
  readonly confirmed: number
  readonly rejected: number
  /** Renderings of what its places word differently, the most frequent first. */
  readonly renderingsOf: (row: TableRow) => readonly Rendering[]
  /** Who is quoted. */
  readonly speakers: readonly string[]
  readonly codesOf: CodesOf
}

/** The rows of the synopsis; null until the texts are here. */
export function useTable(synopsis: EventSynopsis, columns: readonly Column[]): Table | null {
  const { filters, order } = useCell(useDesk().synopsisView)
  const passages = useCell(synopsis.passages)
  const session = useSession()
  const articles = useMemo(() => columns.map(({ article }) => article), [columns])
  const texts = useTexts(articles)
  const rejected = useCell(synopsis.rejected)
  const shown: readonly TablePassage[] = filters.rejected ? rejected : passages
  const all = useMemo(() => texts && synopsisTable(shown, articles.filter(({ id }) => texts.has(id)), (id) => texts.get(id) ?? ''), [shown, articles, texts])
  const renderingsOf = useRenderings(articles, texts)
  const speakers = useMemo(() => speakersIn(all ?? []), [all])
  const codesOf = useCodes(articles)
  const codebook = session.records.codebook.get(THE)
  return useMemo(() => {
    if (!all) return null
    const { within, speaker, missingIn } = filters
    const query = {
      ...filters,
      codes: within && codebook ? codesWithin(codebook, within) : null,
      // What was chosen for another event is not asked for here.
      speaker: speaker !== null && speakers.some((one) => sameSpeaker(one, speaker)) ? speaker : null,
      missingIn: articles.some((article) => outletKey(article) === missingIn) ? missingIn : null,
    }
    const suggestions = all.filter(({ passage }) => passage.state === 'suggested').length
    const rows = sortedRows(rowsMeeting(all, query, articles, codesOf), { order, articles, codesOf, codes: [...session.codes().keys()] })
    return { rows, nothing: passages.length + rejected.length === 0, total: all.length - (filters.suggestions ? 0 : suggestions), suggestions, confirmed: all.filter(({ passage }) => passage.state === 'confirmed').length, rejected: rejected.length, speakers, codesOf, renderingsOf }
  }, [all, filters, order, articles, passages, rejected, codesOf, renderingsOf, speakers, codebook, session])
}

/** How the places of a passage word it: asked for the rows one sees. */
function useRenderings(articles: readonly TableArticle[], texts: ReadonlyMap<string, string> | null): Table['renderingsOf'] {
  return useMemo(() => {
    const language = articles.find((one) => one.language !== '')?.language ?? ''
    return (row) => variants(row.passage, (id) => texts?.get(id), language).headline?.renderings ?? []
  }, [articles, texts])
}

/** Which codes anybody has given to a place or a part of it, in the order of the codebook. */
function useCodes(articles: readonly { readonly id: string }[]): CodesOf {
  const session = useSession()
  const revision = useCell(session.revision)
  return useMemo(() => {
    const rank = new Map([...session.codes().keys()].map((code, i) => [code, i]))
    const given = new Map(articles.map(({ id }) => [id, [...(session.records.annotationsOf.get(id)?.values() ?? [])].filter(({ code, textVersion }) => rank.has(code) && textVersion === session.records.article.get(id)?.version)]))
    return (place) => [...new Set((given.get(place.article) ?? []).filter(({ spans }) => spans.some((span) => overlaps(span, place))).map(({ code }) => code))].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
    // Annotations are replaced in place: the revision says when they are old.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session, articles, revision])
}
