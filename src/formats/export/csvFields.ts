import type { Annotation } from '../../domain/project/annotation'
import type { Codebook } from '../../domain/project/codebook'
import { allFields, partsOf, shownFields, valueLabel, type CodeEntry, type NameOf } from '../../domain/project/codes'
import type { Field } from '../../domain/project/field'
import { quoteOf } from '../../domain/text/anchor'
import { columnWords } from './columnName'
import type { Cell } from './csvRecord'

export interface FieldColumns {
  readonly names: readonly string[]
  /** One cell for each of the names. */
  readonly cells: (annotation: Annotation, entry: CodeEntry | undefined) => Cell[]
}

/**
 * The columns of a codebook's fields, each named by its field's id, or by its name where the id says nothing because it
 * was made up (a UUID); `field_` comes before a name that is taken. A role
 * has two: its quotation, parts of it joined with ` […] `, and in `<id>_spans` where they stand, as `12-30; 41-60`.
 * A choice is given by its label, an ordinal by its number, yes and no as 1 and 0, several values with `; ` between
 * them, entities by name, a link by the other annotation's id. What a condition hides is empty, though it is kept.
 * @param taken names of other columns
 */
export function fieldColumns(codebook: Codebook, taken: Iterable<string>, nameOf: NameOf): FieldColumns {
  const fields = allFields(codebook)
  const used = new Set(taken)
  const free = (name: string): string => {
    if (used.has(name)) return free(`field_${name}`)
    used.add(name)
    return name
  }
  const named = fields.map((field) => ({ field, name: free(columnName(field)) }))
  const columns = named.flatMap(({ field, name }) => (field.kind === 'role'
    ? [{ name, cell: quotations(field) }, { name: free(`${name}_spans`), cell: places(field) }]
    : [{ name, cell: value(field, nameOf) }]))
  return {
    names: columns.map(({ name }) => name),
    cells: (annotation, entry) => {
      const shown = new Map((entry ? shownFields(annotation, entry) : []).map((field) => [field.id, field]))
      const hidden = new Set((entry?.fields ?? []).map(({ id }) => id).filter((id) => !shown.has(id)))
      return columns.map(({ cell }) => cell(annotation, shown, hidden))
    },
  }
}

const MADE_UP = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function columnName({ id, name }: Field): string {
  const words = columnWords(name)
  if (!MADE_UP.test(id) || words === '') return id
  return /^\p{N}/u.test(words) ? `field_${words}` : words
}

type CellOf = (annotation: Annotation, shown: ReadonlyMap<string, Field>, hidden: ReadonlySet<string>) => Cell

const quotations = (field: Field): CellOf => (annotation) => quoteOf(partsOf(annotation, field))

const places = (field: Field): CellOf => (annotation) => partsOf(annotation, field).map(({ start, end }) => `${start}-${end}`).join('; ')

/** The field's definition is the one of the annotation's code, as codes may share an id. */
const value = ({ id }: Field, nameOf: NameOf): CellOf => ({ values }, shown, hidden) => {
  const given = Object.hasOwn(values, id) && !hidden.has(id) ? values[id] : undefined
  if (given === undefined) return ''
  if (typeof given === 'number' || typeof given === 'boolean') return Number(given)
  const field = shown.get(id)
  if (field) return valueLabel(field, given, nameOf)
  return typeof given === 'string' ? given : given.join('; ')
}
