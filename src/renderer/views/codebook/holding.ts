import { partsOf, valueOf } from '../../../domain/project/codes'
import type { Field, FieldValue } from '../../../domain/project/field'
import type { Records } from '../../../domain/project/records'

/** How many annotations, of all coders, have something entered in a field, or that very value. */
export function holding(records: Records, field: Field, only?: FieldValue): number {
  let count = 0
  for (const annotation of records.annotation.values()) {
    const value = valueOf(annotation, field)
    const held = only === undefined ? value !== undefined || partsOf(annotation, field).length > 0 : value === only || (typeof value === 'object' && value.some((one) => one === only))
    if (held) count += 1
  }
  return count
}
