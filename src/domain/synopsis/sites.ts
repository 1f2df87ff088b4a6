import type { Place } from './parallel'
import { isSamePlace } from './ruledPlaces'

/** A stretch of an article where one thing is said, as far as places that are the same are concerned. */
export interface Site extends Place {
  /** From 0, in the order of the tiers. */
  readonly index: number
  /** The tier it was made of. */
  readonly tier: number
}

/** What places are the same: those of an earlier tier say where a site is, and later ones only join it. */
export class Sites {
  readonly all: Site[] = []
  readonly #byArticle = new Map<string, Site[]>()
  readonly #byPlace = new Map<string, Map<number, Site>>()

  /** @param tiers the same sites come of any order of the places within a tier */
  constructor(tiers: readonly (Iterable<Place>)[]) {
    for (const [tier, places] of tiers.entries()) {
      for (const [article, own] of this.#fresh(places)) this.#place(article, own, tier)
      for (const own of this.#byArticle.values()) own.sort((a, b) => a.start - b.start || a.end - b.end)
    }
  }

  /** The site of a place that was among those given. */
  of(place: Place): Site | undefined {
    return this.#byPlace.get(place.article)?.get(keyOf(place))
  }

  /** All sites that a place is the same as, whether or not it was among those given. */
  like(place: Place): readonly Site[] {
    return (this.#byArticle.get(place.article) ?? []).filter((site) => isSamePlace(site, place))
  }

  /** Places that are not known yet, each once, by article and in the order of the text. */
  #fresh(places: Iterable<Place>): ReadonlyMap<string, Place[]> {
    const fresh = new Map<string, Map<number, Place>>()
    for (const place of places) {
      if (this.of(place)) continue
      const own = fresh.get(place.article) ?? new Map<number, Place>()
      fresh.set(place.article, own.set(keyOf(place), place))
    }
    return new Map([...fresh].map(([article, own]) => [article, [...own.values()].sort((a, b) => a.start - b.start || a.end - b.end)]))
  }

  #place(article: string, places: readonly Place[], tier: number): void {
    const earlier = this.#byArticle.get(article) ?? []
    const known = this.#byPlace.get(article) ?? new Map<number, Site>()
    this.#byPlace.set(article, known)
    const left = places.filter((place) => {
      const site = nearest(earlier, place)
      if (site) known.set(keyOf(place), site)
      return !site
    })
    for (const together of clusters(left)) {
      const site = { article, start: Math.min(...together.map(({ start }) => start)), end: Math.max(...together.map(({ end }) => end)), index: this.all.length, tier }
      this.all.push(site)
      earlier.push(site)
      for (const place of together) known.set(keyOf(place), site)
    }
    this.#byArticle.set(article, earlier)
  }
}

/** No text has so many characters. */
const LONGEST = 2 ** 26
const keyOf = ({ start, end }: Place): number => start * LONGEST + end

/** The site that a place is the same as; of several the one with which it has most in common. */
function nearest(sites: readonly Site[], place: Place): Site | undefined {
  let best: { readonly site: Site; readonly common: number } | undefined
  for (const site of sites) {
    if (site.start >= place.end) break
    const common = Math.min(site.end, place.end) - Math.max(site.start, place.start)
    if (common > (best?.common ?? 0) && isSamePlace(site, place)) best = { site, common }
  }
  return best?.site
}

/** Places of one article, in order, put together where they are the same, also by way of others. */
function clusters(places: readonly Place[]): readonly (readonly Place[])[] {
  const groups: Place[][] = []
  // Those a place may yet come to reach into.
  let open: { readonly place: Place; group: Place[] }[] = []
  for (const place of places) {
    open = open.filter((one) => one.place.end > place.start)
    let own: Place[] | undefined
    for (const one of open) {
      if (one.group === own || !isSamePlace(one.place, place)) continue
      if (own) own = absorb(own, one.group, open)
      else own = one.group
    }
    if (!own) {
      own = []
      groups.push(own)
    }
    own.push(place)
    open.push({ place, group: own })
  }
  return groups.filter((group) => group.length > 0)
}

function absorb(into: Place[], from: Place[], open: readonly { group: Place[] }[]): Place[] {
  into.push(...from)
  from.length = 0
  for (const one of open) if (one.group === from) one.group = into
  return into
}
