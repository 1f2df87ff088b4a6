import { fold } from '../text/fold'
import { words } from '../text/segments'
import { alignWords, type Word } from './alignWords'
import type { Link, Place } from './parallel'
import { tells } from './tells'

/** Words of a place, in a row. */
export interface Wordy {
  readonly place: Place
  readonly text: string
  readonly words: readonly Word[]
}

/** A place beside the leading one: which of its words are which of the leader's. */
interface Row extends Wordy {
  /** Index of a word of the leader -> index of the same word here; both grow. */
  readonly own: ReadonlyMap<number, number>
  /** The leader's words that are here, in order. */
  readonly shared: readonly number[]
}

/** A stretch of the leader's words, half-open; empty where others have something between two of them. */
interface Stretch {
  from: number
  to: number
}

/** More words than this in place of others are another statement, not another wording. */
const LONGEST = 5
const MOST_WORDS = 400

/**
 * Lays the places of a passage in step, word by word beside the one that has most in common with the others.
 * @returns `slots`: for each point at which they differ the words of those places that reach over it, in the order of the
 * passage; a place that has nothing there is missing. `rows`: every place with all its words.
 */
export function inStep(places: readonly { readonly place: Place; readonly text: string }[], links: readonly Link[], language: string): { readonly rows: readonly Wordy[]; readonly slots: readonly (readonly Wordy[])[] } {
  const all = places.map(({ place, text }): Wordy => ({ place, text, words: words(text, place, language || 'en').slice(0, MOST_WORDS).map((span) => ({ ...span, key: fold(text.slice(span.start, span.end)).text })) }))
  const leader = leading(all)
  if (!leader) return { rows: all, slots: [] }
  const rows = all.map((one) => beside(leader, one, links))
  const slots = united(rows.flatMap(differing)).map((slot) => withNeighbour(rows, slot, leader))
  return { rows: all, slots: slots.map((slot) => rows.flatMap((row) => cut(row, slot) ?? [])) }
}

function leading(all: readonly Wordy[]): Wordy | undefined {
  const spread = new Map<string, number>()
  for (const { words: own } of all) for (const key of new Set(own.map((word) => word.key))) spread.set(key, (spread.get(key) ?? 0) + 1)
  const inCommon = ({ words: own }: Wordy): number => [...new Set(own.map(({ key }) => key))].reduce((sum, key) => sum + (spread.get(key) ?? 0) - 1, 0)
  return all.reduce<{ one: Wordy; much: number } | null>((best, one) => {
    const much = inCommon(one)
    return best && best.much >= much ? best : { one, much }
  }, null)?.one
}

function beside(leader: Wordy, one: Wordy, links: readonly Link[]): Row {
  const aligned = leader === one ? one.words.map((_, i) => [i, i] as const) : alignWords(leader, one, links)
  return { ...one, own: new Map(aligned), shared: aligned.map(([at]) => at) }
}

/** Where a place has other words between two that it shares with the leader, or none, or more. */
function differing({ own, shared }: Row): readonly Stretch[] {
  return shared.slice(1).flatMap((to, n) => {
    const before = shared[n] ?? 0
    const [there, here] = [to - before - 1, (own.get(to) ?? 0) - (own.get(before) ?? 0) - 1]
    return there + here > 0 && Math.max(there, here) <= LONGEST ? [{ from: before + 1, to }] : []
  })
}

function united(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = []
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = found.at(-1)
    if (last && (from < last.to || (from === last.to && (from === to || last.from === last.to)))) last.to = Math.max(last.to, to)
    else found.push({ from, to })
  }
  return found
}

/** The slot with the telling word after it, or before it, where all that reach over it have telling words on both sides of that seam. */
function withNeighbour(rows: readonly Row[], { from, to }: Stretch, leader: Wordy): Stretch {
  const over = rows.flatMap((row) => {
    const own = cut(row, { from, to })
    return own ? [{ row, words: own.words }] : []
  })
  if (over.some(({ words: own }) => own.filter(({ key }) => tells(key)).length > 1)) return { from, to }
  const joins = (at: number, seam: -1 | 0): boolean => tells(leader.words[at]?.key ?? '') && over.every(({ row, words: own }) => row.own.has(at) && tells(own.at(seam)?.key ?? ''))
  return joins(to, -1) ? { from, to: to + 1 } : joins(from - 1, 0) ? { from: from - 1, to } : { from, to }
}

/** The words a place has for a stretch of the leader's; null where it has none, or does not reach over it. */
function cut(row: Row, { from, to }: Stretch): Wordy | null {
  const { own, shared } = row
  const [before, after] = [own.get(from - 1), own.get(to)]
  const within = shared.filter((at) => at >= from && at < to)
  const [first, last] = [within[0], within.at(-1)]
  // A fragment may begin or end right here: then its own edge does for the word that is missing.
  const edge = (bound: number | undefined, none: boolean, offset: number): number | undefined => bound ?? (none ? offset : undefined)
  const start = before === undefined ? edge(undefined, !shared.some((at) => at < from), 0) : before + 1
  const end = edge(after, !shared.some((at) => at >= to), row.words.length)
  if (start === undefined || end === undefined || start >= end || (before === undefined && after === undefined && first === undefined)) return null
  // What begins or ends within the stretch says only part of it.
  if ((before === undefined && first !== undefined && first > from && start === own.get(first)) || (after === undefined && last !== undefined && last < to - 1 && end === (own.get(last) ?? 0) + 1)) return null
  return end - start > LONGEST + 1 ? null : { ...row, words: row.words.slice(start, end) }
}
