import type { ExportCell } from '../../domain/exporting/column'
import { inChunks } from './chunks'
import { csvRecord, csvRecords, type Cell } from './csvRecord'
import type { Exporter } from './exporter'
import type { Table } from './table'
import { tableFiles, tableShapes } from './tables'

/** Tables in UTF-8 without a mark: see `csvRecord` for the dialect. Empty cells are null, yes and no are 1 and 0. */
export const csv: Exporter = {
  id: 'csv',
  label: 'CSV, exact',
  about: 'For R, Python and SPSS: every cell exactly as it is. A spreadsheet may take cells that begin with =, + or - for formulas.',
  shapes: tableShapes,
  extension: 'csv',
  files: (source, order) => tableFiles(source, order, 'csv', (table) => inChunks(pieces(table))),
  losses: () => [],
}

async function* pieces({ columns, rows }: Table): AsyncGenerator<string, void> {
  yield csvRecord(columns.map(({ name }) => name))
  for await (const some of rows()) yield* csvRecords(some.map((row) => row.map(cellOf)))
}

const cellOf = (cell: ExportCell): Cell => (cell === null ? '' : typeof cell === 'boolean' ? Number(cell) : cell)
