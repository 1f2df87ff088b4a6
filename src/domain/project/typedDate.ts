import { isDate } from './dates'

const numbers = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/

/** A date as somebody types it, as a project keeps it; empty for nothing, null for what is no date or may be two. */
export function typedDate(typed: string): string | null {
  const text = typed.trim()
  if (isDate(text)) return text
  const [, a = '', b = '', year = ''] = numbers.exec(text) ?? []
  const [day, month] = Number(a) > 12 ? [a, b] : [b, a]
  // 03/04/2024 is one day here and another there.
  if (Number(day) <= 12 && a !== b) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return year !== '' && isDate(date) ? date : null
}

/** Says why what was typed was not taken. */
export const noDate = (typed: string): string =>
  `“${typed.trim()}” was not taken as a date. Write the day as 2023-09-13 or 13 September 2023, the month as 2023-09, the year as 2023; leave it empty when it is unknown.`
