import { clipped } from './clipped'
import type { HeldGroups } from './heldGroups'
import type { Link, Place } from './parallel'
import { inText } from './placeOrder'
import type { Site, Sites } from './sites'
import { TiedGroups } from './tiedGroups'

/** All links between the same two sites, of which `a` is in the article whose id comes first. */
export interface Tie {
  readonly a: Site
  readonly b: Site
  /** `turned`: its `b` is at the site `a`. */
  readonly links: { readonly link: Link; readonly turned: boolean }[]
  /** Of the strongest of the strong links, or of the others where none is. */
  strength: number
  strong: boolean
}

/** What ties the sites of these links: strong ones first, then by strength, then by where they are. */
export function tiesOf(links: readonly Link[], sites: Sites): readonly Tie[] {
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

/**
 * Makes groups of what ties bring together, as `sharedPassages` says.
 * @param held indexes of the sites that rulings hold in a group
 */
export function joinFound(groups: HeldGroups, sites: Sites, ties: readonly Tie[], held: ReadonlySet<number>): void {
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
export function inside({ a, b, links }: Tie, homes: ReadonlyMap<Site, Place>): readonly Link[] {
  const [p, q] = [homes.get(a) ?? a, homes.get(b) ?? b]
  const found = links.map(({ link, turned }) => (turned ? clipped(link, q, p) : clipped(link, p, q)))
  return found.length === 1 ? found : found.sort((x, y) => inText(x.a, y.a) || inText(x.b, y.b) || y.strength - x.strength || (x.kind < y.kind ? -1 : 1))
}
