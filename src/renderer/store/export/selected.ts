import type { ExportOrder } from '../../../domain/exporting/order'
import type { Selection } from '../../../domain/exporting/selection'

/** What is chosen of some things by id; null for all. */
export type Some = readonly string[] | null

export const isChosen = (some: Some, id: string): boolean => some?.includes(id) ?? true

/** With some of them chosen or not; all of them are `null` again. @param all every id there is */
export function choosing(some: Some, all: readonly string[], ids: readonly string[], chosen: boolean): Some {
  const changed = new Set(ids)
  const now = new Set(some ?? all)
  const next = all.filter((id) => (changed.has(id) ? chosen : now.has(id)))
  return next.length === all.length ? null : next
}

/** Whether something is left out. */
export const isNarrowed = ({ articles, events, coders, dimensions, codes, from, to, complete }: Selection): boolean =>
  [articles, events, coders, dimensions, codes].some((some) => some !== null) || from !== '' || to !== '' || complete

/** Why an order can't be carried out yet, as a sentence; null when it can. */
export function hindranceIn({ selection: { articles, events, coders, dimensions, codes, from, to }, by, adjudicator }: ExportOrder): string | null {
  const empty = ([['article', articles], ['event', events], ['coder', coders], ['dimension', dimensions], ['code', codes]] as const).find(([, some]) => some?.length === 0)
  if (empty) return `No ${empty[0]} is chosen, so there is nothing to export. Choose at least one.`
  if (from !== '' && to !== '' && from > to && !from.startsWith(to)) return 'The dates end before they begin, so there is nothing to export. Change one of them.'
  return by === 'adjudicated' && adjudicator === null ? 'Choose the coder whose coding is final.' : null
}
