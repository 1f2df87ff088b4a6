import type { KeyboardEvent } from 'react'
import { confirms } from '../controls/confirms'

/** Enter goes on to the same cell of the next row, as in any table one fills in. Cells say where they are: `data-cell="column row"`. */
export function goDown(event: KeyboardEvent<HTMLInputElement>): void {
  const [column = '', row = ''] = (event.currentTarget.dataset['cell'] ?? '').split(' ')
  if (!confirms(event)) return
  const next = event.currentTarget.closest('[role=rowgroup]')?.querySelector<HTMLInputElement>(`[data-cell="${column} ${Number(row) + 1}"]`)
  next?.focus()
  next?.select()
}
