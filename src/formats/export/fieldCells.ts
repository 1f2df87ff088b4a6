import type { Column, ExportCell } from '../../domain/exporting/column'
import { valueLabel, type NameOf } from '../../domain/project/codes'
import type { Field, FieldValue } from '../../domain/project/field'

/**
 * What the cells of a field hold: a choice its label, a scale its number, yes and no as themselves, several values with `; ` between
 * them, entities by name, a link the other annotation's id.
 * @param fields all that have the id: where codes ask for different things under it, the cells are text
 */
export function fieldType(fields: readonly Field[]): Pick<Column, 'type' | 'values'> {
  const types = new Set(fields.map(typeOf))
  const [first] = types
  const type = types.size === 1 && first !== undefined ? first : types.has('text') || types.has('yes-no') ? 'text' : 'number'
  return { type, values: type === 'yes-no' ? null : valuesOf(fields, type) }
}

function typeOf(field: Field): 'text' | 'yes-no' | 'whole' | 'number' {
  switch (field.kind) {
    case 'yes-no': return 'yes-no'
    case 'number': return 'number'
    case 'ordinal': return field.options.every(({ value }) => Number.isSafeInteger(value)) ? 'whole' : 'number'
    default: return 'text'
  }
}

/** Known where each of the fields is a choice or a scale, of options that are told apart by what the cells hold. */
function valuesOf(fields: readonly Field[], type: Column['type']): Column['values'] {
  const found = new Map<string | number, string>()
  for (const field of fields) {
    if (field.kind !== 'one-of' && field.kind !== 'ordinal') return null
    for (const option of field.options) {
      const value = 'value' in option ? option.value : option.label
      found.set(type === 'text' ? String(value) : value, option.label)
    }
  }
  return [...found].map(([value, label]) => ({ value, label }))
}

/**
 * What was entered, as a cell of the column's type; null for nothing, and for what is none of that type, as may be
 * where a field's kind was changed later.
 * @param field the field as the annotation's code has it; undefined where it does not ask for it
 */
export function fieldCell(given: FieldValue | undefined, type: Column['type'], field: Field | undefined, nameOf: NameOf): ExportCell {
  if (given === undefined) return null
  if (type === 'text') return (typeof given === 'number' || typeof given === 'boolean' ? String(Number(given)) : textOf(given, field, nameOf)) || null
  if (type === 'yes-no') return given === true || given === 1 ? true : given === false || given === 0 ? false : null
  const number = typeof given === 'number' || typeof given === 'boolean' ? Number(given) : typeof given === 'string' && given.trim() !== '' ? Number(given) : Number.NaN
  return (type === 'whole' ? Number.isSafeInteger(number) : Number.isFinite(number)) ? number : null
}

function textOf(given: string | readonly string[], field: Field | undefined, nameOf: NameOf): string {
  if (field) return valueLabel(field, given, nameOf)
  return typeof given === 'string' ? given : given.join('; ')
}
