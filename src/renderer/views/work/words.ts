import type { OffsetBreaks, OffsetReading, OffsetScore, OffsetUnit } from '../../../domain/text/offsets'

export const counted = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

const units: Readonly<Record<OffsetUnit, string>> = {
  'code-point': 'characters, each emoji as one', utf16: 'UTF-16 units, an emoji as two', 'utf8-byte': 'bytes, “ä” as two and an emoji as four',
}
const breaks: Readonly<Record<OffsetBreaks, string>> = {
  'as-is': 'line ends as the file has them', lf: 'each line end as one', crlf: 'each line end as two',
}

/** What positions count, in words that stand after "counted in". */
export const readingWords = ({ unit, breaks: ends }: OffsetReading): string => `${units[unit]}; ${breaks[ends]}`

/** How well it fits, in a sentence. */
export function scoreWords({ score, compared, against }: OffsetScore): string {
  if (compared === 0) return 'There is nothing to judge it by.'
  const fits = Math.round(score * compared)
  const share = `${fits.toLocaleString('en')} of ${counted(compared, 'position')} (${percent(score)})`
  const [gives, falls] = compared === 1 ? ['gives', 'falls'] : ['give', 'fall']
  return against === 'words-stored' ? `${share} ${gives} the words that the file has there.` : `The file has no words to compare with. ${share} ${falls} on the bounds of words.`
}

/** Never 100% for what is not all. */
export function percent(share: number): string {
  const whole = Math.round(share * 100)
  return `${whole === 100 && share < 1 ? (Math.floor(share * 1000) / 10).toString() : whole.toString()}%`
}

export const readingKey = ({ unit, breaks: ends }: OffsetReading): string => `${unit} ${ends}`
