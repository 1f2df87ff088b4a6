import type { ColumnMapping } from '../../domain/import/mapping'
import { writtenDate } from '../../domain/text/writtenDate'

type DateOrder = ColumnMapping['dates']

const time = /[T ,]+\d{1,2}[:.]\d{2}([:.]\d{2})?([.,]\d+)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/

/**
 * The day, month or year that a cell says, as a project keeps dates; undefined when it says none that is certain. The day
 * is the one that is written, whatever the time zone. `03/04/2024` is read as `order` says, unless a number above 12 leaves
 * only one reading; with full stops the day stands first (so in every locale of Unicode's CLDR that writes dates so).
 */
export function dateOf(cell: string, order: DateOrder): string | undefined {
  if (cell.length > 60) return undefined
  const text = cell.trim().replace(time, '')
  if (/^[12]\d{3}(-(0[1-9]|1[0-2]))?$/.test(text)) return text
  const packed = /^([12]\d{3})(\d{2})(\d{2})$/.exec(text)
  if (packed) return day(packed[1], packed[2], packed[3])
  const iso = yearFirst.exec(text)
  if (iso) return day(iso[1], iso[3], iso[4])
  const numbers = yearLast.exec(text)
  if (!numbers) return writtenDate(text) ?? writtenDate(cell)
  const known = certainOrder(numbers) ?? order ?? (numbers[2] === '.' ? 'day-first' : null)
  if (known === null) return undefined
  return known === 'day-first' ? day(numbers[4], numbers[3], numbers[1]) : day(numbers[4], numbers[1], numbers[3])
}

/** Whether a cell is nothing but a date, even if its order is unknown. */
export const looksLikeDate = (cell: string): boolean => dateOf(cell, 'day-first') !== undefined && !/^\s*\d{4}\s*$/.test(cell)

/** The order that a column's dates prove, by a number above 12; null where none does, or they contradict each other. */
export function orderShown(cells: Iterable<string>): DateOrder {
  const shown = new Set<DateOrder>()
  for (const cell of cells) {
    const numbers = cell.length > 60 ? null : yearLast.exec(cell.trim().replace(time, ''))
    const order = numbers && certainOrder(numbers)
    if (order) shown.add(order)
  }
  const [only = null, other] = shown
  return other === undefined ? only : null
}

function certainOrder(numbers: RegExpExecArray): DateOrder {
  const first = Number(numbers[1]), second = Number(numbers[3])
  if (first > 12 && second <= 12) return 'day-first'
  return second > 12 && first <= 12 ? 'month-first' : null
}

const day = (year = '', month = '', date = ''): string | undefined =>
  writtenDate(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
