import type { Column } from '../../domain/exporting/column'
import { LONGEST_CELL } from '../workbook/cellText'
import type { Sheet } from '../workbook/sheet'
import { MOST_COLUMNS, MOST_ROWS } from '../workbook/sheetXml'
import { workbook } from '../workbook/workbook'
import type { Exporter } from './exporter'
import type { Table } from './table'
import { tableLosses, tableShapes, tablesOf } from './tables'

/** Tables as an Excel workbook: a sheet for each, and behind the first one the dictionary of the columns of all. */
export const xlsx: Exporter = {
  id: 'xlsx',
  label: 'Excel workbook',
  about: `For Excel and LibreOffice: numbers, days and times as such, every text as text, and a sheet that explains the columns. A sheet holds ${MOST_ROWS.toLocaleString('en')} rows; more go on the next.`,
  shapes: tableShapes,
  extension: 'xlsx',
  files: (source, order) => {
    const tables = tablesOf(source, order)
    return [{ ending: '.xlsx', chunks: () => workbook(sheetsOf(tables)) }]
  },
  losses: (source, order) => [
    ...tableLosses(source, order),
    `Texts longer than ${LONGEST_CELL.toLocaleString('en')} characters, the most a cell of Excel holds, would be cut and end in “…”.`,
    ...tablesOf(source, order).filter(({ columns }) => columns.length > MOST_COLUMNS)
      .map(({ title, columns }) => `Of the ${columns.length.toLocaleString('en')} columns of “${title}” only the first ${MOST_COLUMNS.toLocaleString('en')} are written: Excel has no more.`),
  ],
}

function sheetsOf(tables: readonly Table[]): readonly Sheet[] {
  const [first, ...others] = tables.map(sheetOf)
  return [...(first ? [first] : []), dictionarySheet(tables), ...others]
}

const sheetOf = ({ title, columns, rows }: Table): Sheet => ({
  name: title, columns: columns.map((column) => ({ type: column.type, width: widths[column.type] })), frozen: { rows: 1, columns: 0 },
  head: columns.map(({ name }) => name), rows,
})

const widths: Readonly<Record<Column['type'], number>> = { text: 24, whole: 10, number: 10, 'yes-no': 10, date: 12, time: 20 }

const said = ['table', 'column', 'label', 'meaning', 'type', 'level', 'values'] as const
const dictionaryWidths: Readonly<Record<(typeof said)[number], number>> = { table: 20, column: 24, label: 28, meaning: 60, type: 10, level: 10, values: 48 }

function dictionarySheet(tables: readonly Table[]): Sheet {
  const rows = tables.flatMap(({ title, columns }) => columns.map(({ name, label, meaning, type, level, values }) => [
    title, name, label, { text: meaning, style: 'wrapped' as const }, type, level,
    values && { text: values.map((one) => `${one.value} = ${one.label}`).join('\n'), style: 'wrapped' as const },
  ]))
  return { name: 'Dictionary', columns: said.map((name) => ({ type: 'text', width: dictionaryWidths[name] })), frozen: { rows: 1, columns: 0 }, head: [...said], rows: () => [rows] }
}
