import { isDate } from '../domain/project/dates'
import { writtenDate } from '../domain/text/writtenDate'

/**
 * The date that a field for it gives, as a project keeps dates: written out, ISO 8601 with or without a time, or only a
 * year or month; empty for anything else. A day is that of the time zone it is given in: the paper's, not ours.
 */
export function statedDate(value: string): string {
  const plain = value.trim()
  const day = writtenDate(/^\d{4}-\d{2}-\d{2}(?=[T ]\d)/.exec(plain)?.[0] ?? plain)
  return day ?? (plain.length < 10 && isDate(plain) ? plain : '')
}
