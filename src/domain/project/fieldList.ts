import type { Field } from './field'

export type FieldKind = Field['kind']

/** A field of a kind as it is before anything is said about it; kinds with options begin with two. */
export function newField(kind: FieldKind, name: string, id: () => string): Field {
  const common = { id: id(), name, required: false, hint: '', showIf: null, default: null }
  switch (kind) {
    case 'one-of':
    case 'many-of': return { ...common, kind, level: 'nominal', options: ['first option', 'second option'].map((label) => ({ id: id(), label })) }
    case 'ordinal': return { ...common, kind, level: 'ordinal', options: [-1, 0, 1].map((value) => ({ value, label: value < 0 ? `−${-value}` : value > 0 ? `+${value}` : '0' })) }
    case 'number': return { ...common, kind, level: 'ratio', min: null, max: null }
    default: return { ...common, kind, level: 'nominal' }
  }
}

/** Puts a changed field in the place of the one with its id. */
export const withField = (fields: readonly Field[], field: Field): readonly Field[] => fields.map((one) => (one.id === field.id ? field : one))

/** Without a field; those that were asked only for certain values of it are then always asked. */
export const withoutField = (fields: readonly Field[], id: string): readonly Field[] =>
  fields.filter((one) => one.id !== id).map((one) => (one.showIf?.field === id ? { ...one, showIf: null } : one))

/** A field one place up (-1) or down (1); null at the end of the list, and where it would come before the field it depends on. */
export function movedField(fields: readonly Field[], id: string, by: -1 | 1): readonly Field[] | null {
  const from = fields.findIndex((one) => one.id === id)
  const [field, other] = [fields[from], fields[from + by]]
  if (!field || !other) return null
  const [upper, lower] = by === 1 ? [other, field] : [field, other]
  if (upper.showIf?.field === lower.id) return null
  return fields.map((one) => (one === field ? other : one === other ? field : one))
}

/** A value a condition can ask for, and how it reads. */
export interface Answer {
  readonly value: string | number | boolean
  readonly label: string
}

/** The answers a field can be given, where they can be listed; undefined for free entries. */
export function answersOf(field: Field): readonly Answer[] | undefined {
  switch (field.kind) {
    case 'one-of':
    case 'many-of': return field.options.map(({ id, label }) => ({ value: id, label }))
    case 'ordinal': return field.options
    case 'yes-no': return [{ value: true, label: 'yes' }, { value: false, label: 'no' }]
    default: return undefined
  }
}
