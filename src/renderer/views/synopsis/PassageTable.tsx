import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useId, useRef } from 'react'
import type { Place } from '../../../domain/synopsis/parallel'
import type { TablePassage, TableRow } from '../../../domain/synopsis/table'
import type { CodesOf } from '../../../domain/synopsis/tableQuery'
import { showVariants } from '../../commands/synopsisCommands'
import { actedOn, noneChosen } from '../../store/review'
import type { EventSynopsis } from '../../store/synopses'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import { ColumnHeads } from './ColumnHeads'
import { PassageRow } from './PassageRow'
import styles from './PassageTable.module.css'
import type { Column } from './useColumns'
import { COLUMN, FIRST, useShownColumns } from './useShownColumns'
import { useTableKeys } from './useTableKeys'

interface Props {
  readonly synopsis: EventSynopsis
  readonly rows: readonly TableRow[]
  readonly codesOf: CodesOf
  readonly columns: readonly Column[]
}

/** Heights before they are measured, in pixels. */
const ROW = 104
const HEAD = 52

const none: readonly Place[] = []

/** The rows and columns one can see, however many there are. Arrow keys go from cell to cell, Enter reads, Space selects rows. */
export function PassageTable({ synopsis, rows, codesOf, columns }: Props) {
  const desk = useDesk()
  const { synopsisView, passageInHand } = desk
  const { rows: chosen, column, differences, marked } = useCell(synopsisView)
  const id = useId()
  const grid = useRef<HTMLDivElement>(null)
  const last = useRef(0)
  const list = useVirtualizer({ count: rows.length, getScrollElement: () => grid.current, estimateSize: () => ROW, overscan: 4, scrollMargin: HEAD, scrollPaddingStart: HEAD, getItemKey: (i) => rows[i]?.passage.id ?? i })
  const at = rows.findIndex(({ passage }) => passage.id === chosen.cursor)
  const onVariants = useCallback((passage: TablePassage) => { showVariants(desk, synopsis, passage) }, [desk, synopsis])
  const across = columns.findIndex(({ article }) => article.id === column)
  const keys = useTableKeys({ rows, columns, at, across, page: () => Math.max(1, Math.floor((grid.current?.clientHeight ?? ROW) / ROW) - 1) })
  useEffect(() => {
    if (!document.activeElement?.matches('input, select, textarea')) grid.current?.focus({ preventScroll: true })
    // Whoever comes from the reader goes on with the passage they were at.
    const hand = passageInHand.get()
    if (hand?.event === synopsis.event) synopsisView.update((now) => ({ ...now, rows: { ...now.rows, cursor: hand.passage, from: hand.passage } }))
  }, [passageInHand, synopsis, synopsisView])
  useEffect(() => {
    const ids = actedOn(chosen)
    const passage = chosen.cursor !== null && ids.includes(chosen.cursor) ? chosen.cursor : ids[0]
    if (passage !== undefined) passageInHand.set({ event: synopsis.event, passage, places: marked, with: ids.filter((one) => one !== passage) })
  }, [chosen, marked, passageInHand, synopsis])
  useEffect(() => {
    if (at !== -1) last.current = at
    // Where the row at the keyboard went, the one in its place is next.
    else if (rows.length > 0) synopsisView.update((now) => ({ ...now, rows: { ...noneChosen, cursor: rows[Math.min(last.current, rows.length - 1)]?.passage.id ?? null } }))
  }, [at, rows, synopsisView])
  useEffect(() => {
    if (at !== -1) list.scrollToIndex(at)
    // Only where the keyboard goes: whoever scrolls away from it stays where they are.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [chosen.cursor])
  useEffect(() => {
    const head = grid.current?.querySelector<HTMLElement>(`[role=columnheader][aria-colindex="${across + 2}"]`)
    if (across === -1 || !grid.current || !head) return
    const { scrollLeft, clientWidth } = grid.current
    grid.current.scrollLeft = Math.max(head.offsetLeft + head.offsetWidth - clientWidth, Math.min(scrollLeft, head.offsetLeft - FIRST))
  }, [across])
  const items = list.getVirtualItems()
  const shown = useShownColumns(grid, columns.length)
  const shape = { gridTemplateColumns: `${FIRST}px repeat(${columns.length}, minmax(${COLUMN}px, 1fr))` }
  return (
    <div
      ref={grid} className={styles['grid']} role="grid" aria-label="Shared passages" aria-multiselectable aria-rowcount={rows.length + 1} aria-colcount={columns.length + 1} tabIndex={0}
      data-own-keys data-synopsis-table onKeyDown={keys.onKey} aria-activedescendant={items.some(({ index }) => index === at) && (across === -1 || (across >= shown.from && across < shown.to)) ? `${id} ${at} ${across}`.replaceAll(' ', '-') : undefined}
    >
      <div style={{ minWidth: FIRST + COLUMN * columns.length }}>
        <ColumnHeads event={synopsis.event} columns={columns} shape={shape} />
        {/* The grid hears the keys. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
        <div role="rowgroup" style={{ height: list.getTotalSize(), position: 'relative' }} onClick={keys.onClick} onDoubleClick={keys.onDoubleClick} onMouseDown={(press) => { press.preventDefault(); grid.current?.focus({ preventScroll: true }) }}>
          {items.map(({ index, start }) => {
            const row = rows[index]
            return row && (
              <div
                key={row.passage.id} ref={list.measureElement} data-index={index} role="row" aria-rowindex={index + 2} aria-selected={chosen.ids.has(row.passage.id)} data-passage={row.passage.id}
                className={`${styles['row']} ${index === at ? styles['at'] : ''}`} style={{ ...shape, top: start - HEAD }}
              >
                <PassageRow row={row} id={`${id}-${index}`} columns={columns} from={shown.from} to={shown.to} codesOf={codesOf} differences={differences} selected={chosen.ids.has(row.passage.id)} across={index === at ? across : null} marked={index === at ? marked : none} onVariants={onVariants} />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
