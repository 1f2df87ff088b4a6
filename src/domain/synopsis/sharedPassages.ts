import { overlaps } from '../text/span'
import { clipped } from './clipped'
import { HeldGroups } from './heldGroups'
import type { Link, LinkKind, Place } from './parallel'
import { latestRuling, ruledPairs, type PlacedRuling } from './ruledPlaces'
import { Sites, type Site } from './sites'
import { TiedGroups } from './tiedGroups'

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
  /** `confirmed` by a researcher; else `strong`, or only `suggested` by weak links. */
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
  const rank = new Map(articles.map((id, i) => [id, i]))
  const before = (a: Place, b: Place): number => (rank.get(a.article) ?? 0) - (rank.get(b.article) ?? 0) || a.start - b.start || a.end - b.end
  const own = links.filter(({ a, b }) => rank.has(a.article) && rank.has(b.article))
  const ruled = rulings.flatMap(({ ruling, groups }) => (ruling.verdict === 'together' ? groups.flat() : [])).filter(({ article }) => rank.has(article))
  const sites = new Sites([ruled, placesOf(own, true), placesOf(own, false)])
  const groups = new HeldGroups(sites.all.length)
  rule(groups, sites, rulings)
  const held = sites.all.map(({ index }) => (groups.isHeld(index) ? groups.leaderOf(index) : null))
  const ties = tiesOf(own, sites)
  joinFound(groups, sites, ties, new Set(held.flatMap((one, i) => (one === null ? [] : [i]))))

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
    const [fixed = null] = all.flatMap(({ index }) => held[index] ?? [])
    const united = [...new Set(homes.values())]
    return {
      id: idOf(united), places: united, links: within, kind: kindOf(within), strength: within.length === 0 ? 1 : Math.max(...within.map(({ strength }) => strength)),
      state: fixed !== null && all.every(({ index }) => held[index] === fixed) ? 'confirmed' : fixed !== null || within.some(({ strong }) => strong) ? 'strong' : 'suggested',
    }
  }).sort((a, b) => (a.places[0] && b.places[0] ? before(a.places[0], b.places[0]) : 0))
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

/** All links between the same two sites, of which `a` is in the article whose id comes first. */
interface Tie {
  readonly a: Site
  readonly b: Site
  /** `turned`: its `b` is at the site `a`. */
  readonly links: { readonly link: Link; readonly turned: boolean }[]
  /** Of the strongest of the strong links, or of the others where none is. */
  strength: number
  strong: boolean
}

/** Strong ones first, then by strength, then by where they are. */
function tiesOf(links: readonly Link[], sites: Sites): readonly Tie[] {
  const ties = new Map<number, Tie>()
  for (const link of links) {
    const [p, q] = [sites.of(link.a), sites.of(link.b)]
    if (!p || !q) continue
    const turned = link.a.article > link.b.article
    const [a, b] = turned ? [q, p] : [p, q]
    const key = a.index * sites.all.length + b.index
    const tie = ties.get(key)
    if (!tie) ties.set(key, { a, b, links: [{ link, turned }], strength: link.strength, strong: link.strong })
    else {
      tie.links.push({ link, turned })
      if (link.strong === tie.strong) tie.strength = Math.max(tie.strength, link.strength)
      else if (link.strong) [tie.strong, tie.strength] = [true, link.strength]
    }
  }
  const order = new Map([...sites.all].sort(inText).map(({ index }, i) => [index, i]))
  const at = ({ index }: Site): number => order.get(index) ?? 0
  return [...ties.values()].sort((x, y) => Number(y.strong) - Number(x.strong) || y.strength - x.strength || at(x.a) - at(y.a) || at(x.b) - at(y.b))
}

const inText = (a: Place, b: Place): number => (a.article === b.article ? a.start - b.start || a.end - b.end : a.article < b.article ? -1 : 1)

/** @param held indexes of the sites that rulings hold in a group */
function joinFound(groups: HeldGroups, sites: Sites, ties: readonly Tie[], held: ReadonlySet<number>): void {
  const firm = new Set(held)
  const strong = ties.filter((tie) => tie.strong)
  const tied = new TiedGroups(sites.all.map(({ article }) => article), groups, strong.map(({ a, b }) => [a.index, b.index]))
  for (const { a, b } of strong) {
    tied.join(a.index, b.index)
    firm.add(a.index).add(b.index)
  }
  const added = new Set<number>()
  const weak = ties.filter((tie) => !tie.strong)
  for (const { a, b } of weak) {
    if (firm.has(a.index) === firm.has(b.index)) continue
    const [to, single] = firm.has(a.index) ? [a, b] : [b, a]
    if (!added.has(single.index) && groups.join(to.index, single.index)) added.add(single.index)
  }
  for (const { a, b } of weak) if (![a, b].some(({ index }) => firm.has(index) || added.has(index))) groups.join(a.index, b.index)
}

/** A tie's links as far as they lie in the places that its sites became a part of, in the order of the text. */
function inside({ a, b, links }: Tie, homes: ReadonlyMap<Site, Place>): readonly Link[] {
  const [p, q] = [homes.get(a) ?? a, homes.get(b) ?? b]
  const found = links.map(({ link, turned }) => (turned ? clipped(link, q, p) : clipped(link, p, q)))
  return found.length === 1 ? found : found.sort((x, y) => inText(x.a, y.a) || inText(x.b, y.b) || y.strength - x.strength || (x.kind < y.kind ? -1 : 1))
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
