import { monthPattern, weekdayPattern } from './monthNames'

// Sources of regular expressions, flags `iu`, with the groups `day`, `month` and `year`. They hold the forms in which
// day and month can't be mistaken for each other, so 13/09/2023 is none of them.
const wordEnd = '(?![\\p{L}\\p{M}])'
const month = `(?<month>${monthPattern})${wordEnd}\\.?`
const day = '(?<day>[0-2]?\\d|3[01])'
const year = '(?<year>[12]\\d{3})(?!\\d)'
const gap = '\\s{1,4}'

/** "18 September 2023", "1er octobre 2013", "5. Juli 2019", "18 de septiembre de 2023", "18-Sep-2023". */
const dayFirst = `${day}(?:st|nd|rd|th|er|[.ºª°])?(?:${gap}|-|(?<=\\.))(?:(?:of|de)${gap})?${month}(?:,?${gap}|-)(?:del?${gap})?${year}`

/** "September 18, 2023", "Sept. 18th 2023". */
const monthFirst = `${month}${gap}${day}(?:st|nd|rd|th)?(?:,\\s{0,4}|${gap})${year}`

/** "2023-09-18", "2023/09/18". */
const yearFirst = ['-', '/'].map((stroke) => `(?<year>[12]\\d{3})${stroke}(?<month>\\d\\d)${stroke}(?<day>\\d\\d)(?!\\d)`)

/** "September 2023", "septiembre de 2023". */
const monthOnly = `${month},?${gap}(?:del?${gap})?${year}`

/** "2023-09". */
const yearAndMonth = '(?<year>[12]\\d{3})-(?<month>\\d\\d)(?![-\\d])'

/** "Wednesday, the ", "Montag, den ", "jeudi ". */
const weekdayBefore = `(?:(?:${weekdayPattern})${wordEnd}[.,]{0,2}${gap})?(?:(?:the|le|den|el|il|op)${gap})?`

const wholeDays = [dayFirst, monthFirst, ...yearFirst]
const startingWith = (form: string): RegExp => new RegExp(`^${form}`, 'iu')

/** A whole day, with its weekday, at the beginning of a line. */
export const dayForms = wholeDays.map((form) => startingWith(weekdayBefore + form))

/** A month and year at the beginning of a line. */
export const monthForms = [monthOnly, yearAndMonth].map(startingWith)

/** A whole day, with its weekday, anywhere; numbers that go on to the left, such as 12–14 September 2023, are left alone. */
export const dayAnywhere = `(?<![\\p{L}\\p{N}./–-])${weekdayBefore}(?:${wholeDays.map((form) => form.replace(/\(\?<[a-z]+>/g, '(?:')).join('|')})`

const between = '[\\s,;|·–-]{0,4}'
const zone = '(?:\\s?(?:Uhr|uur|Z|GMT|UTC|BST|CES?T|MES?Z|[ECMP][SD]?T|IST|AES?T))?(?:\\s?[+-]\\d\\d:?\\d\\d)?'
const hour = '\\d{1,2}[:.h]\\d\\d(?:[:.]\\d\\d)?(?:\\.\\d{1,6})?(?:\\s?[ap]\\.?m\\.?)?|\\d{1,2}\\s?(?:[ap]\\.?m\\.?|Uhr|uur|h)'
const clock = `(?:T|(?:at|um|à|om|às|alle|a las)\\s)?(?<time>(?:${hour})${zone})(?![\\p{L}\\d])`
const edition = '(?:[^\\s.!?]{1,24} ){0,5}(?:edition|édition|ausgabe|edición|edizione|edição|editie)(?![\\p{L}\\p{M}])[^.!?]{0,40}'
const weekdayAfter = `(?:${between}(?:${weekdayPattern})${wordEnd}\\.?)?`

/** Weekday and time of day after a date, either may be absent; the group `left` is what follows them. */
export const dayAndTime = new RegExp(`^${weekdayAfter}(?:${between}${clock})?${between}(?<left>.*)$`, 'iu')

/** What may follow a date on its line: weekday, time of day, name of the edition. */
export const afterDate = new RegExp(`^${weekdayAfter}(?:${between}${clock})?(?:${between}${edition})?$`, 'iu')

/** "03/04/2024", "3.4.2024", "03-04-2024": which is the day has to be said. */
export const numeric = /^(?<first>\d{1,2})(?<stroke>[./-])(?<second>\d{1,2})\k<stroke>(?<year>[12]\d{3})(?!\d)/
