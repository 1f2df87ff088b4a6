import type { ExportFormat } from '../../domain/exporting/kinds'
import type { ExportOrder } from '../../domain/exporting/order'
import { FORMAT_VERSION } from '../../domain/project/format'
import type { ProjectSource } from '../source'
import type { ExportFile } from './exporter'
import type { Table } from './table'

/** What a data dictionary names itself in its first member, and the version of its own form. */
const DICTIONARY_FORMAT = 'synoptic-dictionary'
const DICTIONARY_VERSION = 1

/** How a file of tables is to be read, in the words of those who read it. */
const dialects: Readonly<Partial<Record<ExportFormat, object>>> = {
  'csv': { encoding: 'UTF-8', byteOrderMark: false, delimiter: ',', quote: '"', doubledQuotes: true, lineEnds: 'CRLF', header: true, missing: '', yes: 1, no: 0 },
  'csv-safe': {
    encoding: 'UTF-8', byteOrderMark: false, delimiter: ',', quote: '"', doubledQuotes: true, lineEnds: 'CRLF', header: true, missing: '', yes: 1, no: 0,
    guarded: 'In cells of text an apostrophe is put before = + - @, their wide forms and null, and before any apostrophes that stand before these, at the beginning and behind ; tab and line breaks; at the beginning also before tab and line breaks.',
  },
  'json': { encoding: 'UTF-8', rows: 'an array of objects', missing: null },
  'jsonl': { encoding: 'UTF-8', rows: 'an object a line', missing: null },
  'parquet': { rows: 'Parquet', missing: null },
}

/** The names of files there may be for one export: of several tables each has its id before the extension. */
export const endingOf = (table: Table, of: readonly Table[], extension: string): string => (of.length === 1 ? `.${extension}` : `.${table.id}.${extension}`)

/**
 * What a table's columns mean, as JSON beside it: `project`, `program`, what was asked for, how the file is written (`dialect`),
 * what positions count, and for each table its columns as `Column` has them. The same project and order give the same bytes.
 */
export function dictionaryFile(tables: readonly Table[], order: ExportOrder, source: ProjectSource): ExportFile {
  const { info, codebook, program } = source
  const { shape, format, selection, texts, by, adjudicator } = order
  const content = {
    format: DICTIONARY_FORMAT, version: DICTIONARY_VERSION, program: program ?? 'Synoptic',
    project: { id: info.id, name: info.name, formatVersion: FORMAT_VERSION, codebook: { name: codebook.name, version: codebook.version } },
    export: { shape, format, texts, by, adjudicator, selection },
    dialect: dialects[format] ?? null,
    offsets: { unit: 'UTF-16 code units', from: 0, end: 'not included', over: 'the article’s text in the project, line ends as LF, without a byte order mark' },
    tables: tables.map((table) => ({ id: table.id, title: table.title, ending: endingOf(table, tables, extensions[format] ?? format), columns: table.columns })),
  }
  return { ending: `.${extensions[format] ?? format}.dictionary.json`, chunks: () => once(`${JSON.stringify(content, null, 2)}\n`) }
}

const extensions: Readonly<Partial<Record<ExportFormat, string>>> = { 'csv-safe': 'csv' }

async function* once(text: string): AsyncGenerator<string, void> {
  yield await Promise.resolve(text)
}
