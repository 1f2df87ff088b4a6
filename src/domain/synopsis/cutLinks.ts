import { overlaps, type Span } from '../text/span'
import { clipped } from './clipped'
import type { Link, Place, Run } from './parallel'
import { isSmallWord } from './smallWords'

/** As many words as a statement has at least, unless it is a quotation. */
const FEWEST_WORDS = 3
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu
/** What a clause ends with, and the white space after it. */
const CLAUSE_END = /[.,;:!?…—–"“”«»][\s"“”«»)\]]*/gu
const QUOTED = /["“”«»„]/u
/** A cut makes further ones on the other side of its link; more rounds than articles retell a statement are not needed. */
const MOST_ROUNDS = 4

/**
 * Cuts links that reach over several statements, where in one of their articles other links are about the one and about the
 * other: so that a long place makes not one shared passage of two. Cuts fall between clauses, and on the other side of a link
 * where the equal words say. What has not enough words by itself is not cut off.
 * @param textOf canonical texts at the versions that the links count in
 */
export function cutLinks(links: readonly Link[], textOf: (article: string) => string): readonly Link[] {
  let now = links
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const cuts = cutsIn(now, textOf)
    const next = now.flatMap((link) => parts(link, cuts, textOf))
    if (next.length === now.length) return now
    now = next
  }
  return now
}

type Cuts = ReadonlyMap<string, readonly number[]>

/** Article -> where its statements begin that links reach over, ascending. */
function cutsIn(links: readonly Link[], textOf: (article: string) => string): Cuts {
  const places = new Map<string, Map<string, Place>>()
  for (const { a, b, strong } of links) {
    if (!strong) continue
    for (const one of [a, b]) places.set(one.article, (places.get(one.article) ?? new Map<string, Place>()).set(`${one.start} ${one.end}`, one))
  }
  return new Map([...places].map(([article, own]) => {
    const text = textOf(article)
    const inOrder = [...own.values()].sort((a, b) => a.start - b.start || a.end - b.end)
    return [article, [...new Set(inOrder.flatMap((long, i) => cutsOf(long, within(inOrder, i), text)))].sort((a, b) => a - b)]
  }))
}

/** The places within a place, in order of their ends. */
function within(places: readonly Place[], at: number): readonly Place[] {
  const long = places[at]
  if (!long) return []
  const found: Place[] = []
  let from = at
  while (from > 0 && places[from - 1]?.start === long.start) from -= 1
  for (let i = from; (places[i]?.start ?? long.end) < long.end; i += 1) {
    const one = places[i]
    if (one && one !== long && one.end <= long.end) found.push(one)
  }
  return found.sort((a, b) => a.end - b.end)
}

/** Between places that follow each other in a longer one: the beginning of the last clause between them. */
function cutsOf(long: Place, places: readonly Place[], text: string): readonly number[] {
  const cuts: number[] = []
  let from = long.start
  for (;;) {
    const begun = from
    const first = places.find(({ start }) => start >= begun)
    const next = first && places.filter(({ start }) => start >= first.end).reduce<Place | null>((best, one) => (best && best.start <= one.start ? best : one), null)
    if (!first || !next) return cuts
    const cut = clauseBetween(text, first.end, next.start)
    if (cut !== null) cuts.push(cut)
    from = next.start
  }
}

function clauseBetween(text: string, from: number, to: number): number | null {
  let last: number | null = null
  for (const { 0: end, index } of text.slice(from, to).matchAll(CLAUSE_END)) last = from + index + end.length
  return last
}

/** The runs word by word, so that they can be cut where they are not written alike. */
function byWord({ runs, ...link }: Link, textOf: (article: string) => string): Link {
  return { ...link, runs: runs.flatMap((run): readonly Run[] => {
    const [a, b] = [wordsIn(textOf(link.a.article), run.a), wordsIn(textOf(link.b.article), run.b)]
    return run.a.end - run.a.start === run.b.end - run.b.start || a.length !== b.length ? [run] : a.flatMap((word, i) => (b[i] ? [{ a: word, b: b[i] }] : []))
  }) }
}

const wordsIn = (text: string, { start, end }: Span): readonly Span[] => Array.from(text.slice(start, end).matchAll(WORD), ({ 0: word, index }) => ({ start: start + index, end: start + index + word.length }))

function parts(link: Link, cuts: Cuts, textOf: (article: string) => string): readonly Link[] {
  for (const side of ['a', 'b'] as const) {
    const place = link[side]
    for (const cut of cuts.get(place.article) ?? []) {
      if (cut <= place.start || cut >= place.end) continue
      const apart = byWord(link, textOf)
      const [before, after] = [[place.start, cut], [cut, place.end]].map(([start = 0, end = 0]) => part(apart, side, { start, end }))
      if (before && after && !overlaps(before[other(side)], after[other(side)]) && [before, after].every((one) => isEnough(one.a, textOf) && isEnough(one.b, textOf))) return [before, ...parts(after, cuts, textOf)]
    }
  }
  return [link]
}

const other = (side: 'a' | 'b'): 'a' | 'b' => (side === 'a' ? 'b' : 'a')
const everywhere: Span = { start: 0, end: Infinity }

/** What of a link lies within a stretch of one side: on the other side, from the first to the last of the words equal to it. */
function part(link: Link, side: 'a' | 'b', stretch: Span): Link | null {
  const cut = side === 'a' ? clipped(link, stretch, everywhere) : clipped(link, everywhere, stretch)
  const [first, last] = [cut.runs[0], cut.runs.at(-1)]
  if (!first || !last) return null
  const { start: from, end: to } = link[other(side)]
  const [beginning, ending] = [stretch.start <= link[side].start, stretch.end >= link[side].end]
  const far = { article: link[other(side)].article, start: beginning ? from : first[other(side)].start, end: ending ? to : last[other(side)].end }
  const near = { article: link[side].article, start: beginning ? link[side].start : first[side].start, end: ending ? link[side].end : last[side].end }
  return side === 'a' ? { ...cut, a: near, b: far } : { ...cut, a: far, b: near }
}

function isEnough({ article, start, end }: Place, textOf: (article: string) => string): boolean {
  const text = textOf(article)
  const words = text.slice(start, end).match(WORD) ?? []
  const quoted = QUOTED.test(text.slice(Math.max(0, start - 1), start)) && QUOTED.test(text.slice(Math.max(start, end - 1), end + 2))
  return (quoted || words.length >= FEWEST_WORDS) && words.some((word) => !isSmallWord(word.toLowerCase()))
}
