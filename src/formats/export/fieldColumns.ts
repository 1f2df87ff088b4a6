import type { Column, ExportCell } from '../../domain/exporting/column'
import type { Annotation } from '../../domain/project/annotation'
import type { Codebook } from '../../domain/project/codebook'
import { codeEntries, partsOf, shownFields, valueOf, type CodeEntry, type NameOf } from '../../domain/project/codes'
import type { Field } from '../../domain/project/field'
import { quoteOf } from '../../domain/text/anchor'
import { columnWords } from './columnName'
import { fieldCell, fieldType } from './fieldCells'

export interface FieldColumns {
  readonly columns: readonly Column[]
  /** Puts a cell for each of the columns into a row, from this place on. */
  readonly fill: (row: ExportCell[], at: number, annotation: Annotation, entry: CodeEntry | undefined) => void
}

interface Options {
  /** Names of other columns. */
  readonly taken: Iterable<string>
  readonly nameOf: NameOf
  /** Whether the words that fill a role may leave the project. */
  readonly quotes: boolean
}

/**
 * The columns of a codebook's fields, each named by its field's id, or by its name where the id says nothing because it
 * was made up (a UUID); `field_` comes before a name that is taken. A role
 * has two: its quotation, parts of it joined with ` […] `, and in `<id>_spans` where they stand, as `12-30; 41-60`.
 * For the others see `fieldType`. What a condition hides is empty, though it is kept.
 */
export function fieldColumns(codebook: Codebook, { taken, nameOf, quotes }: Options): FieldColumns {
  const used = new Set(taken)
  const free = (name: string): string => {
    if (used.has(name)) return free(`field_${name}`)
    used.add(name)
    return name
  }
  const entries = codeEntries(codebook)
  const named = [...fieldsById(entries).values()].map((fields) => ({ fields, name: free(fieldName(fields)) }))
  const made = named.flatMap(({ fields, name }) => columnsOf(fields, name, free, quotes))
  /** Code -> for each column its field as that code has it. */
  const plans = new Map([...entries].map(([code, { fields }]) => {
    const own = new Map(fields.map((field) => [field.id, field]))
    return [code, made.map(({ id }) => own.get(id))]
  }))
  const conditional = new Set([...entries.keys()].filter((code) => entries.get(code)?.fields.some(({ showIf }) => showIf !== null)))
  const nothing: readonly undefined[] = made.map(() => undefined)
  return {
    columns: made.map(({ column }) => column),
    fill: (row, at, annotation, entry) => {
      const plan = entry ? plans.get(entry.code.id) ?? nothing : nothing
      const shown = entry && conditional.has(entry.code.id) ? new Set(shownFields(annotation, entry).map(({ id }) => id)) : undefined
      let i = at
      for (const { id, cell } of made) {
        const own = plan[i - at]
        row[i] = shown && own && !shown.has(id) && !cell.placed ? null : cell.of(annotation, own, nameOf)
        i += 1
      }
    },
  }
}

/** All of one id, as codes may have different ones under it; what the column is called goes by the last. */
type Fields = readonly [Field, ...Field[]]
const lastOf = (fields: Fields): Field => fields.at(-1) ?? fields[0]

function fieldsById(entries: ReadonlyMap<string, CodeEntry>): ReadonlyMap<string, Fields> {
  const found = new Map<string, [Field, ...Field[]]>()
  for (const { fields } of entries.values()) {
    for (const field of fields) {
      const others = found.get(field.id)
      if (!others) found.set(field.id, [field])
      else if (!others.includes(field)) others.push(field)
    }
  }
  return found
}

interface Made {
  readonly id: string
  readonly column: Column
  readonly cell: {
    readonly of: (annotation: Annotation, own: Field | undefined, nameOf: NameOf) => ExportCell
    /** True where it is in the text: there whatever a condition says. */
    readonly placed: boolean
  }
}

function columnsOf(fields: Fields, name: string, free: (name: string) => string, quotes: boolean): readonly Made[] {
  const field = lastOf(fields)
  const { id, name: label, hint, level } = field
  if (field.kind !== 'role') {
    const { type, values } = fieldType(fields)
    const column: Column = { name, label, meaning: hint || kinds[field.kind], type, level, values }
    return [{ id, column, cell: { of: (annotation, own, nameOf) => fieldCell(valueOf(annotation, field), type, own, nameOf), placed: false } }]
  }
  const words: Made = {
    id, column: { name, label, meaning: 'The passage that fills this role; parts of it are joined with […].', type: 'text', level: null, values: null },
    cell: { of: (annotation) => (hasRoles(annotation) ? quoteOf(partsOf(annotation, field)) || null : null), placed: true },
  }
  const places: Made = {
    id, column: { name: free(`${name}_spans`), label: `${label}: where`, meaning: 'Where it stands: start and end of each part in UTF-16 units, such as 12-30; 41-60.', type: 'text', level: null, values: null },
    cell: { of: (annotation) => (hasRoles(annotation) ? partsOf(annotation, field).map(({ start, end }) => `${start}-${end}`).join('; ') || null : null), placed: true },
  }
  return quotes ? [words, places] : [places]
}

const hasRoles = ({ spans }: Annotation): boolean => spans.some(({ role }) => role !== undefined)

/** What a column of such a field holds, where its codebook gives no hint. */
const kinds: Readonly<Record<Exclude<Field['kind'], 'role'>, string>> = {
  'text': 'What was written.',
  'one-of': 'The label of what was chosen.',
  'many-of': 'The labels of what was chosen, with ; between them.',
  'yes-no': 'Yes or no.',
  'ordinal': 'The number of the step on the scale.',
  'number': 'The number that was given.',
  'entity': 'The name of the person, group, country or thing.',
  'entities': 'Names in their order, with ; between them.',
  'link': 'annotation_id of the other annotation.',
}

const MADE_UP = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What a field's column is called, before names that are taken are told apart. */
function fieldName(fields: Fields): string {
  const { id, name } = lastOf(fields)
  const words = columnWords(name)
  if (!MADE_UP.test(id) || words === '') return id
  return /^\p{N}/u.test(words) ? `field_${words}` : words
}
