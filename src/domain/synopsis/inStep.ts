import { fold } from '../text/fold'
import { paragraphs, words } from '../text/segments'
import { overlaps } from '../text/span'
import { alignWords, linksBetween, type Word } from './alignWords'
import type { Link, Place } from './parallel'
import { cut, LONGEST, type Row, type Stretch, type Wordy } from './slotWords'
import { tells } from './tells'

/** What is found to be shared may end within a phrase: so many words beside it are looked at as well. */
const BESIDE = 3
/** So much of a place's telling words another has to have, unless a link says that the two belong together. */
const ALIKE = 0.4
/** In UTF-16 units: enough for those words. */
const LOOKED_AT = 80
/** So many of the places over a slot have to agree on what stands beside it. */
const MOST = 0.75
const MOST_WORDS = 150
/** Places laid beside others, all leaders together. */
const MOST_ROWS = 120

/**
 * Lays the places of a passage in step, word by word beside one of them, in every way that promises something.
 * @returns `rows`: every place with its words. `ways`: for each place that others were laid beside, the points at which they
 * differ, in the order of the passage; and of each the words of those places that reach over it.
 */
export function inStep(places: readonly { readonly place: Place; readonly text: string }[], links: readonly Link[], language: string): { readonly rows: readonly Wordy[]; readonly ways: readonly (readonly (readonly Wordy[])[])[] } {
  const all = places.map((one) => ({ ...one, words: wordsOf(one.text, one.place, language || 'en') }))
  const between = linksBetween(links)
  return { rows: all.map((one) => ({ ...one, words: one.words.filter((word) => overlaps(word, one.place)) })), ways: leaders(all).map((leader) => slotsBeside(leader, all, (one) => between(leader.place.article, one.place.article))) }
}

function wordsOf(text: string, place: Place, language: string): readonly Word[] {
  // A statement goes on neither before nor after its paragraph.
  const around = paragraphs(text).filter((paragraph) => overlaps(paragraph, place))
  const [start, end] = [Math.max(around[0]?.start ?? 0, place.start - LOOKED_AT), Math.min(around.at(-1)?.end ?? place.end, place.end + LOOKED_AT)]
  const [before, within, after] = [{ start, end: place.start }, place, { start: place.end, end }].map((span) => words(text, span, language))
  return [...before?.slice(-BESIDE) ?? [], ...within?.slice(0, MOST_WORDS) ?? [], ...after?.slice(0, BESIDE) ?? []].map((span) => ({ ...span, key: fold(text.slice(span.start, span.end)).text }))
}

/** The places with most words that others have too; of those that say the same the first. */
function leaders(all: readonly Wordy[]): readonly Wordy[] {
  const spread = new Map<string, number>()
  for (const { words: own } of all) for (const key of new Set(own.map((word) => word.key))) spread.set(key, (spread.get(key) ?? 0) + 1)
  const inCommon = ({ words: own }: Wordy): number => [...new Set(own.map(({ key }) => key))].reduce((sum, key) => sum + (spread.get(key) ?? 0) - 1, 0)
  const different = new Map([...all].reverse().map((one) => [one.words.map(({ key }) => key).join(' '), one]))
  return [...different.values()].reverse().map((one) => ({ one, much: inCommon(one) })).sort((a, b) => b.much - a.much).slice(0, Math.max(2, Math.floor(MOST_ROWS / all.length))).map(({ one }) => one)
}

function slotsBeside(leader: Wordy, all: readonly Wordy[], linksTo: (one: Wordy) => readonly Link[]): readonly (readonly Wordy[])[] {
  const rows = all.flatMap((one): readonly Row[] => {
    const links = linksTo(one)
    const aligned = leader === one ? one.words.map((_, i) => [i, i] as const) : alignWords(leader, one, links)
    const row = { ...one, own: new Map(aligned), shared: aligned.map(([at]) => at) }
    return leader === one || linked(leader, one, links) || likeness(leader, row) >= ALIKE ? [row] : []
  })
  return united(rows.flatMap(differing)).map((slot) => withNeighbour(rows, slot, leader)).map((slot) => rows.flatMap((row) => cut(row, slot) ?? []))
}

/** In a passage put together of many links, two places may have nothing to do with each other. */
const linked = ({ place: one }: Wordy, { place: other }: Wordy, links: readonly Link[]): boolean =>
  links.some(({ a, b }) => (isIn(a, one) && isIn(b, other)) || (isIn(b, one) && isIn(a, other)))

const isIn = (one: Place, place: Place): boolean => one.article === place.article && overlaps(one, place)

/** Share of the telling words of the one with fewer that the other has in the same order. */
function likeness(leader: Wordy, { words: own, shared }: Row): number {
  const telling = (all: readonly Word[]): number => all.filter(({ key }) => tells(key)).length
  const both = shared.filter((at) => tells(leader.words[at]?.key ?? '')).length
  return both / Math.max(1, Math.min(telling(leader.words), telling(own)))
}

/** Where a place has other words between two that it shares with the leader. What it only adds there replaces nothing. */
function differing({ own, shared }: Row): readonly Stretch[] {
  return shared.slice(1).flatMap((to, n) => {
    const before = shared[n] ?? 0
    const [there, here] = [to - before - 1, (own.get(to) ?? 0) - (own.get(before) ?? 0) - 1]
    return there > 0 && here > 0 && Math.max(there, here) <= LONGEST ? [{ from: before + 1, to }] : []
  })
}

function united(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = []
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = found.at(-1)
    if (last && from < last.to) last.to = Math.max(last.to, to)
    else found.push({ from, to })
  }
  return found
}

/** The slot with the telling word after it, or before it, where most that reach over it have telling words on both sides of that seam. */
function withNeighbour(rows: readonly Row[], { from, to }: Stretch, leader: Wordy): Stretch {
  const over = rows.flatMap((row) => {
    const own = cut(row, { from, to })
    return own ? [{ row, words: own.words }] : []
  })
  const most = (test: (one: (typeof over)[number]) => boolean): boolean => over.filter(test).length >= MOST * over.length
  if (!most(({ words: own }) => own.filter(({ key }) => tells(key)).length <= 1)) return { from, to }
  const joins = (at: number, seam: -1 | 0): boolean => tells(leader.words[at]?.key ?? '') && most(({ row, words: own }) => row.own.has(at) && tells(own.at(seam)?.key ?? ''))
  return joins(to, -1) ? { from, to: to + 1 } : joins(from - 1, 0) ? { from: from - 1, to } : { from, to }
}
