import type { Change } from '../../domain/changes/change'
import { openSession, writable, type Command, type Desk } from './command'
import { steppedKnowingly } from './revealing'
import { pick } from './textCommands'
import { shownWords } from '../store/outletLabel'

/** Taking back what was done, doing it again, and the list of both. */
export const undoCommands: readonly Command[] = [
  {
    id: 'edit.undo', menu: 'Edit', group: 0, keys: ['Mod+z'], scope: 'anywhere',
    label: (desk) => undoLabel(desk, 'Undo', writable(desk)?.history.get().done.at(-1)?.change),
    enabled: (desk) => (writable(desk)?.history.get().done.length ?? 0) > 0,
    run: (desk) => { step(desk, 'undo') },
  },
  {
    id: 'edit.redo', menu: 'Edit', group: 0, keys: ['Mod+Shift+z', 'Mod+y'], scope: 'anywhere',
    label: (desk) => undoLabel(desk, 'Redo', writable(desk)?.history.get().undone.at(-1)?.change),
    enabled: (desk) => (writable(desk)?.history.get().undone.length ?? 0) > 0,
    run: (desk) => { step(desk, 'redo') },
  },
  {
    id: 'edit.history', menu: 'Edit', group: 0, keys: ['Mod+Alt+z'], scope: 'anywhere', label: () => 'History …',
    enabled: (desk) => {
      const { done = [], undone = [] } = writable(desk)?.history.get() ?? {}
      return done.length + undone.length > 0
    },
    run: ({ overlay }) => { overlay.set({ kind: 'history' }) },
  },
]

function undoLabel(desk: Desk, verb: string, change: Change | undefined): string {
  const session = openSession(desk)
  return change && session ? `${verb}: ${shownWords(session, change.label)}` : verb
}

function step(desk: Desk, act: 'undo' | 'redo'): void {
  const session = writable(desk)
  if (!session) return
  const { done, undone } = session.history.get()
  const next = (act === 'undo' ? done : undone).at(-1)
  steppedKnowingly(desk, act, next ? [next.change] : [], () => {
    showChange(desk, act === 'undo' ? 'Undone' : 'Done again', act === 'undo' ? session.undo() : session.redo())
  })
}

/** Says what undo or redo did and brings it into view: the annotation is picked, and its column has the keyboard if it is open. */
function showChange(desk: Desk, said: string, change: Change | null): void {
  if (change) desk.hint.set(`${said}: ${change.label}`)
  const edit = change?.edits.find((one) => one.kind === 'annotation')
  if (edit?.kind !== 'annotation') return
  const article = (edit.after ?? edit.before)?.subject
  const index = desk.app.layout.get().columns.findIndex((column) => column.article === article)
  if (index !== -1) desk.app.layout.update((layout) => ({ ...layout, active: index, selection: null }))
  pick(desk, edit.after === null ? null : edit.id)
  if (article !== undefined) desk.readers.get(article)?.focus()
}
