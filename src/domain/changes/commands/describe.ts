import type { FieldValue } from '../../project/field'
import type { Records } from '../../project/records'
import { sameData } from '../change'
import type { Circumstances, Outcome } from '../command'

/** What is said about an annotation besides its code: field values (null empties one) and the note. */
export interface Description {
  readonly annotation: string
  readonly values?: Readonly<Record<string, FieldValue | null>>
  readonly note?: string
}

/** Sets fields and note of one's own annotation; what isn't named stays. */
export function describe(records: Records, { annotation, values = {}, note }: Description, at: Circumstances): Outcome {
  const before = records.annotation.get(annotation)
  if (!before || before.coder !== at.coder) return null
  const merged = Object.fromEntries(Object.entries({ ...before.values, ...values }).filter((pair): pair is [string, FieldValue] => pair[1] !== null))
  const after = { ...before, values: merged, note: note ?? before.note, modified: at.now }
  if (sameData({ ...after, modified: before.modified }, before)) return null
  return { label: note === undefined ? 'change a field' : 'change a note', edits: [{ kind: 'annotation', id: annotation, before, after }] }
}
