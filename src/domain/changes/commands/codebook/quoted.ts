import { splitsPair } from '../../../text/span'

const LONGEST_NAME = 60
const MOST_NAMES = 5

/** A name as it stands in a sentence: in quotation marks, and cut short when it is very long. */
export function quoted(name: string): string {
  if (name.length <= LONGEST_NAME) return `“${name}”`
  const cut = LONGEST_NAME - 1
  return `“${name.slice(0, splitsPair(name, cut) ? cut - 1 : cut)}…”`
}

/** Names as they stand in a sentence: `“a”, “b” and “c”`, or the first few and how many more. */
export const quotedAll = (names: readonly string[]): string =>
  together(names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES).map(quoted), `${names.length - MOST_NAMES} more`] : names.map(quoted))

/** Parts of a sentence in a row: `a, b and c`. */
export const together = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
