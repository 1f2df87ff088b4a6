/** Numbers of formats that Excel knows by heart and that show dates or times of day (ECMA-376-1, 18.8.30), the East Asian ones too. */
const builtIn = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** Whether a number format shows a day or a time. @param code of a format of the file's own */
export function showsDate(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtIn.has(id)
  const [first = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';')
  // Hours beyond 24, as in [h]:mm, are a duration.
  if (/\[(h+|m+|s+)\]/i.test(first)) return false
  const plain = first.replace(/\[[^\]]*\]/g, '').replace(/s\.0+/gi, 's')
  return /[dmyhs]/i.test(plain) && !/[0#?]/.test(plain)
}

const DAY = 24 * 60 * 60 * 1000

/**
 * The day that a serial number stands for, as `2024-03-12`, with `10:30` or `10:30:15` after it where it has a time of
 * day, or only that. Day 60 of the system of 1900, its 29 February, never was (ECMA-376-1, 18.17.4.1): it, and what
 * no calendar of Excel holds, is undefined.
 */
export function excelDate(serial: number, since1904: boolean): string | undefined {
  if (!(serial >= 0 && serial < 2_958_466) || (!since1904 && Math.floor(serial) === 60)) return undefined
  const first = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  // Excel keeps times as shares of a day, a little off; to the second they are right.
  const written = new Date(first + Math.round(serial * DAY / 1000) * 1000).toISOString()
  const day = written.slice(0, 10), time = written.slice(11, 19)
  if (time === '00:00:00') return day
  const clock = time.endsWith(':00') ? time.slice(0, 5) : time
  return serial < 1 ? clock : `${day} ${clock}`
}
