import type { Records } from '../../project/records'
import { THE } from '../../project/records'
import { knownOutlets } from '../../query/outlets'
import type { Masking } from '../../project/info'
import type { Change } from '../change'
import type { Circumstances, Outcome } from '../command'

/** Hides the outlets while coding. Masked again, they have the labels they had. Null when they are hidden already. */
export function maskOutlets(records: Records, at: Circumstances): Outcome {
  const before = records.project.get(THE)
  if (!before || before.masking?.on) return null
  const outlets = knownOutlets(records).map(({ name }) => name)
  const masking = before.masking ? withNewcomers(before.masking, outlets) : { seed: at.id(), outlets }
  return { label: 'mask outlets', edits: [{ kind: 'project', id: THE, before, after: { ...before, masking: { ...masking, on: true } } }] }
}

/** Labels of those that have one must not change: whatever came in gets the ones that follow. */
function withNewcomers(masking: Masking, outlets: readonly string[]): Masking {
  const known = new Set([...masking.outlets, ...(masking.later ?? []).flat()])
  const fresh = outlets.filter((name) => !known.has(name))
  return fresh.length === 0 ? masking : { ...masking, later: [...(masking.later ?? []), fresh] }
}

/** Whether this change shows masked outlets: only their coder decides on that, not a step that is undone or done again. */
export const reveals = ({ edits }: Pick<Change, 'edits'>, act: 'undo' | 'redo'): boolean => edits.some((edit) => {
  if (edit.kind !== 'project') return false
  const [from, to] = act === 'redo' ? [edit.before, edit.after] : [edit.after, edit.before]
  return from?.masking?.on === true && to?.masking?.on !== true
})

/** Shows the outlets again; what was coded stays marked as blind. Null when they are to be seen already. */
export function revealOutlets(records: Records): Outcome {
  const before = records.project.get(THE)
  if (!before?.masking?.on) return null
  return { label: 'reveal outlets', edits: [{ kind: 'project', id: THE, before, after: { ...before, masking: { ...before.masking, on: false } } }] }
}
