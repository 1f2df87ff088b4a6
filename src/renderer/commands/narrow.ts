const query = window.matchMedia('(max-width: 1180px)')

/** True while the window is too narrow for three panes: the corpus folds to a rail, the fields become a drawer. */
export const isNarrow = (): boolean => query.matches

/** Calls back when that changes. */
export function onNarrow(watcher: () => void): () => void {
  query.addEventListener('change', watcher)
  return () => { query.removeEventListener('change', watcher) }
}
