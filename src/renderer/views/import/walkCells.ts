import type { KeyboardEvent } from 'react'

/** Up and down go to the same cell of the row above or below; not from where they choose among suggestions, or while something is half typed. Cells say where they are: `data-cell="column row"`. */
export function walkCells(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const cell = event.target instanceof HTMLInputElement ? event.target : null
  if (step === 0 || !cell || cell.list || cell.dataset['draft'] !== undefined || event.altKey || event.ctrlKey || event.metaKey) return
  const [column = '', row = ''] = (cell.dataset['cell'] ?? '').split(' ')
  const next = event.currentTarget.closest('[role=rowgroup]')?.querySelector<HTMLInputElement>(`[data-cell="${column} ${Number(row) + step}"]`)
  event.preventDefault()
  next?.focus()
  if (next?.type === 'text') next.select()
}
