import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { allCommands, perform } from '../../commands/list'
import { openAnnotation } from '../../commands/reviewing'
import type { Finding } from '../../../domain/query/finding'
import { goTo, toggle } from '../../store/review'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import { AnnotationRow } from './AnnotationRow'
import styles from './AnnotationsView.module.css'

interface Props {
  readonly rows: readonly Finding[]
  /** The rows' annotations by id. */
  readonly order: readonly string[]
}

const ROW = 32
const titles = ['Code', 'Quotation', 'Outlet', 'Date and event', 'Coder', 'Fields', 'State'] as const

/** The rows one can see, however many there are. Arrow keys go through them, Enter opens, Shift and Ctrl choose several. */
export function AnnotationGrid({ rows, order }: Props) {
  const desk = useDesk()
  const chosen = useCell(desk.chosen)
  const grid = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({ count: rows.length, getScrollElement: () => grid.current, estimateSize: () => ROW, overscan: 12, scrollMargin: ROW, scrollPaddingStart: ROW, getItemKey: (i) => order[i] ?? i })
  const at = chosen.cursor === null ? -1 : order.indexOf(chosen.cursor)
  useEffect(() => {
    if (!document.activeElement?.matches('input, select, textarea')) grid.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    if (at !== -1) list.scrollToIndex(at)
    // oxlint-disable-next-line react/exhaustive-deps -- only where the keyboard goes: whoever scrolls away from it stays where they are
  }, [chosen.cursor])

  const open = (id: string): void => {
    desk.chosen.set(goTo(chosen, order, id, false))
    openAnnotation(desk, id)
  }
  const go = (to: number, extend: boolean): void => {
    const id = order[Math.max(0, Math.min(to, order.length - 1))]
    if (id !== undefined) desk.chosen.set(goTo(chosen, order, id, extend))
  }
  const page = Math.max(1, Math.floor((grid.current?.clientHeight ?? ROW) / ROW) - 2)
  const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: order.length - 1 }
  const onKey = (event: KeyboardEvent): void => {
    const mod = desk.mac ? event.metaKey : event.ctrlKey
    const step = steps[event.key]
    if (event.altKey) return
    if (step !== undefined && !mod) go(step, event.shiftKey)
    else if (event.key === 'Enter' && !mod && chosen.cursor !== null) open(chosen.cursor)
    else if (event.key === ' ' && chosen.cursor !== null) desk.chosen.set(toggle(chosen, chosen.cursor))
    else if (event.key.toLowerCase() === 'a' && mod) desk.chosen.set({ ids: new Set(order), cursor: chosen.cursor ?? order[0] ?? null, from: order[0] ?? null })
    else if (event.key === 'Escape' && chosen.ids.size > 0) desk.chosen.set({ ...chosen, ids: new Set() })
    else if (event.key === 'y' && !mod) {
      const confirm = allCommands(desk).find((one) => one.id === 'annotation.confirm')
      if (confirm) perform(desk, confirm)
    } else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent, id: string): void => {
    if (event.shiftKey) desk.chosen.set(goTo(chosen, order, id, true))
    else if (event.ctrlKey || event.metaKey || (event.target instanceof Element && event.target.closest('[data-choose]'))) desk.chosen.set(toggle(chosen, id))
    else open(id)
  }
  const items = list.getVirtualItems()
  return (
    <div
      ref={grid} className={styles['grid']} role="grid" aria-label="Annotations" aria-multiselectable aria-rowcount={rows.length + 1} tabIndex={0} onKeyDown={onKey}
      aria-activedescendant={items.some(({ index }) => index === at) ? `annotation-${chosen.cursor}` : undefined}
    >
      <div className={`${styles['row']} ${styles['titles']}`} role="row" aria-rowindex={1}>
        <span role="columnheader" aria-label="Selected" />
        {titles.map((title) => <span key={title} role="columnheader">{title}</span>)}
      </div>
      <div role="rowgroup" style={{ height: list.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, start }) => {
          const row = rows[index]
          return row && <AnnotationRow key={row.annotation.id} finding={row} index={index} top={start - ROW} cursor={index === at} selected={chosen.ids.has(row.annotation.id)} onClick={onClick} />
        })}
      </div>
    </div>
  )
}
