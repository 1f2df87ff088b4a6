import type { KeyboardEvent, MouseEvent } from 'react'
import type { Place } from '../../../domain/synopsis/parallel'
import type { TableRow } from '../../../domain/synopsis/table'
import { readInContext } from '../../commands/synopsisCommands'
import { goTo, toggle } from '../../store/review'
import { withMarks } from '../../store/synopsisView'
import { useDesk } from '../desk'
import type { Column } from './useColumns'

interface Where {
  readonly rows: readonly TableRow[]
  readonly columns: readonly Column[]
  /** The row and the column the keyboard is at; -1 for none, and for the passage as a whole. */
  readonly at: number
  readonly across: number
  /** How many rows one sees, about. */
  readonly page: () => number
}

const within = (n: number, least: number, most: number): number => Math.max(least, Math.min(n, most))

/** Going from cell to cell and selecting rows, with keys and the mouse; what else is done with them are commands. */
export function useTableKeys({ rows, columns, at, across, page }: Where) {
  const desk = useDesk()
  const { synopsisView } = desk
  const order = rows.map(({ passage }) => passage.id)
  const go = (row: number, column: number, extend: boolean): void => {
    const id = order[within(row, 0, order.length - 1)]
    if (id !== undefined) synopsisView.update((now) => ({ ...now, rows: extend ? goTo(now.rows, order, id, true) : { ...now.rows, cursor: id, from: id }, column: columns[within(column, -1, columns.length - 1)]?.article.id ?? null, marked: now.rows.cursor === id ? now.marked : [] }))
  }
  /** Selects a row, or marks what an article has of it; or no more. */
  /** The places of a cell, or the one of them that begins there. */
  const placesIn = (id: string, article: string, start: number | null): readonly Place[] | undefined =>
    rows.find(({ passage }) => passage.id === id)?.cells.get(article)?.map(({ place }) => place).filter((place) => start === null || place.start === start)
  const choose = (id: string, article: string | null, start: number | null = null): void => {
    const places = article === null ? undefined : placesIn(id, article, start)
    if (places) synopsisView.update((now) => ({ ...withMarks(now, id, places), column: article }))
    else if (article === null) synopsisView.update((now) => ({ ...now, rows: toggle(now.rows, id), column: null }))
  }
  const onKey = (event: KeyboardEvent): void => {
    const mod = desk.mac ? event.metaKey : event.ctrlKey
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [at + 1, across], ArrowUp: [at - 1, across], PageDown: [at + page(), across], PageUp: [at - page(), across],
      ArrowRight: [at, across + 1], ArrowLeft: [at, across - 1],
      Home: mod ? [0, across] : [at, -1], End: mod ? [order.length - 1, across] : [at, columns.length - 1],
    }
    const step = steps[event.key]
    const { rows: chosen } = synopsisView.get()
    if (event.altKey || (mod && !event.key.match(/^(Home|End|a)$/u))) return
    if (step) go(step[0], step[1], event.shiftKey && step[0] !== at)
    else if (event.key === ' ' && chosen.cursor !== null) choose(chosen.cursor, columns[across]?.article.id ?? null)
    else if (event.key === 'a' && mod) synopsisView.update((now) => ({ ...now, rows: { ...now.rows, ids: new Set(order) } }))
    else if (event.key === 'Escape' && (chosen.ids.size > 0 || synopsisView.get().marked.length > 0)) synopsisView.update((now) => ({ ...now, rows: { ...now.rows, ids: new Set() }, marked: [] }))
    else return
    event.preventDefault()
  }
  /** The row, the column and the place of what was clicked, as far as it is on one; of a button none. */
  const clicked = ({ target }: MouseEvent): { readonly id: string; readonly article: string | null; readonly start: number | null } | null => {
    if (!(target instanceof Element) || target.closest('button')) return null
    const id = target.closest<HTMLElement>('[data-passage]')?.dataset['passage']
    const start = target.closest<HTMLElement>('[data-start]')?.dataset['start']
    return id === undefined ? null : { id, article: target.closest<HTMLElement>('[data-article]')?.dataset['article'] ?? null, start: start === undefined ? null : Number(start) }
  }
  const onClick = (event: MouseEvent): void => {
    const place = clicked(event)
    if (!place) return
    const { id, article, start } = place
    if (event.ctrlKey || event.metaKey) choose(id, article, start)
    else synopsisView.update((now) => ({ ...now, column: article, rows: event.shiftKey ? goTo(now.rows, order, id, true) : { ...now.rows, cursor: id, from: id }, marked: now.rows.cursor === id ? now.marked : [] }))
  }
  const onDoubleClick = (event: MouseEvent): void => {
    const place = clicked(event)
    const row = rows.find(({ passage }) => passage.id === place?.id)
    if (place && row) readInContext(desk, place.article === null ? row.passage.places : placesIn(place.id, place.article, place.start) ?? [])
  }
  return { onKey, onClick, onDoubleClick }
}
