import type { ColumnState, ViewState } from '../../preload/contract'
import type { Span } from '../../domain/text/span'

export const MOST_COLUMNS = 4

/** What stands open on the desk and what is in hand. Kept apart from the project's data. */
export interface Layout extends ViewState {
  /** Id of the picked annotation. */
  readonly picked: string | null
  /** The selected text of the active column. */
  readonly selection: Span | null
}

export const emptyLayout: Layout = { view: 'read', event: null, columns: [], active: 0, panes: {}, picked: null, selection: null }

export const activeColumn = (layout: Layout): ColumnState | undefined => layout.columns[layout.active]

/** How many columns are readable at once in a window of this width, in CSS pixels. */
export const columnsThatFit = (width: number): number => (width < 1180 ? 2 : 3)

/** Opens an event: its first articles, as many as asked for. */
export function openEvent(layout: Layout, event: string | null, articles: readonly string[], most: number): Layout {
  const columns = articles.slice(0, most).map((article) => ({ article, width: 0, top: 0 }))
  return { ...layout, view: 'read', event, columns: evenly(columns), active: 0, picked: null, selection: null }
}

/** Opens an article in a column of its own, or goes to the one it is in. With four open it takes the active one's place. */
export function openArticle(layout: Layout, article: string, event: string | null): Layout {
  const there = layout.columns.findIndex((column) => column.article === article)
  if (there !== -1) return activate({ ...layout, view: 'read' }, there)
  const fresh = { article, width: 0, top: 0 }
  const full = layout.columns.length >= MOST_COLUMNS
  const columns = full
    ? layout.columns.map((column, i) => (i === layout.active ? { ...fresh, width: column.width } : column))
    : evenly([...layout.columns, fresh])
  const active = full ? layout.active : columns.length - 1
  return { ...layout, view: 'read', event: layout.event ?? event, columns, active, picked: null, selection: null }
}

export function activate(layout: Layout, index: number): Layout {
  if (index === layout.active || !layout.columns[index]) return layout
  return { ...layout, active: index, picked: null, selection: null }
}

export function closeColumn(layout: Layout, index: number): Layout {
  if (!layout.columns[index]) return layout
  const columns = evenly(layout.columns.filter((_, i) => i !== index))
  const active = Math.max(0, Math.min(index < layout.active ? layout.active - 1 : layout.active, columns.length - 1))
  return { ...layout, columns, active, picked: null, selection: null }
}

/** Moves a column to another place; the active one stays the same article. */
export function moveColumn(layout: Layout, from: number, to: number): Layout {
  const moved = layout.columns[from]
  if (!moved || from === to || to < 0 || to >= layout.columns.length) return layout
  const rest = layout.columns.filter((_, i) => i !== from)
  const columns = [...rest.slice(0, to), moved, ...rest.slice(to)]
  const current = activeColumn(layout)
  return { ...layout, columns, active: Math.max(0, columns.findIndex((column) => column === current)) }
}

/** Leaves only what still exists: for a remembered layout, and after articles went. */
export function pruned(layout: Layout, exists: (article: string) => boolean): Layout {
  if (layout.columns.every((column) => exists(column.article))) return layout
  const columns = evenly(layout.columns.filter((column) => exists(column.article)))
  return { ...layout, columns, active: Math.max(0, Math.min(layout.active, columns.length - 1)), picked: null, selection: null }
}

const evenly = (columns: readonly ColumnState[]): readonly ColumnState[] => columns.map((column) => ({ ...column, width: 100 / columns.length }))
