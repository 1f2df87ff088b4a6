import type { Exporter } from './exporter'
import { parquetChunks } from './parquetChunks'
import { tableFiles, tableLosses, tableShapes } from './tables'

/** Tables in Apache Parquet, each column with its type: see `parquetType`. */
export const parquet: Exporter = {
  id: 'parquet',
  label: 'Parquet',
  about: 'For DuckDB, Arrow, Spark and others that take tables of any size: small files, every column with its type. No spreadsheet opens it.',
  shapes: tableShapes,
  extension: 'parquet',
  files: (source, order) => tableFiles(source, order, 'parquet', (table) => parquetChunks(table, [{ key: 'synoptic', value: JSON.stringify({ id: table.id, title: table.title, columns: table.columns }) }])),
  losses: tableLosses,
}
