import { overlaps } from '../text/span'
import type { Word } from './alignWords'
import type { Place } from './parallel'

/** Words of a place, in a row. */
export interface Wordy {
  readonly place: Place
  readonly text: string
  readonly words: readonly Word[]
}

/** A place beside the leading one, with a few words before and after it. */
export interface Row extends Wordy {
  /** Index of a word of the leader -> index of the same word here; both grow. */
  readonly own: ReadonlyMap<number, number>
  /** The leader's words that are here, in order. */
  readonly shared: readonly number[]
}

/** A stretch of the leader's words, half-open. */
export interface Stretch {
  from: number
  to: number
}

/** More words than this in place of others are another statement, not another wording. */
export const LONGEST = 5

/** The words a place has for a stretch of the leader's; null where it has none, or does not reach over it. */
export function cut(row: Row, { from, to }: Stretch): Wordy | null {
  const { own, place } = row
  // A fragment may begin or end right here: then it has as many words as the leader, as far as it goes.
  const start = own.get(from) ?? after(own.get(from - 1)) ?? opening(row, from, to)
  const end = after(own.get(to - 1)) ?? own.get(to) ?? ending(row, from, to)
  if (start === null || end === null || end - start > LONGEST + 1) return null
  const phrase = inOnePiece(row.text, row.words.slice(start, end))
  return phrase.some((word) => overlaps(word, place)) ? { ...row, words: phrase } : null
}

const CLOSES = /[”»]|[.!?;:]\s/u
const OPENS = /[“„«"\n]/u

/** No phrase goes on over the end of a sentence or of a quotation: what stands before it counts, of what opens within it what stands behind. */
function inOnePiece(text: string, all: readonly Word[]): readonly Word[] {
  let from = 0
  for (const [i, word] of all.entries()) {
    const before = text.slice(all[i - 1]?.end ?? word.start, word.start)
    if (CLOSES.test(before)) return all.slice(from, i)
    if (OPENS.test(before)) from = i
  }
  return all.slice(from)
}

const after = (index: number | undefined): number | undefined => (index === undefined ? undefined : index + 1)

function opening({ own, shared, words: all, place }: Row, from: number, to: number): number | null {
  const [first] = shared
  if (first === undefined || first < from || first > to) return null
  return Math.max((own.get(first) ?? 0) - first + from, all.findIndex((word) => overlaps(word, place)))
}

function ending({ own, shared, words: all, place }: Row, from: number, to: number): number | null {
  const last = shared.at(-1)
  if (last === undefined || last >= to || last < from - 1) return null
  return Math.min((own.get(last) ?? 0) - last + to, all.filter((word) => word.start < place.end).length)
}
