import type { Column, ExportCell } from '../../domain/exporting/column'
import type { Annotation } from '../../domain/project/annotation'
import type { Dimension } from '../../domain/project/codebook'
import { scoreOf, shownFields, valueOf, type CodeEntry, type NameOf } from '../../domain/project/codes'
import type { Field } from '../../domain/project/field'
import type { CodingColumn } from './codingColumn'
import { fieldCell, fieldType } from './fieldCells'
import type { UnitCoding } from './unitCoding'

export interface DimensionFields {
  /** The codes of the dimension that are exported. */
  readonly entries: readonly CodeEntry[]
  readonly dimension: Dimension
  /** A free name for a column, of these words. */
  readonly named: (...words: readonly string[]) => string
  readonly nameOf: NameOf
  readonly together: boolean
}

/** A field as the columns have it: those of one id among some codes. */
interface Asked {
  readonly label: string
  readonly fields: readonly [Field, ...Field[]]
  readonly entries: readonly CodeEntry[]
}

/**
 * What was entered where an article or event was coded as a whole: a column for each field where the dimension takes one code, for
 * each code and field where it takes several. What was entered last counts; of coders together numbers are means, yes is what
 * one of them said, and other answers stand side by side.
 */
export function answerColumns(from: DimensionFields): readonly CodingColumn[] {
  const { dimension, entries, named, nameOf, together } = from
  const asked = dimension.choice === 'one' ? askedOf(entries, dimension.name) : entries.flatMap((entry) => askedOf([entry], entry.code.name))
  const answers = asked.map(({ label, fields, entries: codes }): CodingColumn => {
    const [{ name, level, hint }] = fields
    const { type, values } = fieldType(fields)
    const means = together && (type === 'whole' || type === 'number')
    const column: Column = { name: named(label, name), label: `${label}: ${name}`, meaning: hint || meaningOf(type, together), type: means ? 'number' : type, level, values: together ? null : values }
    return { column, cell: (coding) => oneOf(answersOf(coding, codes, fields, type, nameOf), type, together), variable: true }
  })
  return [...answers, ...scoreColumns(from)]
}

/** Means of what was entered for passages, of each field with numbers or yes and no; and of scores. */
export function meanColumns(from: DimensionFields): readonly CodingColumn[] {
  const { dimension, entries, named, nameOf } = from
  const means = askedOf(entries, dimension.name).flatMap(({ label, fields, entries: codes }): CodingColumn[] => {
    const [{ name }] = fields
    const { type } = fieldType(fields)
    if (type === 'text') return []
    return [{
      column: { name: named(label, name, 'mean'), label: `${label}: ${name}, mean`, meaning: `The mean over the passages coded in this dimension${type === 'yes-no' ? ', yes as 1 and no as 0' : ''}; empty where there is none.`, type: 'number', level: 'interval', values: null },
      cell: (coding) => mean(numbers(answersOf(coding, codes, fields, type, nameOf))), variable: false,
    }]
  })
  return [...means, ...scoreColumns(from)]
}

const scoreColumns = ({ entries, dimension, named }: DimensionFields): readonly CodingColumn[] => entries.filter(({ code }) => code.score !== 'none').map((entry): CodingColumn => ({
  column: { name: named(entry.code.name, 'score'), label: `${entry.path.join(' > ')}: score`, meaning: 'The mean of its items; of several annotations the mean of theirs.', type: 'number', level: 'interval', values: null },
  cell: ({ ofCode }) => mean((ofCode.get(entry.code.id) ?? []).flatMap((one) => scoreOf(one, entry) ?? [])),
  variable: dimension.unit === 'article' || dimension.unit === 'event',
}))

/** The fields of codes, each id once; roles and links say nothing of an article or event. */
function askedOf(entries: readonly CodeEntry[], label: string): readonly Asked[] {
  const found = new Map<string, { fields: [Field, ...Field[]]; entries: CodeEntry[] }>()
  for (const entry of entries) {
    for (const field of entry.fields) {
      if (field.kind === 'role' || field.kind === 'link') continue
      const known = found.get(field.id)
      if (!known) found.set(field.id, { fields: [field], entries: [entry] })
      else {
        if (!known.fields.includes(field)) known.fields.push(field)
        if (!known.entries.includes(entry)) known.entries.push(entry)
      }
    }
  }
  return [...found.values()].map((one) => ({ label, ...one }))
}

/** The latest answer last. */
function answersOf({ ofCode }: UnitCoding, entries: readonly CodeEntry[], [{ id }]: Asked['fields'], type: Column['type'], nameOf: NameOf): readonly Exclude<ExportCell, null>[] {
  const given = entries.flatMap((entry) => (ofCode.get(entry.code.id) ?? []).map((one) => ({ entry, one }))).sort((a, b) => order(a.one, b.one))
  return given.flatMap(({ entry, one }) => {
    const field = shownFields(one, entry).find((shown) => shown.id === id)
    return (field && fieldCell(valueOf(one, field), type, field, nameOf)) ?? []
  })
}

const order = (a: Annotation, b: Annotation): number => (a.modified === b.modified ? (a.id < b.id ? -1 : 1) : a.modified < b.modified ? -1 : 1)

function oneOf(answers: readonly Exclude<ExportCell, null>[], type: Column['type'], together: boolean): ExportCell {
  if (type === 'text') return [...new Set(answers)].join('; ') || null
  if (!together || answers.length === 0) return answers.at(-1) ?? null
  return type === 'yes-no' ? answers.includes(true) : mean(numbers(answers))
}

function meaningOf(type: Column['type'], together: boolean): string {
  if (!together) return 'What was entered; empty where nothing was.'
  if (type === 'text') return 'What coders entered, with ; between answers that differ.'
  return type === 'yes-no' ? 'Yes where one of the coders said so.' : 'The mean of what coders entered.'
}

const numbers = (answers: readonly ExportCell[]): readonly number[] => answers.map(Number)
const mean = (all: readonly number[]): number | null => (all.length === 0 ? null : all.reduce((sum, one) => sum + one, 0) / all.length)
