import type { Ruling } from '../project/ruling'
import { locate } from '../text/anchor'
import type { Place } from './parallel'

/** A ruling whose places stand in the texts as they are now; what can't be found is not among them. */
export interface PlacedRuling {
  readonly ruling: Ruling
  /** As in the ruling, without groups of which nothing is left. */
  readonly groups: readonly (readonly Place[])[]
}

/** The articles that rulings are to be placed in. */
export interface RuledTexts {
  /** The version of the text an article is at; null for one that is not among those compared. */
  readonly version: (article: string) => number | null
  /** Its canonical text, as far as it is at hand: it is asked for only where a ruling is about another version. */
  readonly text: (article: string) => string | undefined
}

/** Finds the places of rulings; those of another version by their words. What is not found stays in the ruling. */
export const placeRulings = (rulings: readonly Ruling[], { version, text }: RuledTexts): readonly PlacedRuling[] =>
  rulings.map((ruling) => ({
    ruling,
    groups: ruling.groups.map((group) => group.flatMap((one): Place[] => {
      const at = version(one.article)
      if (at === null) return []
      const now = at === one.version ? one : locate(text(one.article) ?? '', one)
      return now ? [{ article: one.article, start: now.start, end: now.end }] : []
    })).filter((group) => group.length > 0),
  }))

/** Ids of articles whose text is needed to place rulings. */
export const textsToPlace = (rulings: readonly Ruling[], version: RuledTexts['version']): ReadonlySet<string> =>
  new Set(rulings.flatMap(({ groups }) => groups.flat().flatMap(({ article, version: then }) => ([null, then].includes(version(article)) ? [] : [article]))))

/** Whether two places are one, found or marked a little differently: they have at least half of the shorter one in common. */
export const isSamePlace = (a: Place, b: Place): boolean =>
  a.article === b.article && 2 * (Math.min(a.end, b.end) - Math.max(a.start, b.start)) >= Math.min(a.end - a.start, b.end - b.start)

/** Two places that a ruling says something of. */
export type RuledPair = readonly [Place, Place]

/** All pairs of places that a ruling is about. */
export function ruledPairs({ verdict, groups }: Pick<Ruling, 'verdict'> & Pick<PlacedRuling, 'groups'>): readonly RuledPair[] {
  const pairs: RuledPair[] = []
  for (const [i, group] of groups.entries()) {
    const others = groups.slice(i + 1).flat()
    for (const [k, place] of group.entries()) for (const other of verdict === 'together' ? group.slice(k + 1) : others) pairs.push([place, other])
  }
  return pairs
}

/** Later ones first; of equals the one with the greater id. */
export const latestRuling = (a: PlacedRuling, b: PlacedRuling): number =>
  (a.ruling.created === b.ruling.created ? (a.ruling.id < b.ruling.id ? 1 : -1) : a.ruling.created < b.ruling.created ? 1 : -1)
