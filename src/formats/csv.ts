import { inChunks } from './chunks'
import { csvRecord, csvRecords } from './csvRecord'
import { csvTable } from './csvTable'
import type { Exporter } from './exporter'
import type { ProjectSource } from './source'

/**
 * One row per annotation, or per span where an annotation has several without roles, in UTF-8 without a mark: see
 * `csvTable` for the columns and `csvRecord` for the dialect.
 */
export const csv = {
  id: 'csv',
  label: 'CSV, one row per annotation',
  extension: 'csv',
  suffix: '',
  run: (source) => inChunks(pieces(source)),
} as const satisfies Exporter

async function* pieces(source: ProjectSource): AsyncGenerator<string, void> {
  const { columns, rowsOf } = csvTable(source)
  yield csvRecord(columns)
  for (const event of source.events) yield* csvRecords(rowsOf({ event }, await source.coded(event.id)))
  for (const article of source.articles) yield* csvRecords(rowsOf({ article }, await source.coded(article.id)))
}
