import type { ExportCell } from '../../domain/exporting/column'
import type { Exporter } from './exporter'
import type { Table } from './table'
import { tableFiles, tableLosses, tableShapes } from './tables'
import { cellByCell, tableText, type TableText } from './tableText'

/** Tables as a JSON array of objects, a row a line, each with all columns; empty cells are null. */
export const json: Exporter = {
  id: 'json',
  label: 'JSON',
  about: 'For programs: an array with an object for each row, numbers as numbers. To pass on a whole project there is Synoptic JSON.',
  shapes: tableShapes,
  extension: 'json',
  files: (source, order) => tableFiles(source, order, 'json', (table) => tableText(table, array(table))),
  losses: tableLosses,
}

/** The same objects, one a line and nothing else. */
export const jsonl: Exporter = {
  id: 'jsonl',
  label: 'JSON Lines',
  about: 'For programs that read row by row, and for tables too large to be read at once: one object a line.',
  shapes: tableShapes,
  extension: 'jsonl',
  files: (source, order) => tableFiles(source, order, 'jsonl', (table) => tableText(table, { head: '', tail: '', rowWriter: cellByCell(member(table), '}\n') })),
  losses: tableLosses,
}

function array(table: Table): TableText {
  const write = cellByCell(member(table), '}')
  return {
    head: '[', tail: '\n]\n',
    rowWriter: () => {
      const object = write()
      let before = '\n'
      return (row) => {
        const line = before + object(row)
        before = ',\n'
        return line
      }
    },
  }
}

function member({ columns }: Table): (cell: ExportCell, column: number) => string {
  const keys = columns.map(({ name }, i) => `${i === 0 ? '{' : ','}${JSON.stringify(name)}:`)
  return (cell, column) => (keys[column] ?? '') + (typeof cell === 'string' && !special.test(cell) ? `"${cell}"` : JSON.stringify(cell))
}

/** What JSON has to escape: asking for it takes a fraction of the time. */
const special = /["\\\p{Cc}\p{Cs}]/u
