import type { ExportCell } from '../../domain/exporting/column'
import { csvCell, csvRecord } from './csvRecord'
import type { Exporter } from './exporter'
import { scriptFiles, scriptLosses } from './scripts/scripts'
import type { Table } from './table'
import { tableFiles, tableLosses, tableShapes } from './tables'
import { cellByCell, tableText } from './tableText'

/** Tables in UTF-8 without a mark: see `csvRecord` for the dialect. Empty cells are null, yes and no are 1 and 0. */
export const csv: Exporter = {
  id: 'csv',
  label: 'CSV, exact',
  about: 'For R, Python and SPSS: every cell exactly as it is. A spreadsheet may take cells that begin with =, + or - for formulas.',
  shapes: tableShapes,
  extension: 'csv',
  files: (source, order) => [...tableFiles(source, order, 'csv', (table) => csvText(table, (words) => words)), ...scriptFiles(source, order)],
  losses: (source, order) => [...tableLosses(source, order), ...scriptLosses(order)],
}

/** @param words what cells of text are written as */
export const csvText = (table: Table, words: (cell: string) => string): AsyncIterable<string> => tableText(table, {
  head: csvRecord(table.columns.map(({ name }) => name)), tail: '',
  rowWriter: cellByCell((cell, i) => (i === 0 ? '' : ',') + csvCell(typeof cell === 'string' ? words(cell) : plain(cell)), '\r\n'),
})

const plain = (cell: Exclude<ExportCell, string>): string | number => (cell === null ? '' : Number(cell))
