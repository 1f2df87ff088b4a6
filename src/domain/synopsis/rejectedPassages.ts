import type { Link, Place } from './parallel'
import { byFirst, placeOrder } from './placeOrder'
import { isSamePlace, type PlacedRuling } from './ruledPlaces'
import type { SharedPassage } from './sharedPassages'

/** What was said to say not the same: none of a group of its places is in a shared passage any more. */
export interface RejectedPassage {
  readonly id: string
  /** In the order of the shared passages' articles, then of the text. */
  readonly places: readonly Place[]
  /** What was found between places that were said to be apart. */
  readonly links: readonly Link[]
  readonly state: 'rejected'
}

/**
 * What a researcher rejected and may want back, in the order of the articles and their texts.
 * @param passages what `sharedPassages` makes of the same links and rulings
 */
export function rejectedPassages(links: readonly Link[], rulings: readonly PlacedRuling[], articles: readonly string[], passages: readonly SharedPassage[]): readonly RejectedPassage[] {
  const there = new Set(articles)
  const before = placeOrder(articles)
  const shared = byArticle(passages.flatMap(({ places }) => places))
  const gone = rulings.filter(({ ruling, groups }) => ruling.verdict === 'apart' && groups.length > 1
    && groups.some((group) => group.every((place) => there.has(place.article) && !shared.get(place.article)?.some((one) => isSamePlace(one, place)))))
  const ends = byArticle(gone.flatMap(({ ruling, groups }) => groups.flatMap((group, part) => group.map((place) => ({ ...place, ruling: ruling.id, part })))))
  const found = new Map<string, Link[]>(gone.map(({ ruling }) => [ruling.id, []]))
  for (const link of links) {
    const [from, to] = [link.a, link.b].map((end) => ends.get(end.article)?.filter((one) => isSamePlace(one, end)) ?? [])
    for (const id of new Set(from?.flatMap((a) => (to?.some((b) => b.ruling === a.ruling && b.part !== a.part) ? [a.ruling] : [])))) found.get(id)?.push(link)
  }
  return gone.map(({ ruling, groups }): RejectedPassage => {
    const places = groups.flat().filter(({ article }) => there.has(article)).sort(before)
    return { id: `rejected:${ruling.id}`, places, links: found.get(ruling.id) ?? [], state: 'rejected' }
  }).sort(byFirst(before))
}

function byArticle<T extends Place>(places: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>()
  for (const place of places) {
    const own = found.get(place.article)
    if (own) own.push(place)
    else found.set(place.article, [place])
  }
  return found
}
