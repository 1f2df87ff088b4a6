import { invert, squash, type Change } from './change'

/** A step that was done, and what further steps may join it. */
export interface Step {
  readonly change: Change
  readonly joins: string | null
  /** When it was done, UTC ISO 8601; of several that joined the last. Empty where nobody said. */
  readonly at: string
}

/** What can be undone and redone, as a value: every function returns a new one. */
export interface History {
  readonly done: readonly Step[]
  readonly undone: readonly Step[]
}

export const noHistory: History = { done: [], undone: [] }

/**
 * Adds a step that was just applied; what had been undone is gone.
 * @param joins steps in a row with the same non-null key (typing in one note, say) become one,
 *   or none when they end where they began
 */
export function record(history: History, change: Change, joins: string | null = null, at = ''): History {
  const last = history.done.at(-1)
  if (joins !== null && last?.joins === joins && history.undone.length === 0) {
    const joined = squash([last.change, change])
    const before = history.done.slice(0, -1)
    return { done: joined.edits.length === 0 ? before : [...before, { change: joined, joins, at }], undone: [] }
  }
  return { done: [...history.done, { change, joins, at }], undone: [] }
}

/** The change that undoes the last step, and the history after it; undefined when there is none. */
export function undo(history: History): { readonly history: History; readonly change: Change } | undefined {
  const step = history.done.at(-1)
  return step && { history: stepBack(history), change: invert(step.change) }
}

/** The change that does the last undone step again, and the history after it. */
export function redo(history: History): { readonly history: History; readonly change: Change } | undefined {
  const step = history.undone.at(-1)
  return step && { history: stepForward(history), change: step.change }
}

/** The history when its last step has been undone; the same when there is none. */
export function stepBack(history: History): History {
  const step = history.done.at(-1)
  return step ? { done: history.done.slice(0, -1), undone: [...history.undone, { ...step, joins: null }] } : history
}

/** The history when the last undone step has been done again; the same when there is none. */
export function stepForward(history: History): History {
  const step = history.undone.at(-1)
  return step ? { done: [...history.done, step], undone: history.undone.slice(0, -1) } : history
}
