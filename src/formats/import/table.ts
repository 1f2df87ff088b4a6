import { ImportRefusal } from './importer'
import { looksLikeDate } from './tableDate'

/** A table of articles, one a row, whatever file it came in. */
export interface Table {
  /** See `TableSample.columns`. */
  readonly columns: readonly string[]
  /** Read anew at each call, one after the other, so that a large table need not be held in memory. */
  readonly rows: () => Iterable<TableRow>
  /** What a researcher should know of the table, as sentences. */
  readonly notes: readonly string[]
}

export interface TableRow {
  /** One for each column. */
  readonly cells: readonly string[]
  /** What is wrong with the row, as sentences. */
  readonly notes: readonly string[]
}

/** More columns than any table of articles has; each costs in every row. */
export const MOST_COLUMNS = 1000

/** The table that rows make: the first one names the columns, unless it holds what no name is. */
export function tableOf(rows: () => Iterable<TableRow>, notes: readonly string[] = []): Table {
  const [first] = firstOf(rows(), 1)
  if (!first) throw new ImportRefusal('empty', 'the table has no rows')
  if (first.cells.length > MOST_COLUMNS) throw new ImportRefusal('too-costly', `the table has ${first.cells.length.toLocaleString('en-GB')} columns: remove those you don’t need and import it again`)
  const named = isHeader(first.cells)
  const columns = columnNames(named ? first.cells : first.cells.map(() => ''))
  return { columns, notes, rows: () => evenRows(rows(), columns.length, named) }
}

export function firstOf<T>(rows: Iterable<T>, count: number): T[] {
  const first: T[] = []
  for (const row of rows) {
    if (first.push(row) >= count) break
  }
  return first
}

/** Rows with a cell for each column. Those without anything in them are left out. */
function* evenRows(rows: Iterable<TableRow>, width: number, named: boolean): Generator<TableRow> {
  let number = 0
  for (const { cells, notes } of rows) {
    number += 1
    if ((named && number === 1) || cells.every((cell) => cell.trim() === '')) continue
    const more = cells.slice(width).some((cell) => cell.trim() !== '') ? [tooWide(number, cells.length, width)] : []
    yield { cells: Array.from({ length: width }, (_, i) => cells[i] ?? ''), notes: [...notes, ...more] }
  }
}

const tooWide = (number: number, cells: number, columns: number): string =>
  `Row ${number} of the table has ${cells} cells for ${columns} columns: what stands beyond the last column was left out. A quotation mark may be missing in it`

const LONGEST_NAME = 120

const isHeader = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.length <= LONGEST_NAME && !/^https?:\/\//i.test(cell) && !looksLikeDate(cell))

/**
 * Names for the columns, each once: nameless ones are called by their place, repeated ones are numbered. `__proto__`
 * counts as no name, since objects can't have it as a name like any other.
 */
export function columnNames(header: readonly string[]): string[] {
  const given = header.map((name) => name.replace(/\s+/g, ' ').trim()).map((name, i) => (name === '' || name === '__proto__' ? `column ${i + 1}` : name))
  const taken = new Set<string>(), all = new Set(given)
  return given.map((name) => {
    let own = name
    for (let number = 2; taken.has(own) || (own !== name && all.has(own)); number += 1) own = `${name} ${number}`
    taken.add(own)
    return own
  })
}
