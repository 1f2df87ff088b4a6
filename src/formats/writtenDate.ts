const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month = '(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?'
const weekday = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,? )?'
const day = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?'
const year = '(?<year>\\d{4})'

/** Forms in which day and month can't be mistaken for each other: 13/09/2023 is none of them. */
const forms = [
  new RegExp(`^${weekday}${month} ${day},? ${year}$`, 'i'),
  new RegExp(`^${weekday}${day} ${month},? ${year}$`, 'i'),
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/,
]

/**
 * The day that a line is nothing but, as `2023-09-18`, from English or ISO spelling ("September 18, 2023",
 * "Monday 18 Sept. 2023", "2023-09-18"); undefined for anything else and for days that never were.
 */
export function writtenDate(line: string): string | undefined {
  if (line.length > 40) return undefined
  for (const form of forms) {
    const groups = form.exec(line.replace(/\s+/g, ' ').trim())?.groups
    if (groups) return isoDay(Number(groups['year']), monthNumber(groups['month'] ?? ''), Number(groups['day']))
  }
  return undefined
}

const monthNumber = (name: string): number => (/^\d/.test(name) ? Number(name) : months.indexOf(name.slice(0, 3).toLowerCase()) + 1)

function isoDay(y: number, m: number, d: number): string | undefined {
  const date = new Date(Date.UTC(y, m - 1, d))
  const exists = y >= 1000 && date.getUTCMonth() === m - 1 && date.getUTCDate() === d
  return exists ? date.toISOString().slice(0, 10) : undefined
}
