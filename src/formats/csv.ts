import Papa from 'papaparse'
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
  run: (source) => inChunks(lines(source)),
} as const satisfies Exporter

async function* lines(source: ProjectSource): AsyncGenerator<string, void> {
  const { columns, rowsOf } = csvTable(source)
  yield written([columns])
  for (const article of source.articles) {
    const rows = rowsOf(article, await source.annotations(article.id))
    for (const batch of batches(rows)) yield written(batch)
  }
}

// One call per batch costs a fraction of one call per row; no batch is much longer than a chunk.
function* batches(rows: Iterable<Cell[]>): Generator<Cell[][], void> {
  let batch: Cell[][] = [], length = 0
  for (const row of rows) {
    batch.push(row)
    length += row.reduce<number>((sum, cell) => sum + String(cell).length, 0)
    if (length < CHUNK) continue
    yield batch
    batch = []
    length = 0
  }
  if (batch.length > 0) yield batch
}

const written = (rows: readonly (readonly Cell[])[]): string => `${Papa.unparse(rows as Cell[][], { newline: '\r\n' })}\r\n`
