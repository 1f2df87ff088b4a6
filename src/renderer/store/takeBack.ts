import { apply, ConflictError, invert, sameData, squash, type Change, type Edit } from '../../domain/changes/change'
import type { History, Step } from '../../domain/changes/history'
import type { Records } from '../../domain/project/records'

/** What came of taking changes back. */
interface TakenBack {
  readonly edits: readonly Edit[]
  /** Changes on which others stand that are still to be saved, or refused in their turn; the oldest first. */
  readonly left: readonly Change[]
}

/** Takes changes out of the records again, the newest first. */
export function takeBack(records: Records, changes: readonly Change[]): TakenBack {
  const edits: Edit[] = []
  const left: Change[] = []
  for (const change of [...changes].reverse()) {
    const back = invert(change)
    try {
      apply(records, back)
      edits.push(...back.edits)
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error
      left.unshift(change)
    }
  }
  return { edits, left }
}

/** The history without a change; a step it had joined is left with the rest. */
export function withdraw({ done, undone }: History, change: Change): History {
  const without = (steps: readonly Step[]): readonly Step[] => {
    const at = steps.map((step) => endsWith(step.change, change)).lastIndexOf(true)
    const step = steps[at]
    if (!step) return steps
    const rest = squash([step.change, invert(change)])
    return [...steps.slice(0, at), ...(rest.edits.length > 0 ? [{ ...step, change: rest }] : []), ...steps.slice(at + 1)]
  }
  return { done: without(done), undone: without(undone) }
}

/** Whether a change leaves every record of another as that one leaves it. */
const endsWith = (whole: Change, last: Change): boolean =>
  last.edits.every((edit) => whole.edits.some((one) => one.kind === edit.kind && one.id === edit.id && sameData(one.after, edit.after)))
