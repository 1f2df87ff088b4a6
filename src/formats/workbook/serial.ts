const DAY = 24 * 60 * 60 * 1000
/** Before this day Excel counts a 29 February 1900 that never was, so that its days are others than the calendar's. */
const FIRST = Date.UTC(1900, 2, 1)
const ZERO = Date.UTC(1899, 11, 30)
const WHOLE_DAY = /^\d{4}-\d\d-\d\d$/

/** Days since 1900 as Excel counts them (ECMA-376-1, 18.17.4.1), of a day such as `2026-03-01`; undefined for what is no whole day or none it knows. */
export const serialDay = (date: string): number | undefined => (WHOLE_DAY.test(date) ? serialOf(date) : undefined)

/** The same of a time in UTC, with the time of day as a fraction. */
export const serialTime = (time: string): number | undefined => serialOf(time)

function serialOf(time: string): number | undefined {
  const ms = Date.parse(time)
  // A 31 June is read as the first of July.
  return ms >= FIRST && new Date(ms).toISOString().startsWith(time.slice(0, 10)) ? (ms - ZERO) / DAY : undefined
}
