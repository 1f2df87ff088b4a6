import { writtenDate } from '../text/writtenDate'
import { isDate } from './dates'

/** A date as somebody types it, in any form that `writtenDate` reads, as a project keeps it; empty for nothing, null for what is no date or may be two, as 03/04/2024. */
export function typedDate(typed: string): string | null {
  const text = typed.trim()
  if (isDate(text)) return text
  const dayFirst = writtenDate(text, 'day-first')
  const monthFirst = writtenDate(text, 'month-first')
  return dayFirst === undefined || monthFirst === undefined || dayFirst === monthFirst ? dayFirst ?? monthFirst ?? null : null
}

/** Says why what was typed was not taken. */
export const noDate = (typed: string): string =>
  `“${typed.trim()}” was not taken as a date. Write the day as 2023-09-13 or 13 September 2023, the month as 2023-09, the year as 2023; leave it empty when it is unknown.`
