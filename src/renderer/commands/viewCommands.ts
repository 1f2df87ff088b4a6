import { activate, closeColumn, moveColumn, type Layout } from '../store/layout'
import { openSession, type Command, type Desk } from './command'
import { isShown, showPane, type Pane } from './panes'

const hasSession = (desk: Desk): boolean => openSession(desk) !== null
const columns = (desk: Desk): Layout['columns'] => (hasSession(desk) ? desk.app.layout.get().columns : [])

function toColumn(desk: Desk, index: number): void {
  desk.app.layout.update((layout) => activate({ ...layout, view: 'read' }, index))
  const article = columns(desk)[index]?.article
  if (article !== undefined) desk.readers.get(article)?.focus()
}

const step = (desk: Desk, by: number): number => (desk.app.layout.get().active + by + columns(desk).length) % Math.max(1, columns(desk).length)

const pane = (id: Pane, key: string, label: string): Command => ({
  id: `pane.${id}`, menu: 'View', group: 3, keys: [key], scope: 'anywhere', label: () => label,
  enabled: hasSession, checked: ({ app }) => isShown(app.layout.get(), id),
  run: ({ app }) => { app.layout.update((layout) => showPane(layout, id, !isShown(layout, id))) },
})

const view = (id: Layout['view'], key: string, label: string): Command => ({
  id: `view.${id}`, menu: 'View', group: 0, keys: [key], scope: 'anywhere', label: () => label,
  enabled: hasSession, checked: ({ app }) => app.layout.get().view === id,
  run: ({ app }) => { app.layout.update((layout) => ({ ...layout, view: id })) },
})

const themes = ['system', 'light', 'dark'] as const
const themeNames = { system: 'Colours of the system', light: 'Light', dark: 'Dark' } as const

const column = (n: number): Command => ({
  id: `column.${n}`, menu: 'View', group: 2, keys: [`Mod+${n}`], scope: 'anywhere', label: () => `Go to column ${n}`,
  enabled: (desk) => columns(desk).length >= n, run: (desk) => { toColumn(desk, n - 1) },
})

/** Columns, panes, colours, and finding one's way. */
export const viewCommands: readonly Command[] = [
  view('read', 'Mod+Alt+r', 'Read'),
  view('synopsis', 'Mod+Alt+y', 'Synopsis'),
  view('articles', 'Mod+Alt+a', 'Articles'),
  view('outlets', 'Mod+Alt+o', 'Outlets'),
  view('entities', 'Mod+Alt+e', 'Entities'),
  view('annotations', 'Mod+Alt+n', 'Annotations'),
  view('find', 'Mod+Shift+f', 'Find in all articles'),
  view('copies', 'Mod+Alt+d', 'Near-duplicates'),
  view('events', 'Mod+Alt+p', 'Proposed events'),
  {
    id: 'view.codebook', menu: 'View', group: 0, keys: ['Mod+Alt+c'], scope: 'anywhere', label: () => 'Codebook',
    enabled: hasSession, checked: ({ app }) => app.layout.get().view === 'codebook',
    run: ({ app }) => { app.layout.update((layout) => ({ ...layout, view: 'codebook' })) },
  },
  {
    id: 'column.open', menu: 'View', group: 1, keys: ['Mod+t', 'o'], scope: 'anywhere', label: () => 'Open an article in a column …',
    enabled: (desk) => (openSession(desk)?.records.article.size ?? 0) > 0, run: ({ overlay }) => { overlay.set({ kind: 'articles' }) },
  },
  {
    id: 'column.close', menu: 'View', group: 1, keys: ['Mod+w'], scope: 'anywhere', label: () => 'Close this column',
    enabled: (desk) => columns(desk).length > 0, run: ({ app }) => { app.layout.update((layout) => closeColumn(layout, layout.active)) },
  },
  {
    id: 'column.left', menu: 'View', group: 1, keys: ['Mod+Shift+PageUp'], scope: 'anywhere', label: () => 'Move this column left',
    enabled: (desk) => columns(desk).length > 1 && desk.app.layout.get().active > 0,
    run: ({ app }) => { app.layout.update((layout) => moveColumn(layout, layout.active, layout.active - 1)) },
  },
  {
    id: 'column.right', menu: 'View', group: 1, keys: ['Mod+Shift+PageDown'], scope: 'anywhere', label: () => 'Move this column right',
    enabled: (desk) => columns(desk).length > 1 && desk.app.layout.get().active < columns(desk).length - 1,
    run: ({ app }) => { app.layout.update((layout) => moveColumn(layout, layout.active, layout.active + 1)) },
  },
  {
    id: 'column.next', menu: 'View', group: 2, keys: ['Mod+PageDown', 'F6'], scope: 'anywhere', label: () => 'Go to the next column',
    enabled: (desk) => columns(desk).length > 1, run: (desk) => { toColumn(desk, step(desk, 1)) },
  },
  {
    id: 'column.previous', menu: 'View', group: 2, keys: ['Mod+PageUp', 'Shift+F6'], scope: 'anywhere', label: () => 'Go to the column before',
    enabled: (desk) => columns(desk).length > 1, run: (desk) => { toColumn(desk, step(desk, -1)) },
  },
  column(1), column(2), column(3), column(4),
  pane('corpus', 'Mod+b', 'Corpus pane'),
  pane('side', 'Mod+j', 'Codes and fields pane'),
  ...themes.map((theme): Command => ({
    id: `theme.${theme}`, menu: 'View', group: 4, keys: [], scope: 'anywhere', label: () => themeNames[theme],
    enabled: () => true, checked: ({ app }) => app.settings.get().theme === theme, run: ({ app }) => app.changeSettings({ theme }),
  })),
  {
    id: 'help.commands', menu: 'Help', group: 0, keys: ['Mod+k'], scope: 'anywhere', label: () => 'Find or do anything …',
    enabled: () => true, run: ({ overlay }) => { overlay.set({ kind: 'commands' }) },
  },
  {
    id: 'help.keys', menu: 'Help', group: 0, keys: ['?', 'F1'], scope: 'anywhere', label: () => 'Keys',
    enabled: () => true, run: ({ overlay }) => { overlay.set({ kind: 'keys' }) },
  },
]
