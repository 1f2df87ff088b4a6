import { afterDate, dayAndTime, dayAnywhere, dayForms, monthForms, numeric } from './datePatterns'
import { monthNumber } from './monthNames'

/** Longer lines are no dates, whatever they begin with. */
const LONGEST_DATE_LINE = 120

/** How numbers alone, as in `03/04/2024`, are to be read; null while nobody has said. */
export type DateOrder = 'day-first' | 'month-first' | null

/**
 * The date that a line is nothing but, perhaps with weekday, time and edition after it, as `2023-09-18`, or `2023-09`
 * where the line gives only that: from the spelling of a month in en, fr, de, es, it, pt, nl, or year first ("Monday,
 * September 18, 2023", "5. Juli 2019", "2023-09-18T10:00Z"). Undefined for anything else, for days that never were,
 * and for numbers alone unless `order` says how to read them.
 */
export function writtenDate(line: string, order: DateOrder = null): string | undefined {
  const start = leadingDate(line, order)
  return start && afterDate.test(start.rest) ? start.date : undefined
}

/** A line that begins with a date: the date as `writtenDate` gives it, and what follows, one space for any white space. */
export function leadingDate(line: string, order: DateOrder = null): { readonly date: string; readonly rest: string } | undefined {
  if (line.length > LONGEST_DATE_LINE || !/\d/.test(line)) return undefined
  const plain = line.replace(/\s+/g, ' ').trim()
  for (const form of [...dayForms, ...monthForms, numeric]) {
    const match = form.exec(plain)
    const date = match?.groups && dateOf(match.groups, order)
    if (date !== undefined) return { date, rest: plain.slice(match?.[0].length) }
  }
  return undefined
}

/** What follows a date, such as ", Monday 9:20 AM GMT, Late Edition": the time of day, and what is left after weekday and time. */
export function timeAfterDate(rest: string): { readonly time: string; readonly left: string } {
  const { time = '', left = '' } = dayAndTime.exec(rest.slice(0, LONGEST_DATE_LINE))?.groups ?? {}
  return { time, left }
}

/** A day that is named inside a text. */
export interface DateInText {
  /** As `2023-09-18`. */
  readonly date: string
  /** UTF-16 offsets, half-open. */
  readonly start: number
  readonly end: number
}

/** The first days that a text names, in its order, `limit` of them at most; months and years alone are not among them. */
export function datesIn(text: string, limit: number): DateInText[] {
  const found: DateInText[] = []
  if (limit < 1) return found
  for (const match of text.matchAll(new RegExp(dayAnywhere, 'giu'))) {
    const date = leadingDate(match[0])?.date
    if (date !== undefined) found.push({ date, start: match.index, end: match.index + match[0].length })
    if (found.length === limit) break
  }
  return found
}

function dateOf(groups: Readonly<Record<string, string | undefined>>, order: DateOrder): string | undefined {
  const { day, month = '', year, first, second } = groups
  if (first !== undefined) {
    if (order === null) return undefined
    return isoDay(Number(year), Number(order === 'day-first' ? second : first), Number(order === 'day-first' ? first : second))
  }
  const number = /^\d/.test(month) ? Number(month) : monthNumber(month) ?? 0
  return day === undefined ? isoDay(Number(year), number, 1)?.slice(0, 7) : isoDay(Number(year), number, Number(day))
}

function isoDay(y: number, m: number, d: number): string | undefined {
  const date = new Date(Date.UTC(y, m - 1, d))
  const exists = y >= 1000 && date.getUTCMonth() === m - 1 && date.getUTCDate() === d
  return exists ? date.toISOString().slice(0, 10) : undefined
}
