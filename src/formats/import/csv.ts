import { csvDialect, likeness } from './csvDialect'
import { csvRows } from './csvRows'
import { guessMapping } from './columnGuess'
import { encodingOf, hasText, textOf } from './text'
import type { SourceFile } from './sourceFile'
import { firstOf, MOST_COLUMNS, tableOf, type Table, type TableRow } from './table'
import { tableImporter } from './tableImporter'

/** Rows of cells divided by commas, semicolons, tabs or bars, in an encoding that the bytes tell. */
export const csv = tableImporter({
  id: 'csv',
  label: 'Table (CSV or TSV)',
  encodingOf,
  recognises: (file) => hasText(file) && (/\.(csv|tsv|tab)$/i.test(file.name) || isTable(file)),
  tableIn: csvTable,
})

/** Whether a text that isn't called a table is one all the same: prose has commas, too. */
function isTable(file: SourceFile): boolean {
  const text = textOf(file)
  const dialect = csvDialect(text)
  if (!dialect) return false
  const { width, rows, share } = likeness(text.slice(dialect.start), dialect.delimiter)
  if (width < 3 || width > MOST_COLUMNS || rows < 4 || share < 1) return false
  const { columns, rows: allRows } = file.once(csvTable)
  const { roles } = guessMapping(columns, firstOf(allRows(), 20).map(({ cells }) => cells))
  return roles.text !== undefined && Object.keys(roles).length > 1
}

function csvTable(file: SourceFile): Table {
  const text = textOf(file)
  const { delimiter, start } = csvDialect(text) ?? { delimiter: ',', start: 0 }
  const body = start === 0 ? text : text.slice(start)
  return tableOf(function* (): Generator<TableRow> {
    for (const { cells, unterminated } of csvRows(body, delimiter)) yield { cells, notes: unterminated ? [neverClosed] : [] }
  })
}

const neverClosed = 'A quotation mark opens in this row and is never closed: all that follows in the file was taken for one cell. Look at the file’s last rows'
