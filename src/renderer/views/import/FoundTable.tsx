import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import type { ImportAssistant } from '../../store/import/assistant'
import { startsTicked } from '../../store/import/corrections'
import { rowIn, sortable, type RowSort } from '../../store/import/rows'
import { useCell } from '../../store/watch'
import { FoundCells } from './FoundCells'
import styles from './ImportView.module.css'
import { walkCells } from './walkCells'

interface Props {
  readonly assistant: ImportAssistant
  readonly order: readonly string[]
  readonly sort: RowSort
  readonly onSort: (sort: RowSort) => void
  readonly hand: string | null
}

const titles = { headline: 'Headline', outlet: 'Outlet', date: 'Date', words: 'Words', problems: 'To look at', format: 'Format', file: 'File' } as const
const ROW = 34

/** The rows one can see, however many there are. */
export function FoundTable({ assistant, order, sort, onSort, hand }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const lastTicked = useRef<string | null>(null)
  const list = useVirtualizer({ count: order.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 12, getItemKey: (i) => order[i] ?? i })
  const state = useCell(assistant.state)
  // Other rows than before begin with the first.
  useEffect(() => { scroller.current?.scrollTo({ top: 0 }) }, [order])
  const [fresh, all] = useMemo(() => {
    const rows = order.flatMap((id) => rowIn(state, id) ?? []).filter((row) => row.ticked || startsTicked(row.entry))
    return [rows.map(({ id }) => id), rows.length > 0 && rows.every(({ ticked }) => ticked)] as const
  }, [state, order])
  const tick = (id: string, ticked: boolean, range: boolean): void => {
    const [from = 0, to = 0] = [order.indexOf(range ? lastTicked.current ?? id : id), order.indexOf(id)].sort((a, b) => a - b)
    assistant.tick(from === -1 ? [id] : order.slice(from, to + 1), ticked)
    lastTicked.current = id
  }
  const sortBy = (column: (typeof sortable)[number]): void => {
    // Once more after descending: back to the order of the files.
    onSort(sort.column !== column ? { column, descending: false } : sort.descending ? { column: null, descending: false } : { column, descending: true })
  }
  return (
    <div className={styles['table']} role="table" aria-label="Articles found" aria-rowcount={order.length + 1}>
      <div className={`${styles['row']} ${styles['titles']}`} role="row" aria-rowindex={1}>
        <span role="columnheader" className={styles['check']}><input type="checkbox" aria-label="Tick all articles shown that are new" checked={all} disabled={fresh.length === 0} onChange={() => { assistant.tick(fresh, !all) }} /></span>
        {sortable.map((column) => (
          <span key={column} role="columnheader" data-column={column} aria-sort={sort.column === column ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
            <button type="button" className={styles['title']} onClick={() => { sortBy(column) }}>
              {titles[column]}{sort.column === column && (sort.descending ? <ArrowDown size={12} /> : <ArrowUp size={12} />)}
            </button>
          </span>
        ))}
      </div>
      <div ref={scroller} className={styles['rows']} role="rowgroup">
        <div role="presentation" style={{ height: list.getTotalSize(), position: 'relative' }}>
          {list.getVirtualItems().map(({ index, start }) => {
            const row = rowIn(state, order[index] ?? '')
            return row && (
              // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its cells have the keyboard
              <div
                key={row.id} role="row" aria-rowindex={index + 2} className={styles['row']} data-ticked={row.ticked} data-hand={row.id === hand || undefined} style={{ transform: `translateY(${start}px)` }}
                onKeyDown={walkCells} onFocus={() => { assistant.hand.set(row.id) }} onMouseDown={() => { assistant.hand.set(row.id) }}
              >
                <FoundCells assistant={assistant} row={row} index={index} onTick={tick} />
              </div>
            )
          })}
        </div>
        {order.length === 0 && <p className={styles['none']}>No article matches.</p>}
      </div>
    </div>
  )
}
