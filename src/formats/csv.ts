import { CHUNK, inChunks } from './chunks'
import { csvTable, type Cell } from './csvTable'
import type { Exporter } from './exporter'
import type { ProjectSource } from './source'

/**
 * One row per annotation, or per span where an annotation has several: RFC 4180 with CRLF between rows and UTF-8
 * without a mark, which R's `read.csv` and Python's `csv` take without options. Cells hold exactly what the project
 * holds, also where a spreadsheet would take them for a formula.
 */
export const csv = {
  id: 'csv',
  label: 'CSV, one row per annotation',
  extension: 'csv',
  run: (source) => inChunks(pieces(source)),
} as const satisfies Exporter

async function* pieces(source: ProjectSource): AsyncGenerator<string, void> {
  const { columns, rowsOf } = csvTable(source)
  yield record(columns)
  for (const event of source.events) yield* joined(rowsOf({ event }, await source.coded(event.id)))
  for (const article of source.articles) yield* joined(rowsOf({ article }, await source.coded(article.id)))
}

// An asynchronous step for every row would take longer than the row.
function* joined(rows: Iterable<readonly Cell[]>): Generator<string, void> {
  let piece = ''
  for (const row of rows) {
    piece += record(row)
    if (piece.length < CHUNK) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

const record = (cells: readonly Cell[]): string => `${cells.map(quoted).join(',')}\r\n`

// Besides what RFC 4180 asks for: readers strip blanks at the ends and marks at the start unless they are quoted.
const inNeedOfQuotes = /[",\r\n\uFEFF]|^\s|\s$/

const quoted = (cell: Cell): string => (typeof cell === 'string' && inNeedOfQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : String(cell))
