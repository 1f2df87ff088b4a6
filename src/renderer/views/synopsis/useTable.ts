import { useMemo } from 'react'
import { codesWithin } from '../../../domain/query/annotationQuery'
import { THE } from '../../../domain/project/records'
import { overlaps } from '../../../domain/text/span'
import { workOut, type Once } from '../../../domain/synopsis/once'
import { synopsisTable, outletKey, type TablePassage, type TableRow } from '../../../domain/synopsis/table'
import { rowsMeeting, sortedRows, speakersIn, type CodesOf } from '../../../domain/synopsis/tableQuery'
import { TableWork } from '../../../domain/synopsis/tableWork'
import type { EventSynopsis } from '../../store/synopses'
import { filtersInForce } from '../../store/synopsisView'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import type { Column } from './useColumns'
import { useTexts } from './useTexts'
import { useWork } from './useWork'

export interface Table {
  /** What the filters leave, in the order asked for; null while it has to be found out whose words these are. */
  readonly rows: readonly TableRow[] | null
  /** True when nothing is shared, suggested or rejected. */
  readonly nothing: boolean
  /** How many there are without filters, suggestions apart unless they are asked for. */
  readonly total: number
  readonly suggestions: number
  readonly confirmed: number
  readonly rejected: number
  /** Who is quoted; empty until that is found out. */
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
  const work = useMemo(() => texts && new TableWork((id) => texts.get(id) ?? ''), [texts])
  const all = useMemo(() => texts && work && synopsisTable(shown, articles.filter(({ id }) => texts.has(id)), (id) => texts.get(id) ?? '', work), [shown, articles, texts, work])
  const attributed = useAttributed(all)
  const speakers = useMemo(() => (all && attributed ? speakersIn(all) : []), [all, attributed])
  const codesOf = useCodes(articles)
  const codebook = session.records.codebook.get(THE)
  return useMemo(() => {
    if (!all) return null
    const { within, speaker } = filters
    const query = {
      ...filters,
      codes: within && codebook ? codesWithin(codebook, within) : null,
      // What was chosen for another event is not asked for here.
      ...filtersInForce(filters, new Set(articles.map(outletKey)), speakers),
    }
    const suggestions = all.filter(({ passage }) => passage.state === 'suggested').length
    const ready = attributed || (!filters.quotations && speaker === null)
    const rows = ready ? sortedRows(rowsMeeting(all, query, articles, codesOf), { order, articles, codesOf, codes: [...session.codes().keys()] }) : null
    return { rows, nothing: passages.length + rejected.length === 0, total: all.length - (filters.suggestions ? 0 : suggestions), suggestions, confirmed: all.filter(({ passage }) => passage.state === 'confirmed').length, rejected: rejected.length, speakers, codesOf }
  }, [all, attributed, filters, order, articles, passages, rejected, codesOf, speakers, codebook, session])
}

/** So few are attributed at once: after a ruling the table gives no way to a notice. */
const AT_ONCE = 8

/** Whether it is found out whose words all places are: that is worked on from the beginning on. */
function useAttributed(rows: readonly TableRow[] | null): boolean {
  const all = useMemo(() => rows?.flatMap(({ work }) => work.attributions) ?? null, [rows])
  const worked = useWork(all && (() => attributed(all)), [all])
  return useMemo(() => {
    const open = all?.filter(({ isDone }) => !isDone)
    if (!open || open.length > AT_ONCE) return false
    for (const one of open) one.get()
    return true
    // What was worked out is written into what is asked here.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [all, worked])
}

function* attributed<T extends Iterable<Once<unknown>>>(all: T): Generator<void, T> {
  yield* workOut(all)
  return all
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
