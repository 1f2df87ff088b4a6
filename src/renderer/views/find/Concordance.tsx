import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import { ConcordanceLine } from './ConcordanceLine'
import styles from './FindView.module.css'
import type { Found } from './useFind'
import { useLineKeys } from './useLineKeys'

const ROW = 28

/** Every hit in a line of its own, below each other where they begin; only the lines one can see are here. */
export function Concordance({ found }: { readonly found: Found }) {
  const { finds } = useDesk()
  const { cursor, of } = useCell(finds)
  const { id, order, lines, ticked, found: { hits } } = found
  useCell(lines.arrived)
  const grid = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({ count: hits, getScrollElement: () => grid.current, estimateSize: () => ROW, overscan: 20, scrollMargin: ROW, scrollPaddingStart: ROW })
  const here = of === id ? cursor : null
  const at = here === null ? -1 : order === null ? here : order.indexOf(here)
  const hitAt = (index: number): number | undefined => (order === null ? index : order[index])
  const { onKey, onClick } = useLineKeys({ found, at, hitAt, page: () => Math.max(1, Math.floor((grid.current?.clientHeight ?? ROW) / ROW) - 2) })
  const items = list.getVirtualItems()
  const shown = items.flatMap(({ index }) => hitAt(index) ?? [])
  useEffect(() => { if (id !== null) lines.want(id, shown) })
  useEffect(() => {
    if (at !== -1) list.scrollToIndex(at)
    // Only where the keyboard goes: whoever scrolls away from it stays where they are.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [here, order])
  useEffect(() => {
    if (at !== -1) grid.current?.focus({ preventScroll: true })
    // Whoever comes back from a text goes on where they were.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  return (
    <div
      ref={grid} className={styles['grid']} role="grid" aria-label="Hits" aria-multiselectable aria-rowcount={hits + 1} tabIndex={0} onKeyDown={onKey}
      aria-activedescendant={items.some(({ index }) => index === at) ? `hit-${here}` : undefined}
    >
      <div className={`${styles['row']} ${styles['titles']}`} role="row" aria-rowindex={1}>
        <span role="columnheader" aria-label="Ticked" /><span role="columnheader" className={styles['before']}>Before</span><span role="columnheader">Hit and after</span>
        <span role="columnheader">Outlet</span><span role="columnheader">Date</span><span role="columnheader">Headline</span>
      </div>
      <div role="rowgroup" style={{ height: list.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, start }) => {
          const hit = hitAt(index)
          return hit !== undefined && <ConcordanceLine key={hit} hit={hit} line={lines.line(hit)} index={index} top={start - ROW} cursor={index === at} ticked={ticked.has(hit)} onClick={onClick} />
        })}
      </div>
    </div>
  )
}
