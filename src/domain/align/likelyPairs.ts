import { daysOver, together, type DayRange } from './dayRange'
import type { Vector } from './vectors'
import { cosine } from './vectors'

/** By so many of its most telling words those that are like an article are looked for. */
const SOUGHT = 16

/** How many of these two articles share, at least, to be compared. */
const SHARED = 2

/** How many articles, the nearest before it by date, an article meets at a word. */
const MOST_MET = 20

/** Two articles that are alike, by their places in what was given. */
export interface Likely {
  readonly a: number
  readonly b: number
  readonly cosine: number
}

/** What pairs are looked for among. */
interface Dated {
  readonly vector: Vector
  /** When it was, or may have been; undefined when that is quite unknown. */
  readonly day: DayRange | undefined
}

interface Asked {
  /** The least cosine of a pair. */
  readonly least: number
  /** Articles farther apart than this are no pair. */
  readonly days: number
  /** Called for every article. */
  readonly tick: () => void
}

/**
 * Pairs with at least the likeness asked for, most alike first, found without comparing all with all: an article meets those
 * that have the same telling words and are near it in time.
 * @returns also how many pairs were compared, which grows with the number of articles and not with its square
 */
export function likelyPairs(articles: readonly Dated[], { least, days, tick }: Asked): { readonly pairs: readonly Likely[]; readonly comparisons: number } {
  const order = articles.map((_, i) => i).sort((i, k) => firstDay(articles[i]) - firstDay(articles[k]) || i - k)
  const holders = new Map<number, number[]>()
  const pairs: Likely[] = []
  let comparisons = 0
  for (const index of order) {
    const own = articles[index]
    if (!own) continue
    tick()
    const met = new Map<number, number>()
    for (const term of own.vector.strongest.slice(0, SOUGHT)) {
      const known = holders.get(term) ?? []
      holders.set(term, known)
      for (let at = known.length - 1, n = 0; at >= 0 && n < MOST_MET; at -= 1, n += 1) {
        const other = known[at] ?? 0
        const day = articles[other]?.day
        if (day && own.day && daysOver(together(day, own.day)) > days) break
        met.set(other, (met.get(other) ?? 0) + 1)
      }
      known.push(index)
    }
    for (const [other, shared] of met) {
      const vector = articles[other]?.vector
      if (shared < SHARED || !vector) continue
      comparisons += 1
      const alike = cosine(own.vector, vector)
      if (alike >= least) pairs.push({ a: Math.min(other, index), b: Math.max(other, index), cosine: alike })
    }
  }
  return { pairs: pairs.sort((x, y) => y.cosine - x.cosine || x.a - y.a || x.b - y.b), comparisons }
}

/** What is quite unknown comes last and so meets the rest whenever they were. */
const firstDay = (one: Dated | undefined): number => one?.day?.first ?? Number.MAX_SAFE_INTEGER
