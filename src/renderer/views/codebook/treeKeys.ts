import type { KeyboardEvent, MouseEvent } from 'react'
import type { Desk } from '../../commands/command'
import { codesBetween, type TreeRow } from '../../store/codebook/rows'
import type { CodebookState, NodeKey } from '../../store/codebook/state'

const PAGE = 15

/** What the arrow keys mean in any tree; with Shift they take codes together. @returns false for other keys */
export function treeKey(desk: Desk, rows: readonly TreeRow[], event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const { at } = desk.app.codebook.get()
  const now = rows.findIndex((row) => row.key === at)
  const row = rows[now]
  const go = (to: number): true => {
    const target = rows[Math.max(0, Math.min(rows.length - 1, to))]
    if (target) desk.app.codebook.update((state) => (event.shiftKey ? reaching(state, rows, target.key) : { ...state, at: target.key, from: target.key, taken: new Set(), side: 'form' }))
    return true
  }
  switch (event.key) {
    case 'ArrowDown': return go(now + 1)
    case 'ArrowUp': return go(now - 1)
    case 'Home': return go(0)
    case 'End': return go(rows.length - 1)
    case 'PageDown': return go(now + PAGE)
    case 'PageUp': return go(now - PAGE)
    case 'ArrowRight':
      if (row?.open === false) fold(desk, row.key, false)
      else if (row?.open === true) go(now + 1)
      return true
    case 'ArrowLeft':
      if (row?.open === true && desk.app.codebook.get().filter === '') fold(desk, row.key, true)
      else if (row?.parent != null) go(rows.findIndex((one) => one.key === row.parent))
      return true
    case ' ':
      if (row?.code) desk.app.codebook.update((state) => toggled(state, row))
      return true
    case 'Escape':
      if (desk.app.codebook.get().taken.size === 0) return false
      desk.app.codebook.update((state) => ({ ...state, taken: new Set() }))
      return true
    default: return false
  }
}

/** What a click on a row means: with Ctrl it is taken in or out, with Shift everything up to it is taken. */
export function clicked(desk: Desk, rows: readonly TreeRow[], row: TreeRow, event: MouseEvent): void {
  if (event.target instanceof HTMLInputElement) return
  if (event.target instanceof Element && event.target.closest('[data-twist]')) fold(desk, row.key, row.open === true)
  else desk.app.codebook.update((state) => (event.shiftKey ? reaching(state, rows, row.key) : event.ctrlKey || event.metaKey ? toggled(state, row) : { ...state, at: row.key, from: row.key, taken: new Set(), side: 'form' }))
}

function fold(desk: Desk, key: NodeKey, folded: boolean): void {
  desk.app.codebook.update((state) => {
    const next = new Set(state.folded)
    if (folded) next.add(key)
    else next.delete(key)
    return { ...state, folded: next }
  })
}

const reaching = (state: CodebookState, rows: readonly TreeRow[], to: NodeKey): CodebookState => ({ ...state, at: to, taken: new Set(codesBetween(rows, state.from ?? to, to)), side: 'form' })

function toggled(state: CodebookState, row: TreeRow): CodebookState {
  if (!row.code) return { ...state, at: row.key }
  // The one at hand is taken too once another one joins it.
  const before = state.taken.size === 0 && state.at?.startsWith('code:') === true && state.at !== row.key ? [state.at.slice('code:'.length)] : [...state.taken]
  const taken = before.includes(row.code.id) ? before.filter((id) => id !== row.code?.id) : [...before, row.code.id]
  return { ...state, at: row.key, from: row.key, taken: new Set(taken), side: 'form' }
}
