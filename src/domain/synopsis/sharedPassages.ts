import { overlaps } from '../text/span'
import { HeldGroups } from './heldGroups'
import type { Link, LinkKind, Place } from './parallel'
import { byFirst, inText, placeOrder } from './placeOrder'
import { latestRuling, ruledPairs, type PlacedRuling } from './ruledPlaces'
import { Sites, type Site } from './sites'
import { inside, joinFound, tiesOf, type Tie } from './ties'

/** A statement that several articles of an event have, each in its words. */
export interface SharedPassage {
  /** The same as long as its first place is. */
  readonly id: string
  /** In the order of the articles given, then of the text; none overlap. */
  readonly places: readonly Place[]
  /** What it was put together from, as far as it lies within the places; empty where only rulings hold it together. */
  readonly links: readonly Link[]
  /** `identical` only where all its links are. */
  readonly kind: LinkKind
  /** From 0 to 1: that of its strongest link; 1 where only rulings hold it together. */
  readonly strength: number
  /** `confirmed` where a researcher said of two places or more that they are one, also when others were found to say the same since; else `strong`, or only `suggested` by weak links. */
  readonly state: 'confirmed' | 'strong' | 'suggested'
}

/**
 * Groups links into shared passages, as far as the rulings let them. Rulings come first, the later before the earlier; then
 * strong links, the strongest first, which never make one of two passages that rulings hold together, and only with many others
 * one that has an article twice; at last suggestions, which give single places to a passage or make passages of their own. The order of links makes no difference.
 * @param rulings on the event of these links
 * @param articles ids in the order of choice; what lies in others counts for nothing
 * @returns in the order of the articles and their texts
 */
export function sharedPassages(links: readonly Link[], rulings: readonly PlacedRuling[], articles: readonly string[]): readonly SharedPassage[] {
  const there = new Set(articles)
  const before = placeOrder(articles)
  const own = links.filter(({ a, b }) => there.has(a.article) && there.has(b.article))
  const ruled = rulings.flatMap(({ ruling, groups }) => (ruling.verdict === 'together' ? groups.flat() : [])).filter(({ article }) => there.has(article))
  const sites = new Sites([ruled, placesOf(own, true), placesOf(own, false)])
  const groups = new HeldGroups(sites.all.length)
  rule(groups, sites, rulings)
  const held = new Set(sites.all.flatMap(({ index }) => (groups.isHeld(index) ? [index] : [])))
  const ties = tiesOf(own, sites)
  joinFound(groups, sites, ties, held)

  const members = new Map<number, { readonly sites: Site[]; readonly ties: Tie[] }>()
  for (const site of sites.all) {
    const leader = groups.leaderOf(site.index)
    const group = members.get(leader)
    if (group) group.sites.push(site)
    else members.set(leader, { sites: [site], ties: [] })
  }
  for (const tie of ties) if (groups.leaderOf(tie.a.index) === groups.leaderOf(tie.b.index)) members.get(groups.leaderOf(tie.a.index))?.ties.push(tie)
  return [...members.values()].filter(({ sites: all }) => all.some(({ article }) => article !== all[0]?.article)).map(({ sites: all, ties: found }): SharedPassage => {
    const homes = unite(all.sort(before))
    const within = found.sort((x, y) => before(x.a, y.a) || before(x.b, y.b)).flatMap((tie) => inside(tie, homes))
    const united = [...new Set(homes.values())]
    return {
      id: idOf(united), places: united, links: within, kind: kindOf(within), strength: within.length === 0 ? 1 : Math.max(...within.map(({ strength }) => strength)),
      state: all.some(({ index }) => held.has(index)) ? 'confirmed' : within.some(({ strong }) => strong) ? 'strong' : 'suggested',
    }
  }).sort(byFirst(before))
}

function kindOf(links: readonly Link[]): LinkKind {
  const kinds = new Set(links.map(({ kind }) => kind))
  if (kinds.size === 1 && kinds.has('identical')) return 'identical'
  return kinds.has('quotation') ? 'quotation' : 'wording'
}

function* placesOf(links: readonly Link[], strong: boolean): Iterable<Place> {
  for (const link of links) {
    if (link.strong !== strong) continue
    yield link.a
    yield link.b
  }
}

/** Later rulings come first: what contradicts them, also by way of other places, counts for nothing. */
function rule(groups: HeldGroups, sites: Sites, rulings: readonly PlacedRuling[]): void {
  for (const one of [...rulings].sort(latestRuling)) {
    const { verdict } = one.ruling
    for (const [p, q] of ruledPairs({ verdict, groups: one.groups })) {
      const [a, b] = verdict === 'together' ? [sites.of(p), sites.of(q)].map((site) => (site ? [site] : [])) : [sites.like(p), sites.like(q)]
      for (const x of a ?? []) for (const y of b ?? []) if (verdict === 'together') groups.join(x.index, y.index)
      else groups.keepApart(x.index, y.index)
    }
  }
  const sizes = new Map<number, number>()
  for (const { index } of sites.all) sizes.set(groups.leaderOf(index), (sizes.get(groups.leaderOf(index)) ?? 0) + 1)
  for (const [leader, size] of sizes) if (size > 1) groups.hold(leader)
}

/** Of the first place by article's id, so that another order of articles makes no difference. */
const idOf = (united: readonly Place[]): string => {
  const first = united.reduce((best, one) => (inText(one, best) < 0 ? one : best), united[0] ?? { article: '', start: 0, end: 0 })
  return `${first.article}:${first.start}`
}

/** Sites in order -> the place each is or is a part of. */
function unite(sites: readonly Site[]): ReadonlyMap<Site, Place> {
  const homes = new Map<Site, Place>()
  let open: Site[] = []
  for (const site of sites) {
    const last = open[0] && homes.get(open[0])
    const joins = last?.article === site.article && overlaps(last, site)
    const place = { article: site.article, start: joins ? last.start : site.start, end: joins ? Math.max(last.end, site.end) : site.end }
    open = joins ? [...open, site] : [site]
    for (const one of open) homes.set(one, place)
  }
  return homes
}
