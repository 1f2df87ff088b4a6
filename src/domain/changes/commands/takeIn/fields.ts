import { normalName } from '../../../project/entityNames'
import type { Field, FieldValue } from '../../../project/field'

/** A field of the work and the one that it is in the project. */
export interface FieldHere {
  readonly id: string
  /** Ids of options that are called otherwise here. */
  readonly options: ReadonlyMap<string, string>
}

export const asItIs = (id: string): FieldHere => ({ id, options: new Map() })

/** The field among those of a code that can hold what another one holds: of the same id if it can, otherwise of the same name. */
export function fieldLike(wanted: Field, fields: readonly Field[]): FieldHere | undefined {
  const sameId = fields.find(({ id }) => id === wanted.id), sameName = fields.filter(({ name }) => normalName(name) === normalName(wanted.name))
  for (const field of sameId ? [sameId, ...sameName] : sameName) {
    const options = optionsHere(wanted, field)
    if (options) return { id: field.id, options }
  }
  return undefined
}

/** How the options of one field are called in another, told by their labels; undefined where it lacks one, or is of another kind. */
function optionsHere(wanted: Field, field: Field): ReadonlyMap<string, string> | undefined {
  if (wanted.kind !== field.kind) return undefined
  const here = new Map<string, string>()
  if (wanted.kind === 'ordinal' && field.kind === 'ordinal') return wanted.options.every(({ value, label }) => field.options.some((one) => one.value === value && normalName(one.label) === normalName(label))) ? here : undefined
  if (!('options' in wanted) || !('options' in field)) return here
  for (const option of wanted.options) {
    if (!('id' in option)) continue
    const like = field.options.find((one) => 'id' in one && normalName(one.label) === normalName(option.label))
    if (!like || !('id' in like)) return undefined
    here.set(option.id, like.id)
  }
  return here
}

/** A value as the field here takes it. */
export function valueHere(value: FieldValue, { options }: FieldHere): FieldValue {
  if (options.size === 0) return value
  return typeof value === 'object' ? value.map((one) => options.get(one) ?? one) : typeof value === 'string' ? options.get(value) ?? value : value
}
