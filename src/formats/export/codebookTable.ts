import type { Column, ExportCell } from '../../domain/exporting/column'
import type { Dimension } from '../../domain/project/codebook'
import { codeEntries, type CodeEntry } from '../../domain/project/codes'
import type { Field } from '../../domain/project/field'
import type { ProjectSource } from '../source'
import type { Table } from './table'

const text = (name: string, label: string, meaning: string, nominal = false): Column => ({ name, label, meaning, type: 'text', level: nominal ? 'nominal' : null, values: null })
const whole = (name: string, label: string, meaning: string): Column => ({ ...text(name, label, meaning), type: 'whole' })

interface Row {
  readonly dimension: Dimension
  /** Undefined for a dimension without codes. */
  readonly entry: CodeEntry | undefined
  readonly parent: string | null
}

const columns: readonly (readonly [Column, (row: Row) => ExportCell])[] = [
  [text('path', 'Path', 'The code with what it stands under, with > between them, as in the other tables.'), ({ dimension, entry }) => entry?.path.join(' > ') ?? dimension.name],
  [text('code_id', 'Code', 'Identifies the code; empty in the row of a dimension without codes.'), ({ entry }) => entry?.code.id ?? null],
  [text('name', 'Name', 'What the code is called.'), ({ entry }) => entry?.code.name ?? null],
  [text('parent_id', 'Under', 'code_id of the code it stands under.'), ({ parent }) => parent],
  [whole('depth', 'Depth', '0 for codes directly under their dimension.'), ({ entry }) => entry?.depth ?? null],
  [text('dimension_id', 'Dimension', 'Identifies the dimension.'), ({ dimension }) => dimension.id],
  [text('dimension', 'Name of the dimension', 'What the dimension is called.', true), ({ dimension }) => dimension.name],
  [text('unit', 'Unit', 'What is coded with it: a passage, a paragraph, the article or the event as a whole.', true), ({ dimension }) => dimension.unit],
  [text('choice', 'Choice', 'Whether one unit takes one code of the dimension or many.', true), ({ dimension }) => dimension.choice],
  [text('level', 'Level', 'The level of measurement of the dimension.', true), ({ dimension }) => dimension.level],
  [text('dimension_definition', 'About the dimension', 'What the dimension is about, and whose scheme it follows.'), ({ dimension }) => dimension.definition],
  [text('definition', 'Definition', 'What the code means.'), ({ entry }) => entry?.code.definition ?? null],
  [text('include', 'Include', 'What it is to be given for.'), ({ entry }) => entry?.code.include ?? null],
  [text('exclude', 'Exclude', 'What it is not to be given for.'), ({ entry }) => entry?.code.exclude ?? null],
  [text('examples', 'Examples', 'Passages that show it, a line each, and where they are from.'), ({ entry }) => entry?.code.examples.map(({ quote, from }) => (from === '' ? quote : `${quote} (${from})`)).join('\n') ?? null],
  [text('fields', 'Fields', 'What it asks for, a line each: the field’s name, its kind and level, what can be chosen, and whether it must be filled in.'), ({ entry }) => entry?.fields.map(inWords).join('\n') ?? null],
  [text('score', 'Score', 'mean where its score is the mean of its items; none otherwise.', true), ({ entry }) => entry?.code.score ?? null],
  [text('colour', 'Colour', 'The colour it is shown in.', true), ({ entry }) => entry?.code.colour ?? null],
  [text('key', 'Key', 'The key that applies it.'), ({ entry }) => entry?.code.key ?? null],
  [whole('revised', 'Revised', 'The version of the codebook in which its definition or rules last changed; 0 when they never did.'), ({ entry }) => entry?.code.revised ?? null],
  [text('memo', 'Memo', 'The researchers’ memo on it.'), ({ entry }) => entry?.code.memo ?? null],
]

/** One row per code, in the order of the codebook, and one for each dimension without codes. There are no examples where no text may leave the project. */
export function codebookTable(source: ProjectSource): Table {
  const shown = columns.filter(([{ name }]) => name !== 'examples' || source.text !== null)
  return {
    id: 'codebook', title: 'Codebook', columns: shown.map(([column]) => column),
    rows: async function* rows() {
      yield await Promise.resolve(rowsOf(source).map((row) => shown.map(([, cell]) => cell(row) || zero(cell(row)))))
    },
  }
}

/** Empty text is nothing; the number 0 is something. */
const zero = (cell: ExportCell): ExportCell => (cell === 0 ? 0 : null)

function rowsOf({ codebook, chosen }: ProjectSource): readonly Row[] {
  const entries = [...codeEntries(codebook).values()]
  const parents = new Map(entries.flatMap(({ code }) => code.codes.map(({ id }) => [id, code.id] as const)))
  return codebook.dimensions.flatMap((dimension): readonly Row[] => {
    const own = entries.filter((entry) => entry.dimension === dimension)
    if (own.length === 0) return [{ dimension, entry: undefined, parent: null }]
    return own.filter(({ code }) => chosen?.has(code.id) ?? true).map((entry) => ({ dimension, entry, parent: parents.get(entry.code.id) ?? null }))
  })
}

function inWords(field: Field): string {
  const options = 'options' in field ? `: ${field.options.map((one) => ('value' in one ? `${one.value} = ${one.label}` : one.label)).join(' | ')}` : ''
  return `${field.name} (${field.kind}, ${field.level}${field.required ? ', required' : ''})${options}`
}
