import { useSyncExternalStore } from 'react'
import { isNarrow, onNarrow } from '../../commands/panes'

/** True while the window is too narrow for three panes. */
export const useNarrow = (): boolean => useSyncExternalStore(onNarrow, isNarrow)
