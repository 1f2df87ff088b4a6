import { bareDocument } from '../interchange/gather'
import { bareCoding } from './bareCoding'
import { Losses } from './losses'
import { qualcoderCodes } from './qualcoderCodes'
import type { RawCoding, RawDimension, RawWork } from './rawWork'
import type { WorkReader } from './reader'
import { hasTables, readTables, type Row, type Tables } from './sqlite'
import { sqlTime } from './sqlTime'

/**
 * `data.qda`, the database in the folder of a QualCoder project (database versions 1 to 16): texts in `source`, positions in `code_text`
 * as code points, categories and codes as trees. Attributes of files and of the cases they belong to become variables, annotations
 * codings of a code of their own.
 */
export const qualcoder: WorkReader = {
  id: 'qualcoder',
  label: 'QualCoder project',
  takes: 'file',
  recognises: (file) => hasTables(file, 'source', 'code_text', 'code_name', 'code_cat'),
  read: async ([file]) => ({ raw: worked(file ? await readTables(file) : { has: () => false, rows: () => [] }, nameOf(file?.name ?? '')) }),
}

/** The folder has the project's name: `Harbour.qda/data.qda`. */
const nameOf = (path: string): string => /([^/]+)\.qda\/data\.qda$/i.exec(path)?.[1] ?? 'QualCoder'

const ANNOTATION = 'annotation'

function worked(tables: Tables, name: string): RawWork {
  const losses = new Losses()
  const texts = tables.rows('source').filter((row) => !row.isNull('fulltext') && row.text('fulltext') !== '')
  losses.add('pictures, recordings and empty files', tables.rows('source').length - texts.length)
  losses.add('codings of pictures', tables.rows('code_image').length)
  losses.add('codings of recordings', tables.rows('code_av').length)
  losses.add('journal entries', tables.rows('journal').length)
  const variables = variablesOf(tables)
  const codings = tables.rows('code_text').map((row) => codingOf(row, `c${row.text('cid')}`, 'ctid', row.text('seltext')))
  const annotations = tables.rows('annotation').map((row) => codingOf(row, ANNOTATION, 'anid', ''))
  const important = tables.rows('code_text').filter((row) => row.number('important') === 1).length
  losses.add('marks of codings as important', important)
  const all = [...codings, ...annotations]
  return {
    format: 'qualcoder', program: 'QualCoder', name, coders: [...new Set(all.flatMap(({ coder }) => coder ?? []))].map((owner) => ({ key: owner, name: owner })), events: [],
    documents: texts.map((row) => ({ ...bareDocument(row.text('id'), row.text('name'), row.text('fulltext')), memo: row.text('memo'), variables: variables.get(row.text('id')) ?? {} })),
    codings: all, dimensions: [...qualcoderCodes(tables), ...(annotations.length > 0 ? [annotationDimension] : [])], usual: { unit: 'code-point', breaks: 'as-is' }, losses: losses.all,
  }
}

const annotationDimension: RawDimension = {
  key: ANNOTATION, name: 'Annotations', definition: 'Notes on passages without a code, as QualCoder has them.', unit: 'span', fields: [],
  codes: [{ key: ANNOTATION, name: 'annotation', colour: '', definition: '', memo: '', fields: [], codes: [] }],
}

function codingOf(row: Row, code: string, key: string, snippet: string): RawCoding {
  const date = sqlTime(row.text('date'))
  return {
    ...bareCoding(row.text('fid'), code, row.text('owner') || null), key: `${key} ${row.text(key)}`, note: row.text('memo'), created: date, modified: date,
    places: [{ start: row.number('pos0') ?? -1, end: row.number('pos1') ?? -1, snippet: snippet === '' ? null : snippet }],
  }
}

/** By the id of the file: its own attributes, the names of its cases and their attributes; of several cases with `; ` between them. */
function variablesOf(tables: Tables): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const cases = new Map(tables.rows('cases').map((row) => [row.text('caseid'), row.text('name')]))
  const ofCase = new Map<string, Row[]>(), values = new Map<string, Map<string, Set<string>>>()
  const put = (file: string, name: string, value: string): void => {
    if (value === '') return
    const known = values.get(file) ?? new Map<string, Set<string>>()
    values.set(file, known.set(name, (known.get(name) ?? new Set()).add(value)))
  }
  for (const row of tables.rows('attribute')) {
    if (row.text('attr_type') === 'file') put(row.text('id'), row.text('name'), row.text('value'))
    else ofCase.set(row.text('id'), [...(ofCase.get(row.text('id')) ?? []), row])
  }
  for (const row of tables.rows('case_text')) {
    const [file, id] = [row.text('fid'), row.text('caseid')]
    put(file, 'case', cases.get(id) ?? '')
    for (const attribute of ofCase.get(id) ?? []) put(file, attribute.text('name'), attribute.text('value'))
  }
  return new Map([...values].map(([file, known]) => [file, Object.fromEntries([...known].map(([name, some]) => [name, [...some].join('; ')]))]))
}
