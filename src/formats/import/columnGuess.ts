import { columnRoles, type ColumnMapping, type ColumnRole } from '../../domain/import/mapping'
import { countWords } from '../../domain/text/canonical'
import { nameRank } from './columnNames'
import { looksLikeDate, orderShown } from './tableDate'

/** What is known of a column from the first rows. */
interface Column {
  readonly name: string
  /** The cells that hold something. */
  readonly filled: readonly string[]
  /** Their mean length, in UTF-16 units. */
  readonly length: number
  readonly dates: boolean
  readonly addresses: boolean
  /** Data written as JSON. */
  readonly data: boolean
}

/** Headlines, names and the like are on average shorter than this, in UTF-16 units. */
const LONG = 400

/** What reads like prose has on average at least so many words. */
const PROSE_WORDS = 8

/** So many variables at most are proposed; one can choose more. */
const MOST_VARIABLES = 30

/** What columns probably mean, from their names and from what stands in them. @param rows with a cell for each column */
export function guessMapping(columns: readonly string[], rows: readonly (readonly string[])[]): ColumnMapping {
  const known = columns.map((name, i) => columnOf(name, rows.map((row) => row[i] ?? '')))
  const chosen = new Map<ColumnRole, Column>()
  const free = (one: Column): boolean => ![...chosen.values()].includes(one)
  const take = (role: ColumnRole, column: Column | undefined): void => { if (column) chosen.set(role, column) }

  take('date', named(known.filter((one) => one.dates || one.filled.length === 0), 'date') ?? known.find((one) => one.dates))
  take('url', named(known.filter((one) => one.addresses), 'url'))
  for (const role of columnRoles.filter((one) => !['text', 'date', 'url'].includes(one))) {
    take(role, named(known.filter((one) => free(one) && !one.addresses && fitsLine(one)), role))
  }
  take('text', textAmong(known.filter((one) => free(one) && !one.addresses && !one.dates && !one.data)))
  take('url', chosen.get('url') ?? known.find((one) => one.addresses))
  return {
    roles: Object.fromEntries([...chosen].map(([role, { name }]) => [role, name])),
    variables: known.filter((one) => free(one) && one.filled.length > 0 && one.length <= LONG && !one.data).slice(0, MOST_VARIABLES).map(({ name }) => name),
    dates: orderShown(chosen.get('date')?.filled ?? []),
  }
}

function columnOf(name: string, cells: readonly string[]): Column {
  const filled = cells.filter((cell) => cell.trim() !== '')
  const share = (test: (cell: string) => boolean): boolean => filled.length > 0 && filled.filter(test).length >= filled.length * 0.6
  return {
    name, filled,
    length: filled.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, filled.length),
    dates: share(looksLikeDate), addresses: share((cell) => /^\s*(https?:\/\/|www\.)\S+\s*$/i.test(cell)),
    data: share((cell) => /^\s*(\[\s*[[{"]|\{\s*")/.test(cell)),
  }
}

/** A headline, a name or the like is a line; what is much longer is something else that is called so. */
const fitsLine = (column: Column): boolean => column.length <= LONG

function named(columns: readonly Column[], role: ColumnRole): Column | undefined {
  const ranked = columns.flatMap((column) => {
    const rank = nameRank(column.name, role)
    return rank === undefined ? [] : [{ column, rank }]
  })
  return ranked.sort((a, b) => Number(a.column.filled.length === 0) - Number(b.column.filled.length === 0) || a.rank - b.rank)[0]?.column
}

/** The column that is called a text, unless another is by far longer: then the one is a summary and the other the text. */
function textAmong(columns: readonly Column[]): Column | undefined {
  const [longest] = columns.filter(isProse).sort((a, b) => b.length - a.length)
  const called = named(columns.filter((one) => one.filled.some((cell) => /\p{L}/u.test(cell))), 'text')
  return called && (!longest || called.length * 4 >= longest.length || longest.length < LONG) ? called : longest ?? named(columns, 'text')
}

function isProse({ filled }: Column): boolean {
  const words = filled.reduce((sum, cell) => sum + countWords(cell.slice(0, LONG)), 0)
  return filled.length > 0 && words >= PROSE_WORDS * filled.length
}
