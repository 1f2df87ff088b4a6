import { overlaps, type Span } from '../text/span'
import type { Link, Place } from './parallel'

/** A word and what it is compared by. */
export interface Word extends Span {
  readonly key: string
}

/** Numbers of two equal words, the one's and the other's. */
export type Aligned = readonly [number, number]

interface Side {
  readonly place: Place
  readonly words: readonly Word[]
}

/** Where more pairs of words than this lie between two that are aligned already, none of them is: it would take too long. */
const MOST_COMPARED = 1_000_000

/**
 * Aligns equal words of two places, in the order of both: the runs that links name first, the longer ones before the others,
 * then between them as many words as possible (a longest common subsequence).
 * @returns in order
 */
export function alignWords(a: Side, b: Side, links: readonly Link[]): readonly Aligned[] {
  const found: Aligned[] = []
  let [i, k] = [0, 0]
  for (const { x, y, length } of [...runsOf(a, b, links), { x: a.words.length, y: b.words.length, length: 0 }]) {
    for (const one of common(a.words, b.words, i, x, k, y)) found.push(one)
    for (let n = 0; n < length; n += 1) found.push([x + n, y + n])
    i = x + length
    k = y + length
  }
  return found
}

interface WordRun {
  readonly x: number
  readonly y: number
  readonly length: number
}

/** The links of a passage by the articles they are between, in either direction: of a wide one there are very many. */
export function linksBetween(links: readonly Link[]): (one: string, other: string) => readonly Link[] {
  const found = new Map<string, Link[]>()
  const add = (key: string, link: Link): void => {
    const known = found.get(key)
    if (known) known.push(link)
    else found.set(key, [link])
  }
  for (const link of links) {
    add(`${link.a.article} ${link.b.article}`, link)
    if (link.a.article !== link.b.article) add(`${link.b.article} ${link.a.article}`, link)
  }
  return (one, other) => found.get(`${one} ${other}`) ?? []
}

function runsOf(a: Side, b: Side, links: readonly Link[]): readonly WordRun[] {
  const between = links.flatMap((link): readonly { a: Span; b: Span }[] => {
    if (isIn(link.a, a.place) && isIn(link.b, b.place)) return link.runs
    return isIn(link.b, a.place) && isIn(link.a, b.place) ? link.runs.map((run) => ({ a: run.b, b: run.a })) : []
  })
  const runs = between.flatMap((run): readonly WordRun[] => {
    const [[x, own], [y, others]] = [numbers(a.words, run.a), numbers(b.words, run.b)]
    const same = own > 0 && own === others && a.words.slice(x, x + own).every(({ key }, n) => key === b.words[y + n]?.key)
    return same ? [{ x, y, length: own }] : []
  })
  const kept: WordRun[] = []
  for (const run of runs.sort((p, q) => q.length - p.length || p.x - q.x || p.y - q.y)) {
    if (kept.every((one) => (one.x + one.length <= run.x && one.y + one.length <= run.y) || (run.x + run.length <= one.x && run.y + run.length <= one.y))) kept.push(run)
  }
  return kept.sort((p, q) => p.x - q.x)
}

const isIn = (one: Place, place: Place): boolean => one.article === place.article && overlaps(one, place)

/** Number of the first word in the span, and how many are. */
function numbers(words: readonly Word[], span: Span): readonly [number, number] {
  const first = words.findIndex((word) => word.start >= span.start)
  if (first === -1) return [0, 0]
  const next = words.findIndex((word, i) => i >= first && word.end > span.end)
  return [first, (next === -1 ? words.length : next) - first]
}

function common(a: readonly Word[], b: readonly Word[], i: number, x: number, k: number, y: number): readonly Aligned[] {
  const found: Aligned[] = []
  const same = (p: number, q: number): boolean => a[p]?.key === b[q]?.key
  while (i < x && k < y && same(i, k)) found.push([i++, k++])
  const behind: Aligned[] = []
  while (i < x && k < y && same(x - 1, y - 1)) behind.push([--x, --y])
  const [rows, width] = [x - i, y - k + 1]
  if (rows * width <= MOST_COMPARED) {
    const best = new Uint32Array((rows + 1) * width)
    const at = (p: number, q: number): number => best[p * width + q] ?? 0
    for (let p = rows - 1; p >= 0; p -= 1) {
      for (let q = width - 2; q >= 0; q -= 1) best[p * width + q] = same(i + p, k + q) ? at(p + 1, q + 1) + 1 : Math.max(at(p + 1, q), at(p, q + 1))
    }
    for (let p = 0, q = 0; p < rows && q < width - 1;) {
      if (same(i + p, k + q)) found.push([i + p++, k + q++])
      else if (at(p + 1, q) >= at(p, q + 1)) p += 1
      else q += 1
    }
  }
  return found.concat(behind.reverse())
}
