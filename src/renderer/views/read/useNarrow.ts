import { useSyncExternalStore } from 'react'

const query = window.matchMedia('(max-width: 1180px)')

function watch(watcher: () => void): () => void {
  query.addEventListener('change', watcher)
  return () => { query.removeEventListener('change', watcher) }
}

/** True while the window is too narrow for three panes: the corpus folds to a rail, the fields become a drawer. */
export const useNarrow = (): boolean => useSyncExternalStore(watch, () => query.matches)
