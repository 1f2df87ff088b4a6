import { maskOutlets, revealOutlets } from '../../domain/changes/commands/masking'
import { openSession, writable, type Command, type Desk } from './command'

const isMasked = (desk: Desk): boolean => openSession(desk)?.masked.mask != null

function mask(desk: Desk): void {
  const session = writable(desk)
  if (!session?.perform(maskOutlets(session.records, session.circumstances()))) return
  // Labels are not what was chosen among names.
  desk.finds.update((now) => ({ ...now, filters: { ...now.filters, outlet: null }, cursor: null }))
  // An order of choice, and what is missing in whom, were chosen among names too.
  desk.synopsisView.update((now) => ({ ...now, orders: new Map(), filters: { ...now.filters, missingIn: null } }))
  const { mask: own } = session.masked
  desk.app.layout.update((layout) => {
    const { article } = layout.columns[layout.active] ?? {}
    const columns = own?.inOrder(layout.columns.map((column) => ({ id: column.article, column }))).map(({ column }) => column) ?? layout.columns
    return { ...layout, columns, active: Math.max(0, columns.findIndex((column) => column.article === article)) }
  })
  desk.hint.set('Outlets are masked: articles are called by labels, in an order of your own')
}

function reveal(desk: Desk): void {
  const session = writable(desk)
  if (!session?.perform(revealOutlets(session.records))) return
  desk.finds.update((now) => ({ ...now, filters: { ...now.filters, outlet: null }, cursor: null }))
}

/** Hiding outlets while coding, and showing them again. */
export const maskingCommands: readonly Command[] = [
  {
    id: 'project.mask', menu: 'Code', group: 10, keys: [], scope: 'anywhere', label: () => 'Mask outlets while coding',
    enabled: (desk) => writable(desk) !== null && !isMasked(desk) && (openSession(desk)?.records.article.size ?? 0) > 0, run: mask,
  },
  {
    id: 'project.reveal', menu: 'Code', group: 10, keys: [], scope: 'anywhere', label: () => 'Reveal outlets …',
    enabled: (desk) => writable(desk) !== null && isMasked(desk),
    run: (desk) => {
      desk.overlay.set({
        kind: 'confirm', title: 'Reveal the outlets?', action: 'Reveal the outlets', run: () => { reveal(desk) },
        text: 'Every coder of this project sees them then. What was coded until now stays marked as blind; what is coded or changed from now on is not. They can be masked again, with the same labels.',
      })
    },
  },
]
