import { reveals } from '../../domain/changes/commands/masking'
import type { Change } from '../../domain/changes/change'
import type { Session } from '../store/session'
import type { Desk } from './command'

/**
 * Outlets were masked or revealed, by a command or by a step that was undone or done again: whatever was chosen among names, or
 * among labels, is chosen no more, and columns stand in an order that tells nothing.
 */
export function clearAfterMask(desk: Desk, { masked: { mask } }: Pick<Session, 'masked'>): void {
  desk.finds.update((now) => ({ ...now, filters: { ...now.filters, outlet: null }, cursor: null }))
  desk.synopsisView.update((now) => ({ ...now, orders: new Map(), filters: { ...now.filters, missingIn: null } }))
  if (!mask) return
  desk.app.layout.update((layout) => {
    const { article } = layout.columns[layout.active] ?? {}
    const columns = mask.inOrder(layout.columns.map((column) => ({ id: column.article, column }))).map(({ column }) => column)
    return { ...layout, columns, active: Math.max(0, columns.findIndex((column) => column.article === article)) }
  })
}

/** Asks whether outlets are to be seen, as every coder of the project sees them then. */
export function askToReveal(desk: Desk, how: string, run: () => void): void {
  desk.overlay.set({
    kind: 'confirm', title: 'Reveal the outlets?', action: 'Reveal the outlets', run,
    text: `${how}Every coder of this project sees them then. What was coded while they were masked stays marked as blind; what is coded or changed from now on is not.`,
  })
}

/** Undoes or does again; asks before if that would reveal the outlets. @param steps those concerned */
export function steppedKnowingly(desk: Desk, act: 'undo' | 'redo', steps: readonly Change[], run: () => void): void {
  if (steps.some((change) => reveals(change, act))) askToReveal(desk, `${act === 'undo' ? 'Undoing' : 'Doing again'} this reveals them. `, run)
  else run()
}
