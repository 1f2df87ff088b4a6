import { shareOf, type LikePair } from './nearDuplicates'

/** Texts that are copies of each other, or of what others of them are copies of. */
export interface CopyGroup {
  /** In the order in which the pairs name them. */
  readonly articles: readonly string[]
  /** The pairs among them with at least the share asked for. */
  readonly pairs: readonly LikePair[]
}

/** Groups of all that hangs together by pairs with at least `share` in common; those with most in common come first. */
export function copyGroups(pairs: readonly LikePair[], share: number): readonly CopyGroup[] {
  const enough = pairs.filter((pair) => shareOf(pair) >= share)
  const leader = new Map<string, string>()
  const find = (id: string): string => {
    let at = id
    for (let up = leader.get(at) ?? at; up !== at; up = leader.get(at) ?? at) {
      leader.set(at, leader.get(up) ?? up)
      at = up
    }
    return at
  }
  for (const { a, b } of enough) leader.set(find(b), find(a))
  const groups = new Map<string, { readonly articles: Set<string>; readonly pairs: LikePair[] }>()
  for (const pair of enough) {
    const key = find(pair.a)
    const group = groups.get(key) ?? { articles: new Set(), pairs: [] }
    groups.set(key, group)
    group.articles.add(pair.a).add(pair.b)
    group.pairs.push(pair)
  }
  return [...groups.values()].map(({ articles, pairs: own }) => ({ articles: [...articles], pairs: own })).sort((a, b) => most(b) - most(a))
}

const most = ({ pairs }: CopyGroup): number => pairs.reduce((so, pair) => Math.max(so, shareOf(pair)), 0)
