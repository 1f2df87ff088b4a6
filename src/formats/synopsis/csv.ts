import type { SynopsisSheet } from '../../domain/synopsis/sheet'
import { csvRecords } from '../export/csvRecord'
import { placeRows } from './places'

/** See `placeRows` for the columns and `csvRecord` for the dialect; an empty cell where there is nothing. */
export function* synopsisCsv(sheet: SynopsisSheet): Generator<string, void> {
  yield* csvRecords(mapped(placeRows(sheet)))
}

function* mapped(rows: ReturnType<typeof placeRows>) {
  for (const row of rows) yield row.map((cell) => cell ?? '')
}
