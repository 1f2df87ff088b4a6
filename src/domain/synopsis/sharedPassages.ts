import { overlaps } from '../text/span'
import type { Link, LinkKind, Place } from './parallel'
import type { PlacedRuling } from './ruledPlaces'

/** A statement that several articles of an event have, each in its words. */
export interface SharedPassage {
  /** The same as long as its first place is. */
  readonly id: string
  /** In the order of the articles given, then of the text; none overlap. */
  readonly places: readonly Place[]
  /** What it was put together from. */
  readonly links: readonly Link[]
  readonly kind: LinkKind
  /** From 0 to 1: that of its strongest link. */
  readonly strength: number
  /** `confirmed` by a researcher; else `strong`, or only `suggested` by weak links. */
  readonly state: 'confirmed' | 'strong' | 'suggested'
}

/** What was said to say not the same, as far as its places are in no shared passage any more. */
export interface RejectedPassage extends Pick<SharedPassage, 'id' | 'places' | 'links'> {
  readonly state: 'rejected'
}

export const rejectedPassages = (_links: readonly Link[], _rulings: readonly PlacedRuling[], _articles: readonly string[]): readonly RejectedPassage[] => []

/**
 * Groups links into shared passages, as far as the rulings let them.
 * @param articles ids in the order of choice
 * @returns in the order of the articles and their texts
 */
export function sharedPassages(links: readonly Link[], _rulings: readonly PlacedRuling[], articles: readonly string[]): readonly SharedPassage[] {
  const groups: { places: Place[]; links: Link[] }[] = []
  for (const link of links) {
    const touched = groups.filter(({ places }) => [link.a, link.b].some((place) => places.some((one) => one.article === place.article && overlaps(one, place))))
    const group = { places: [...touched.flatMap(({ places }) => places), link.a, link.b], links: [...touched.flatMap((one) => one.links), link] }
    for (const one of touched) groups.splice(groups.indexOf(one), 1)
    groups.push(group)
  }
  const rank = new Map(articles.map((id, i) => [id, i]))
  const before = (a: Place, b: Place): number => (rank.get(a.article) ?? 0) - (rank.get(b.article) ?? 0) || a.start - b.start
  return groups.map(({ places, links: own }): SharedPassage => {
    const united = unite([...places].sort(before))
    const strongest = own.reduce((best, one) => (one.strength > best.strength ? one : best))
    return { id: idOf(united), places: united, links: own, kind: strongest.kind, strength: strongest.strength, state: own.some(({ strong }) => strong) ? 'strong' : 'suggested' }
  }).sort((a, b) => (a.places[0] && b.places[0] ? before(a.places[0], b.places[0]) : 0))
}

const idOf = ([first]: readonly Place[]): string => (first ? `${first.article}:${first.start}` : '')

function unite(places: readonly Place[]): readonly Place[] {
  const united: Place[] = []
  for (const place of places) {
    const last = united.at(-1)
    if (last?.article === place.article && overlaps(last, place)) united[united.length - 1] = { ...last, end: Math.max(last.end, place.end) }
    else united.push(place)
  }
  return united
}
