import type { Column, ExportCell } from '../../../domain/exporting/column'
import { oneLine } from './script'
import { inBytes, spssName } from './spssNames'

/** A text of SPSS has no more bytes. */
const LONGEST_TEXT = 32_767

/** A column as SPSS has it; what its cells need is known when they have been written. */
export interface SpssColumn {
  readonly column: Column
  readonly name: string
  /** What stands in the file: no tab and no line end. */
  readonly write: (cell: ExportCell) => string
  readonly format: () => string
  /** Number -> label, where there are any. */
  readonly labels: () => readonly (readonly [number, string])[]
}

export function spssColumns(columns: readonly Column[]): readonly SpssColumn[] {
  const used = new Set<string>()
  return columns.map((column) => ({ column, name: spssName(column.name, used), ...kindOf(column) }))
}

const none = (): readonly [] => []
const numbers = (format: string, labels: SpssColumn['labels'] = none): Omit<SpssColumn, 'column' | 'name'> => ({ write: (cell) => (cell === null ? '' : String(Number(cell))), format: () => format, labels })

function kindOf({ type, level, values }: Column): Omit<SpssColumn, 'column' | 'name'> {
  const known = values?.flatMap(({ value, label }) => (typeof value === 'number' ? [[value, label] as const] : [])) ?? []
  switch (type) {
    case 'whole': return numbers('F12.0', () => known)
    case 'number': return numbers('F16.6', () => known)
    case 'yes-no': return numbers('F1.0', () => [[0, 'no'], [1, 'yes']])
    case 'time': return { write: (cell) => (typeof cell === 'string' ? moment(cell) : ''), format: () => 'DATETIME23.2', labels: none }
    // A date may be a year or a month alone.
    case 'date': return words()
    case 'text': return values !== null && level !== null ? choice(values) : words()
  }
}

/** A choice is the number of its place in the list; what is not among the values that are known comes behind them. */
function choice(known: NonNullable<Column['values']>): Omit<SpssColumn, 'column' | 'name'> {
  const places = new Map(known.map(({ value }, i) => [String(value), i + 1]))
  const labels = known.map(({ label }, i): readonly [number, string] => [i + 1, label])
  const placeOf = (value: string): number => {
    const found = places.get(value)
    if (found !== undefined) return found
    places.set(value, places.size + 1)
    labels.push([places.size, value])
    return places.size
  }
  return { write: (cell) => (cell === null || cell === '' ? '' : String(placeOf(String(cell)))), format: () => 'F5.0', labels: () => labels }
}

/** Texts as wide as the longest that was written. */
function words(): Omit<SpssColumn, 'column' | 'name'> {
  let width = 1
  return {
    write: (cell) => {
      const text = inOneCell(String(cell ?? ''))
      const written = text.length * 3 > LONGEST_TEXT ? inBytes(text, LONGEST_TEXT) : text
      width = Math.max(width, Buffer.byteLength(written))
      return written
    },
    format: () => `A${width}`, labels: none,
  }
}

const inOneCell = (text: string): string => (/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(text) ? oneLine(text.replace(/\p{Cs}/gu, '\uFFFD')) : text)

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

/** A time as every version reads it; empty for what is none. */
function moment(time: string): string {
  const date = new Date(time)
  if (Number.isNaN(date.getTime())) return ''
  const iso = date.toISOString()
  return `${iso.slice(8, 10)}-${months[date.getUTCMonth()] ?? ''}-${iso.slice(0, 4)} ${iso.slice(11, 22)}`
}
