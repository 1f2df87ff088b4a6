import { decidedNow } from '../../masking/blind'
import type { Annotation } from '../../project/annotation'
import type { Entity } from '../../project/entity'
import type { FieldValue } from '../../project/field'
import type { Records } from '../../project/records'
import { sameData, type Edit } from '../change'
import type { Circumstances, Outcome } from '../command'

/** What is said about an annotation besides its code; what isn't named stays. */
export interface Description {
  readonly annotation: string
  /** Field id -> value; null empties a field. */
  readonly values?: Readonly<Record<string, FieldValue | null>>
  readonly note?: string
  readonly certainty?: Annotation['certainty']
  /** Entities the values name that are new to the register: they come in by the same step. */
  readonly entities?: readonly Entity[]
}

/**
 * Sets fields, note and certainty of one's own annotation. Values of fields that are not asked any more, because their
 * condition no longer holds, stay: whoever corrects a slip finds them again.
 */
export function describe(records: Records, { annotation, values = {}, note, certainty, entities = [] }: Description, at: Circumstances): Outcome {
  const before = records.annotation.get(annotation)
  if (!before || before.coder !== at.coder) return null
  const merged = Object.fromEntries(Object.entries({ ...before.values, ...values }).filter((pair): pair is [string, FieldValue] => pair[1] !== null))
  const so = { ...before, values: merged, note: note ?? before.note, certainty: certainty === undefined ? before.certainty : certainty, modified: at.now }
  if (sameData({ ...so, modified: before.modified }, before)) return null
  // A memo is no coding.
  const after = note !== undefined && sameData({ ...so, note: before.note, modified: before.modified }, before) ? so : decidedNow(records, so)
  const fresh = entities.filter((one) => !records.entity.has(one.id))
  return {
    label: note !== undefined ? 'change a note' : certainty !== undefined ? 'change how certain it is' : fresh[0] ? `add “${fresh[0].name}”` : 'change a field',
    edits: [...fresh.map((after): Edit => ({ kind: 'entity', id: after.id, before: null, after })), { kind: 'annotation', id: annotation, before, after }],
  }
}
