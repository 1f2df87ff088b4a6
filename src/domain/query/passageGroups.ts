import type { Article } from '../project/article'
import type { PassageReason, PassageState } from '../project/passage'
import type { PassagePlace } from '../changes/commands/passages'
import { sayingOf } from '../text/lines'

/** Passages that say the same (see `sayingOf`) and are in the same state. */
export interface PassageGroup {
  /** What they say, which no other group does. */
  readonly saying: string
  /** The first one's words. */
  readonly quote: string
  readonly reason: PassageReason
  /** Where they stand, the articles of an outlet together. */
  readonly places: readonly PassagePlace[]
  /** How many there are by outlet, the most first. */
  readonly outlets: readonly (readonly [outlet: string, count: number])[]
}

// The same notice stands in thousands of articles.
const sayings = new Map<string, string>()
const MOST_KEPT = 20_000

function knownSaying(quote: string): string {
  const known = sayings.get(quote)
  if (known !== undefined) return known
  if (sayings.size >= MOST_KEPT) sayings.clear()
  const saying = sayingOf(quote)
  sayings.set(quote, saying)
  return saying
}

/** The passages of some articles that are in a state, those that say the same together, the most frequent first. */
export function passageGroups(articles: Iterable<Article>, state: PassageState): readonly PassageGroup[] {
  const groups = new Map<string, { quote: string; reason: PassageReason; by: Map<string, PassagePlace[]> }>()
  for (const { id, outlet, passages } of articles) {
    for (const one of passages) {
      if (one.state !== state) continue
      const saying = knownSaying(one.quote)
      let group = groups.get(saying)
      if (!group) groups.set(saying, (group = { quote: one.quote, reason: one.reason, by: new Map() }))
      const place = { article: id, start: one.start }
      const own = group.by.get(outlet)
      if (own) own.push(place)
      else group.by.set(outlet, [place])
    }
  }
  return [...groups].map(([saying, { quote, reason, by }]) => {
    const outlets = [...by].sort(([, a], [, b]) => b.length - a.length)
    return { saying, quote, reason, places: outlets.flatMap(([, own]) => own), outlets: outlets.map(([outlet, own]) => [outlet, own.length] as const) }
  }).sort((a, b) => b.places.length - a.places.length)
}
