import type { Records } from '../../project/records'
import { THE } from '../../project/records'
import { knownOutlets } from '../../query/outlets'
import type { Circumstances, Outcome } from '../command'

/** Hides the outlets while coding. Masked again, they have the labels they had. Null when they are hidden already. */
export function maskOutlets(records: Records, at: Circumstances): Outcome {
  const before = records.project.get(THE)
  if (!before || before.masking?.on) return null
  const masking = before.masking ?? { seed: at.id(), outlets: knownOutlets(records).map(({ name }) => name) }
  return { label: 'mask outlets', edits: [{ kind: 'project', id: THE, before, after: { ...before, masking: { ...masking, on: true } } }] }
}

/** Shows the outlets again; what was coded stays marked as blind. Null when they are to be seen already. */
export function revealOutlets(records: Records): Outcome {
  const before = records.project.get(THE)
  if (!before?.masking?.on) return null
  return { label: 'reveal outlets', edits: [{ kind: 'project', id: THE, before, after: { ...before, masking: { ...before.masking, on: false } } }] }
}
