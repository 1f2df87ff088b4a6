import { holders, keysOf } from './bindings'
import { brushCommands } from './brush'
import { codebookCommands } from './codebookCommands'
import { codebookFileCommands } from './codebookFileCommands'
import { codeCommand, codeCommands } from './codeCommands'
import { openSession, writable, type Command, type Desk } from './command'
import { correctionCommands } from './corrections'
import { deceptiveCommands } from './deceptive'
import { diagnosticsCommands } from './diagnosticsCommands'
import { entityCommands } from './entityCommands'
import { eventCommands } from './eventCommands'
import { exportCommands } from './exporting'
import { fileCommands } from './fileCommands'
import { guideCommands } from './guide'
import { pressed } from './keys'
import { maskingCommands } from './masking'
import { memoCommands } from './memos'
import { passageCommands } from './passageCommands'
import { reviewCommands } from './reviewCommands'
import { roleCommands } from './roleCommands'
import { sharedCommands } from './sharedCommands'
import { speedCommands } from './speedCommands'
import { synopsisCommands } from './synopsisCommands'
import { rulingCommands } from './synopsisRulings'
import { synopsisExportCommands } from './synopsisExport'
import { textCommands } from './textCommands'
import { undoCommands } from './undoCommands'
import { viewCommands } from './viewCommands'
import { workCommands } from './workCommands'

/** Everything that can be done whatever the codebook. */
export const fixedCommands: readonly Command[] = [
  ...fileCommands, ...workCommands, ...codebookFileCommands, ...exportCommands, ...guideCommands, ...roleCommands, ...brushCommands, ...undoCommands, ...codeCommands, ...speedCommands,
  ...maskingCommands, ...entityCommands, ...eventCommands, ...textCommands, ...codebookCommands, ...reviewCommands, ...correctionCommands, ...deceptiveCommands, ...memoCommands, ...synopsisCommands, ...synopsisExportCommands, ...sharedCommands, ...rulingCommands, ...viewCommands, ...passageCommands, ...diagnosticsCommands,
]

/** Everything that can be done now, the open codebook's codes included. */
export function allCommands(desk: Desk): readonly Command[] {
  const codes = openSession(desk)?.codes()
  return codes ? [...fixedCommands, ...[...codes.values()].map(codeCommand)] : fixedCommands
}

/** The command a key belongs to in the reader, whatever the codebook says: no code can have it. */
export const commandOfKey = (desk: Desk, key: string): Command | undefined => holders(desk.app.settings.get().keys, fixedCommands, key, 'reader')[0]

/** Runs a command if it applies. @returns whether it did */
export function perform(desk: Desk, command: Command): boolean {
  if (!command.enabled(desk)) return false
  desk.overlay.set(null)
  const run = async (): Promise<void> => command.run(desk)
  run().catch(desk.app.tell)
  return true
}

const typing = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]'
const withKeysOfItsOwn = `${typing}, [role=dialog], [role=listbox], [role=menu], [role=radiogroup], [role=separator], [data-own-keys]`

/** True while something lies over the desk that wants an answer first. */
export const isHeld = (desk: Desk): boolean => desk.overlay.get() !== null || desk.app.notice.get() !== null || desk.app.unexpected.shown.get() !== null || desk.app.jobs.current.get() !== null || desk.app.jobs.assistant.get() !== null || desk.app.works.assistant.get() !== null || desk.app.exporting.current.get() !== null || (desk.app.recovery.failed.get() !== null && openSession(desk) !== null)

/** The commands a key press could mean where the keyboard is now, whether or not they apply. */
function meant(desk: Desk, event: KeyboardEvent): readonly Command[] {
  if (isHeld(desk)) return []
  const keys = pressed(event, desk.mac)
  const at = event.target instanceof Element ? event.target : null
  const busy = at?.closest(withKeysOfItsOwn) != null
  const onButton = (keys === 'Enter' || keys === 'Space') && at?.closest('button, a, [role=button], [role=checkbox]') != null
  const bare = !keys.startsWith('Mod+') && !/^F\d+$/.test(keys)
  // In a text field its own undo is meant.
  const ownUndo = (keys === 'Mod+z' || keys === 'Mod+Shift+z' || keys === 'Mod+y') && at?.closest(typing) != null
  if (ownUndo || onButton) return []
  const inTable = at?.closest('[data-synopsis-table]') != null
  return allCommands(desk).filter((command) => {
    if (!keysOf(desk, command).includes(keys)) return false
    if (command.scope === 'table' || (command.scope === 'passage' && inTable)) return inTable
    if (command.id === 'help.keys' && at?.closest(typing) == null) return true
    return !(busy && (command.scope !== 'anywhere' || bare)) && (command.scope !== 'tree' || at?.closest('[role=tree]') != null)
  })
}

/** The command that a key press means where the keyboard is now and as things are, if any. */
export const commandFor = (desk: Desk, event: KeyboardEvent): Command | undefined => meant(desk, event).find((command) => command.enabled(desk))

/** What to say to a key that would do something if only something were selected; null for any other key. */
export function hintFor(desk: Desk, event: KeyboardEvent): string | null {
  const [command] = meant(desk, event).filter((one) => one.menu === 'Code' || one.id === 'edit.delete')
  return command && writable(desk) ? `${command.label(desk)}: select a passage or click an annotation first` : null
}
