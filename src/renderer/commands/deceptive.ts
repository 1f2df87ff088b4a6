import type { Layout } from '../store/layout'
import { openSession, type Command } from './command'

const PANE = 'deceptive'

/** Whether characters that deceive are shown in the text. */
export const showsDeceptive = (layout: Layout): boolean => layout.panes[PANE] === 1

export const withDeceptive = (layout: Layout, show: boolean): Layout => ({ ...layout, panes: { ...layout.panes, [PANE]: show ? 1 : 0 } })

export const deceptiveCommands: readonly Command[] = [{
  id: 'view.deceptive', menu: 'View', group: 3, keys: ['Mod+Alt+u'], scope: 'anywhere', label: () => 'Show characters that deceive',
  enabled: (desk) => openSession(desk) !== null, checked: ({ app }) => showsDeceptive(app.layout.get()),
  run: ({ app }) => { app.layout.update((layout) => withDeceptive(layout, !showsDeceptive(layout))) },
}]
