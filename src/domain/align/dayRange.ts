/**
 * When something was, in days since 1970-01-01: not before `first` and not after `last`. Of several things together the other
 * way round: they reach at least from `last` to `first`, where that is later.
 */
export interface DayRange {
  readonly first: number
  readonly last: number
}

const MS_PER_DAY = 86_400_000

/** @param date as articles have them: `2023-09-13`, `2023-09`, `2023`. @returns undefined for an unknown one */
export function dayRange(date: string): DayRange | undefined {
  const [year = Number.NaN, month, day] = date === '' ? [] : date.split('-').map(Number)
  if (Number.isNaN(year)) return undefined
  const at = (m: number, d: number): number => Date.UTC(year, m, d) / MS_PER_DAY
  if (month === undefined) return { first: at(0, 1), last: at(11, 31) }
  return day === undefined ? { first: at(month - 1, 1), last: at(month, 0) } : { first: at(month - 1, day), last: at(month - 1, day) }
}

/** Both together. */
export const together = (a: DayRange, b: DayRange): DayRange => ({ first: Math.max(a.first, b.first), last: Math.min(a.last, b.last) })

/** How many days several things reach over at least; 0 where they may all have been on one. */
export const daysOver = ({ first, last }: DayRange): number => Math.max(0, first - last)
