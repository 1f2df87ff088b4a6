import { sameSpeaker } from '../attribution/attribution'
import { outletKey, type TableArticle, type TablePlace, type TableRow } from './table'

export const tableOrders = ['outlets', 'position', 'code', 'strength'] as const
export type TableOrder = (typeof tableOrders)[number]

/** Which shared passages are asked for; all conditions together. */
export interface TableQuery {
  /** Only what somebody says, in quotation marks. */
  readonly quotations: boolean
  /** Also what rests on weak links alone. */
  readonly suggestions: boolean
  /** Only what a researcher confirmed. */
  readonly confirmed: boolean
  /** Whom it is attributed to; null for anybody or nobody. */
  readonly speaker: string | null
  /** Key of an outlet that leaves it out; see `outletKey`. */
  readonly missingIn: string | null
  /** Codes of which one was given to it; null for any or none. */
  readonly codes: ReadonlySet<string> | null
}

export const everyPassage: TableQuery = { quotations: false, suggestions: false, confirmed: false, speaker: null, missingIn: null, codes: null }

/** Codes given to a place, in the order of the codebook. */
export type CodesOf = (place: TablePlace['place']) => readonly string[]

const strengthOf = ({ passage }: TableRow): number => (passage.state === 'rejected' ? 0 : passage.strength)

const placesOf = ({ cells }: TableRow): readonly TablePlace[] => [...cells.values()].flat()

/** Whether anything of it is in quotation marks. */
const isQuoted = (row: TableRow): boolean => (row.passage.state !== 'rejected' && row.passage.kind === 'quotation') || placesOf(row).some(({ attribution: { form } }) => form === 'direct' || form === 'fragment')

/** The rows that meet a query, in their order. */
export function rowsMeeting(rows: readonly TableRow[], query: TableQuery, articles: readonly TableArticle[], codesOf: CodesOf): readonly TableRow[] {
  const { quotations, suggestions, confirmed, speaker, missingIn, codes } = query
  // Many places have the same name, and comparing names takes its time.
  const same = new Map<string, boolean>()
  const isSpeaker = (name: string): boolean => {
    const known = same.get(name) ?? sameSpeaker(name, speaker)
    same.set(name, known)
    return known
  }
  const missing = articles.filter((article) => outletKey(article) === missingIn).map(({ id }) => id)
  return rows.filter((row) =>
    (suggestions || row.passage.state !== 'suggested')
    && (!confirmed || row.passage.state === 'confirmed')
    && (!quotations || isQuoted(row))
    && (speaker === null || placesOf(row).some(({ attribution }) => attribution.speaker !== null && isSpeaker(attribution.speaker)))
    && (missingIn === null || missing.every((id) => !row.cells.has(id)))
    && (codes === null || placesOf(row).some(({ place }) => codesOf(place).some((code) => codes.has(code)))))
}

/** Who is quoted, each once in the longest way they are named, the most quoted first. */
export function speakersIn(rows: readonly TableRow[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { attribution: { speaker } } of rows.flatMap(placesOf)) if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  const found: { name: string; count: number }[] = []
  for (const [speaker, count] of counts) {
    const known = found.find(({ name }) => sameSpeaker(name, speaker))
    if (!known) found.push({ name: speaker, count })
    else {
      known.count += count
      if (speaker.length > known.name.length) known.name = speaker
    }
  }
  return found.sort((a, b) => b.count - a.count).map(({ name }) => name)
}

interface Sorting {
  readonly order: TableOrder
  /** The columns, in order; with `position` the first of them leads. */
  readonly articles: readonly Pick<TableArticle, 'id'>[]
  readonly codesOf: CodesOf
  /** Ids of all codes in the order of the codebook. */
  readonly codes: readonly string[]
}

/**
 * The rows in another order: those of most outlets first; in the order of the first column's text, then those that only the
 * next one has; by their first code, uncoded ones last; or the strongest first. What is equal there goes by position.
 */
export function sortedRows(rows: readonly TableRow[], { order, articles, codesOf, codes }: Sorting): readonly TableRow[] {
  const columns = new Map(articles.map(({ id }, i) => [id, i]))
  const rank = new Map(codes.map((code, i) => [code, i]))
  const keyed = rows.map((row) => {
    const [column = columns.size, at = 0] = placesOf(row).map(({ place }): readonly [number, number] => [columns.get(place.article) ?? columns.size, place.start]).sort(byPosition)[0] ?? []
    const code = order === 'code' ? Math.min(...placesOf(row).flatMap(({ place }) => codesOf(place)).map((id) => rank.get(id) ?? codes.length), codes.length + 1) : 0
    return { row, position: [column, at] as const, code }
  })
  const first = {
    outlets: (a, b) => b.row.outlets - a.row.outlets,
    position: () => 0,
    code: (a, b) => a.code - b.code,
    strength: (a, b) => strengthOf(b.row) - strengthOf(a.row),
  } satisfies Record<TableOrder, (a: (typeof keyed)[number], b: (typeof keyed)[number]) => number>
  return [...keyed].sort((a, b) => first[order](a, b) || byPosition(a.position, b.position)).map(({ row }) => row)
}

const byPosition = (a: readonly [number, number], b: readonly [number, number]): number => a[0] - b[0] || a[1] - b[1]
