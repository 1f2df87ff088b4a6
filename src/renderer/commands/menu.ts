import type { MenuSection } from '../../preload/contract'
import { keysOf } from './bindings'
import { menus, type Desk } from './command'
import { accelerator } from './keys'
import { allCommands } from './list'

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
        id: command.id, label: shortened(command.label(desk)), keys: accelerator(keysOf(desk, command)[0] ?? ''), enabled: command.enabled(desk),
        checked: command.checked ? command.checked(desk) : null,
      },
    ]),
  }))
}

/**
 * Watches all that entries of the menu depend on.
 * @returns a function that ends the watch
 */
export function watchMenu(desk: Desk, changed: () => void): () => void {
  const { app, lastCode, chosen, review, passageInHand, synopsisView, synopsisSheet } = desk
  let ends: (() => void)[] = []
  const follow = (): void => {
    for (const end of ends) end()
    const session = app.session.get()
    ends = session ? [session.revision.watch(changed), session.history.watch(changed)] : []
    changed()
  }
  const always = [app.session.watch(follow), ...[app.layout, app.settings, app.codebook, lastCode, chosen, review, passageInHand, synopsisView, synopsisSheet].map((cell) => cell.watch(changed))]
  follow()
  return () => { for (const end of [...ends, ...always]) end() }
}
