import { useSyncExternalStore } from 'react'
import type { Cell } from './cell'

/** The value of a cell, followed. */
export function useCell<T>(cell: Cell<T>): T {
  return useSyncExternalStore(cell.watch, cell.get)
}
