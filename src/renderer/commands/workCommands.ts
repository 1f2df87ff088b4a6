import { writable, type Command, type Desk } from './command'

/** Bringing in what was coded elsewhere. */
export const workCommands: readonly Command[] = [
  {
    id: 'work.files', menu: 'File', group: 1, keys: [], scope: 'anywhere', label: () => 'Import coding from another program …',
    enabled: (desk) => writable(desk) !== null, run: ({ app }) => app.works.choose('files'),
  },
  {
    id: 'work.folder', menu: 'File', group: 1, keys: [], scope: 'anywhere', label: () => 'Import a folder of coding from another program …',
    enabled: (desk) => writable(desk) !== null, run: ({ app }) => app.works.choose('folder'),
  },
]

/** Leaves it without bringing anything in; asks first where what was said would be lost. @param then what comes after */
export function leaveWork(desk: Desk, then: () => void = () => undefined): void {
  const assistant = desk.app.works.assistant.get()
  if (!assistant) return
  const leave = (): void => {
    desk.app.works.assistant.set(null)
    void assistant.discard()
    then()
  }
  if (assistant.touched) desk.overlay.set({ kind: 'confirm', title: 'Leave the import?', text: 'What you chose here is lost. Nothing of these files is in the project.', action: 'Leave', run: leave })
  else leave()
}
