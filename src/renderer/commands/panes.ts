import type { Layout } from '../store/layout'

let query: MediaQueryList | undefined
const narrow = (): MediaQueryList => (query ??= window.matchMedia('(max-width: 1180px)'))

export type Pane = 'corpus' | 'side'

/** True while the window is too narrow for three panes: the corpus folds to a rail, codes and fields become a drawer. */
export const isNarrow = (): boolean => narrow().matches

/** Calls back when that changes. */
export function onNarrow(watcher: () => void): () => void {
  narrow().addEventListener('change', watcher)
  return () => { narrow().removeEventListener('change', watcher) }
}

/** Whether a pane has no room of its own and lies over the columns while it is shown. */
export const liesOver = (layout: Layout, pane: Pane): boolean => isNarrow() && (pane === 'corpus' || layout.columns.length > 2)

/** Whether a pane can be seen. Panes with room are shown until folded, those without only when asked for. */
export const isShown = (layout: Layout, pane: Pane): boolean =>
  liesOver(layout, pane) ? layout.panes[`${pane}-drawer`] === 1 : layout.panes[`${pane}-folded`] !== 1

export const showPane = (layout: Layout, pane: Pane, show: boolean): Layout =>
  ({ ...layout, panes: { ...layout.panes, ...(liesOver(layout, pane) ? { [`${pane}-drawer`]: show ? 1 : 0 } : { [`${pane}-folded`]: show ? 0 : 1 }) } })

/** What the side pane shows above the fields: the codebook, or the coding sheet of the article or event in hand. */
export const sideTabs = ['codes', 'article', 'event'] as const
export type SideTab = (typeof sideTabs)[number]

export const sideTab = (layout: Layout): SideTab => sideTabs[layout.panes['side-tab'] ?? 0] ?? 'codes'

export const withSideTab = (layout: Layout, tab: SideTab): Layout =>
  (sideTab(layout) === tab ? layout : { ...layout, panes: { ...layout.panes, 'side-tab': sideTabs.indexOf(tab) } })
