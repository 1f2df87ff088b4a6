import type { MenuSection } from '../../preload/contract'
import { codeCommand, codeCommands } from './codeCommands'
import { menus, openSession, type Command, type Desk } from './command'
import { fileCommands } from './fileCommands'
import { accelerator, pressed } from './keys'
import { textCommands } from './textCommands'
import { viewCommands } from './viewCommands'

const fixed: readonly Command[] = [...fileCommands, ...codeCommands, ...textCommands, ...viewCommands]

/** Everything that can be done now, the open codebook's codes included. */
export function allCommands(desk: Desk): readonly Command[] {
  const codes = openSession(desk)?.codes()
  return codes ? [...fixed, ...[...codes.values()].map(codeCommand)] : fixed
}

/** Runs a command if it applies. @returns whether it did */
export function perform(desk: Desk, command: Command): boolean {
  if (!command.enabled(desk)) return false
  desk.overlay.set(null)
  const run = async (): Promise<void> => command.run(desk)
  run().catch((error: unknown) => { desk.app.notice.set(error instanceof Error ? error.message : String(error)) })
  return true
}

const typing = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]'
const withKeysOfItsOwn = `${typing}, [role=dialog], [role=listbox], [role=menu], [role=radiogroup], [role=separator]`

/** The command that a key press means where the keyboard is now and as things are, if any. */
export function commandFor(desk: Desk, event: KeyboardEvent): Command | undefined {
  const keys = pressed(event, desk.mac)
  const at = event.target instanceof Element ? event.target : null
  const busy = desk.overlay.get() !== null || at?.closest(withKeysOfItsOwn) != null
  const onButton = (keys === 'Enter' || keys === 'Space') && at?.closest('button, a, [role=button], [role=checkbox]') != null
  const bare = !keys.startsWith('Mod+') && !/^F\d+$/.test(keys)
  // In a text field its own undo is meant.
  const ownUndo = (keys === 'Mod+z' || keys === 'Mod+Shift+z' || keys === 'Mod+y') && at?.closest(typing) != null
  if (ownUndo || onButton) return undefined
  return allCommands(desk).find((command) => command.keys.includes(keys) && !(busy && (command.scope === 'reader' || bare)) && command.enabled(desk))
}

// As long as the main process takes them.
const MOST_ENTRIES = 400
const LONGEST_LABEL = 120

const shortened = (label: string): string => (label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label)

/** The application menu, as the main process shows it. */
export function menuSections(desk: Desk): readonly MenuSection[] {
  const all = allCommands(desk)
  return menus.map((label) => ({
    label,
    items: all.filter((command) => command.menu === label).sort((a, b) => a.group - b.group).slice(0, MOST_ENTRIES).flatMap((command, i, list) => [
      ...(i > 0 && list[i - 1]?.group !== command.group ? (['separator'] as const) : []),
      {
        id: command.id, label: shortened(command.label(desk)), keys: accelerator(command.keys[0] ?? ''), enabled: command.enabled(desk),
        checked: command.checked ? command.checked(desk) : null,
      },
    ]),
  }))
}
