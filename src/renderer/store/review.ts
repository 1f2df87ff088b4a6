/** What the list of annotations shows, as the researcher sets it. Remembered while the window lives. */
export interface Review {
  readonly tab: 'annotations' | 'memos'
  readonly scope: 'project' | 'event' | 'article'
  readonly whose: 'all' | 'mine'
  /** A dimension or a code with those below it; null for all. */
  readonly within: { readonly kind: 'dimension' | 'code'; readonly id: string } | null
  readonly incomplete: boolean
  readonly outdated: boolean
  /** Only those not found again after a correction of the text. */
  readonly unplaced: boolean
  readonly typed: string
  readonly sort: SortBy
}

export type SortBy = 'place' | 'code' | 'modified'

export const everything: Review = { tab: 'annotations', scope: 'project', whose: 'all', within: null, incomplete: false, outdated: false, unplaced: false, typed: '', sort: 'place' }

/** True when nothing narrows the list. */
export const isUnfiltered = ({ scope, whose, within, incomplete, outdated, unplaced, typed }: Review): boolean =>
  scope === 'project' && whose === 'all' && within === null && !incomplete && !outdated && !unplaced && typed.trim() === ''

/** Which rows of a list are selected, and the one the keyboard is at. */
export interface Chosen {
  readonly ids: ReadonlySet<string>
  readonly cursor: string | null
  /** Where a range begins that Shift extends. */
  readonly from: string | null
}

export const noneChosen: Chosen = { ids: new Set(), cursor: null, from: null }

/** What an action is for: the selected rows, or without any the one the keyboard is at. */
export const actedOn = ({ ids, cursor }: Chosen): readonly string[] => (ids.size > 0 ? [...ids] : cursor === null ? [] : [cursor])

/** Goes to a row; extending takes everything in between into the selection, otherwise the selection is given up. */
export function goTo(chosen: Chosen, order: readonly string[], id: string, extend: boolean): Chosen {
  if (!extend) return { ids: new Set(), cursor: id, from: id }
  const from = chosen.from !== null && order.includes(chosen.from) ? chosen.from : (chosen.cursor ?? id)
  const [a, b] = [order.indexOf(from), order.indexOf(id)]
  return { ids: new Set(order.slice(Math.min(a, b), Math.max(a, b) + 1)), cursor: id, from }
}

/** Takes a row into the selection or out of it. */
export function toggle(chosen: Chosen, id: string): Chosen {
  const ids = new Set(chosen.ids)
  if (!ids.delete(id)) ids.add(id)
  return { ids, cursor: id, from: id }
}
