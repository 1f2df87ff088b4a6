import { csvRows } from './csvRows'

export interface CsvDialect {
  /** One character. */
  readonly delimiter: string
  /** Where the first row begins: after a line `sep=;`, which Excel writes and reads. UTF-16 offset. */
  readonly start: number
}

const delimiters = [',', ';', '\t', '|']

/** How much of a file is looked at, in UTF-16 units. */
const SAMPLE = 256 * 1024
const SAMPLE_ROWS = 100

/** How a text is divided into cells, from its first line if that says so, otherwise from what makes its rows alike; undefined when nothing does. */
export function csvDialect(text: string): CsvDialect | undefined {
  const said = /^"?sep=([^\n"])"?\n/i.exec(text.slice(0, 16))
  if (said?.[1] !== undefined) return { delimiter: said[1], start: said[0].length }
  const best = delimiters.map((delimiter) => ({ delimiter, ...likeness(text, delimiter) }))
    .reduce((one, other) => (other.share > one.share || (other.share === one.share && other.width > one.width) ? other : one))
  return best.width < 2 ? undefined : { delimiter: best.delimiter, start: 0 }
}

/** Number of cells in the first row, and the share of rows that have as many. */
export function likeness(text: string, delimiter: string): { readonly width: number; readonly rows: number; readonly share: number } {
  const widths: number[] = []
  for (const { cells } of csvRows(text.slice(0, SAMPLE), delimiter)) {
    widths.push(cells.length)
    if (widths.length === SAMPLE_ROWS) break
  }
  // The last row is cut off where the sample ends.
  if (text.length > SAMPLE && widths.length > 1 && widths.length < SAMPLE_ROWS) widths.pop()
  const width = widths[0] ?? 0
  return { width, rows: widths.length, share: width < 2 ? 0 : widths.filter((one) => one === width).length / widths.length }
}
