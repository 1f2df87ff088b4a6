import type { KeyboardEvent, MouseEvent } from 'react'
import { openPassage } from '../../commands/reviewing'
import { useDesk } from '../desk'
import type { Found } from './useFind'

interface Place {
  readonly found: Found
  /** The row the keyboard is at, -1 for none. */
  readonly at: number
  readonly hitAt: (index: number) => number | undefined
  /** How many rows one sees. */
  readonly page: () => number
}

/** Going through the lines and ticking them: arrow keys, Space, Shift, Ctrl+A; Enter and a double click open the text. */
export function useLineKeys({ found, at, hitAt, page }: Place) {
  const desk = useDesk()
  const { id, ticked, lines, order, found: { hits } } = found
  const set = (cursor: number | null, marked: ReadonlySet<number>): void => { desk.finds.update((now) => ({ ...now, cursor, ticked: marked, of: id })) }
  const rowOf = (hit: number): number => (order === null ? hit : order.indexOf(hit))
  const toggle = (hit: number): void => {
    const marked = new Set(ticked)
    if (!marked.delete(hit)) marked.add(hit)
    set(hit, marked)
  }
  /** Ticks all from the row the keyboard is at to another one. */
  const tickTo = (row: number): void => {
    const marked = new Set(ticked)
    const from = at === -1 ? row : at
    for (let i = Math.min(from, row); i <= Math.max(from, row); i += 1) {
      const hit = hitAt(i)
      if (hit !== undefined) marked.add(hit)
    }
    set(hitAt(row) ?? null, marked)
  }
  const go = (row: number, extend: boolean): void => {
    const to = Math.max(0, Math.min(row, hits - 1))
    if (extend) tickTo(to)
    else set(hitAt(to) ?? null, ticked)
  }
  const open = (hit: number): void => {
    const line = lines.line(hit)
    if (!line) return
    set(hit, ticked)
    openPassage(desk, line.article, { start: line.start, end: line.end })
  }
  const onKey = (event: KeyboardEvent): void => {
    const mod = desk.mac ? event.metaKey : event.ctrlKey
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page(), PageUp: at - page(), Home: 0, End: hits - 1 }
    const step = steps[event.key]
    const hit = hitAt(at)
    if (event.altKey) return
    if (step !== undefined && !mod) go(step, event.shiftKey)
    else if (event.key === 'Enter' && !mod && hit !== undefined) open(hit)
    else if (event.key === ' ' && hit !== undefined) toggle(hit)
    else if (event.key.toLowerCase() === 'a' && mod) set(hit ?? hitAt(0) ?? null, new Set(Array.from({ length: hits }, (_, i) => i)))
    else if (event.key === 'Escape' && ticked.size > 0) set(hit ?? null, new Set())
    else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent, hit: number): void => {
    if (event.type === 'dblclick') open(hit)
    else if (event.shiftKey) tickTo(rowOf(hit))
    else if (event.ctrlKey || event.metaKey || (event.target instanceof Element && event.target.closest('[data-choose]'))) toggle(hit)
    else set(hit, ticked)
  }
  return { onKey, onClick }
}
