import type { SynopsisState } from '../../preload/contract'
import { sameSpeaker } from '../../domain/attribution/attribution'
import type { Place } from '../../domain/synopsis/parallel'
import { isSamePlace } from '../../domain/synopsis/ruledPlaces'
import { everyPassage, type TableOrder, type TableQuery } from '../../domain/synopsis/tableQuery'
import { noneChosen, type Chosen } from './review'

export type SynopsisTab = SynopsisState['tab']
export const synopsisTabs: readonly SynopsisTab[] = ['passages', 'variants', 'omissions', 'own-words']

/** As `TableQuery`, but for codes a dimension or a code with those below it. */
export interface PassageFilters extends Omit<TableQuery, 'codes'> {
  readonly within: { readonly kind: 'dimension' | 'code'; readonly id: string } | null
  /** What was rejected, in place of what is shared. */
  readonly rejected: boolean
}

/** What the synopsis shows and how, as the researcher sets it. What is in hand in it is forgotten with the project; the rest is remembered. */
export interface SynopsisView {
  readonly tab: SynopsisTab
  /** By event, ids of its articles in the order of choice; see `inChosenOrder`. */
  readonly orders: ReadonlyMap<string, readonly string[]>
  readonly filters: PassageFilters
  readonly order: TableOrder
  /** Whether words that differ are marked and those that agree dimmed. */
  readonly differences: boolean
  /** Ids of the shared passages that are selected, and of the one the keyboard is at. */
  readonly rows: Chosen
  /** The article whose cell the keyboard is at; null for the passage as a whole. */
  readonly column: string | null
  /** Places of the passage that the keyboard is at which are marked, to be taken out of it or made one of their own. */
  readonly marked: readonly Place[]
}

const { codes: _, ...anyPassage } = everyPassage
export const allPassages: PassageFilters = { ...anyPassage, within: null, rejected: false }

export const untouchedSynopsis: SynopsisView = { tab: 'passages', orders: new Map(), filters: allPassages, order: 'outlets', differences: true, rows: noneChosen, column: null, marked: [] }

/** Of so many events the order of choice is remembered, the last ones. */
const MOST_ORDERS = 500

/** What is remembered of a view when the project is closed. */
export const rememberedOf = ({ tab, orders, filters, order, differences }: SynopsisView): SynopsisState => ({ tab, order, differences, filters, orders: Object.fromEntries([...orders].slice(-MOST_ORDERS)) })

/** The view as it was remembered. @param masked then what was chosen among names may tell them, and is left out */
export const recalled = ({ orders, filters, ...rest }: SynopsisState, masked: boolean): SynopsisView =>
  ({ ...untouchedSynopsis, ...rest, orders: new Map(masked ? [] : Object.entries(orders)), filters: masked ? { ...filters, missingIn: null } : filters })

/** True when the filters leave every passage that is more than a suggestion. */
export const takesAllPassages = (filters: PassageFilters): boolean => Object.entries(allPassages).every(([name, value]) => name === 'suggestions' || filters[name as keyof PassageFilters] === value)

/**
 * What of the filters holds for one event: who is not in it was chosen for another, and is not asked for.
 * @param outlets by key, those that have articles
 * @param speakers who is quoted; one that is named otherwise is meant by that name
 */
export const filtersInForce = ({ missingIn, speaker }: PassageFilters, outlets: { readonly has: (key: string) => boolean }, speakers: readonly string[]): Pick<PassageFilters, 'missingIn' | 'speaker'> => ({
  missingIn: missingIn !== null && outlets.has(missingIn) ? missingIn : null,
  speaker: speaker === null ? null : speakers.find((one) => one === speaker) ?? speakers.find((one) => sameSpeaker(one, speaker)) ?? null,
})

/** Articles in the order that was chosen for their event; those it doesn't name come after the others, as they came. */
export function inChosenOrder<T extends { readonly id: string }>(articles: readonly T[], { orders }: Pick<SynopsisView, 'orders'>, event: string): readonly T[] {
  const rank = new Map((orders.get(event) ?? []).map((id, i) => [id, i]))
  const placed = articles.map((article, i) => ({ article, at: rank.get(article.id) ?? rank.size + i }))
  return placed.sort((a, b) => a.at - b.at).map(({ article }) => article)
}

/** The view after a column went to another place among those of its event, as they stand now. */
export function withColumnAt(view: SynopsisView, event: string, articles: readonly { readonly id: string }[], moved: string, to: number): SynopsisView {
  const now = inChosenOrder(articles, view, event).map(({ id }) => id)
  if (!now.includes(moved) || to < 0 || to >= now.length) return view
  const rest = now.filter((id) => id !== moved)
  return { ...view, orders: new Map(view.orders).set(event, [...rest.slice(0, to), moved, ...rest.slice(to)]) }
}

/** The view after places were marked, or were marked no more if they were; those of another passage are let go. */
export function withMarks(view: SynopsisView, passage: string, places: readonly Place[]): SynopsisView {
  const before = view.rows.cursor === passage ? view.marked : []
  const rest = before.filter((one) => !places.some((other) => isSamePlace(one, other)))
  return { ...view, rows: { ...view.rows, cursor: passage, from: passage }, marked: rest.length < before.length ? rest : [...before, ...places] }
}
