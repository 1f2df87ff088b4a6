import { CHUNK } from './chunks'

export type Cell = string | number

/**
 * One record of a CSV file: RFC 4180 with CRLF behind it, in the dialect that R's `read.csv` and Python's `csv` take
 * without options. Cells hold exactly what they are given, also where a spreadsheet would take them for a formula.
 */
export const csvRecord = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

// Besides what RFC 4180 asks for: readers strip blanks at the ends and marks at the start unless they are quoted.
const separating = /[",\r\n\uFEFF]/
const blank = /\s/

const isInNeedOfQuotes = (cell: string): boolean => separating.test(cell) || isBlank(cell, 0) || isBlank(cell, cell.length - 1)

/** Looks closer only at what can't be a plain letter or sign: most cells begin and end with one. */
function isBlank(cell: string, at: number): boolean {
  const unit = cell.charCodeAt(at)
  return (unit <= 32 || unit > 126) && blank.test(cell.charAt(at))
}

/** A cell as it stands in a record. */
export const csvCell = (cell: Cell): string => (typeof cell === 'string' && isInNeedOfQuotes(cell) ? `"${cell.replaceAll('"', '""')}"` : String(cell))

/** Many records in pieces of about a chunk: an asynchronous step for every record would take longer than the record. */
export function* csvRecords(rows: Iterable<readonly Cell[]>): Generator<string, void> {
  let piece = ''
  for (const row of rows) {
    piece += csvRecord(row)
    if (piece.length < CHUNK) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}
