import { HeldGroups } from './heldGroups'

/** So many of the pairs of two groups must be tied where an article would come to have two of a group's. */
const ENOUGH = 0.5

/** Sites that ties bring together: one tie is enough unless an article has a site in both groups already, and says two things. */
export class TiedGroups {
  /** By leader: how many members each article has. */
  readonly #articles: Map<string, number>[]
  /** By leader: how many ties there are to another group, by its leader. */
  readonly #ties: Map<number, number>[]
  readonly #sizes: number[]

  /**
   * @param articles of the members, by number
   * @param groups as rulings left them
   * @param ties numbers of two members, each pair once
   */
  constructor(articles: readonly string[], private readonly groups: HeldGroups, ties: Iterable<readonly [number, number]>) {
    this.#articles = articles.map(() => new Map<string, number>())
    this.#ties = articles.map(() => new Map<number, number>())
    for (const [i, article] of articles.entries()) add(this.#articles[groups.leaderOf(i)], article, 1)
    this.#sizes = this.#articles.map((own) => [...own.values()].reduce((sum, n) => sum + n, 0))
    for (const [a, b] of ties) {
      const [x, y] = [groups.leaderOf(a), groups.leaderOf(b)]
      if (x === y) continue
      add(this.#ties[x], y, 1)
      add(this.#ties[y], x, 1)
    }
  }

  /** @returns whether they are one group now */
  join(a: number, b: number): boolean {
    const [x, y] = [this.groups.leaderOf(a), this.groups.leaderOf(b)]
    if (x === y) return true
    if (!this.#fit(x, y) || !this.groups.join(x, y)) return false
    this.#merge(x, y)
    return true
  }

  #fit(x: number, y: number): boolean {
    const [own = none, theirs = none] = [this.#articles[x], this.#articles[y]]
    const [fewer, more] = own.size < theirs.size ? [own, theirs] : [theirs, own]
    let same = 0
    for (const [article, n] of fewer) same += n * (more.get(article) ?? 0)
    return same === 0 || (this.#ties[x]?.get(y) ?? 0) >= ENOUGH * ((this.#sizes[x] ?? 0) * (this.#sizes[y] ?? 0) - same)
  }

  #merge(x: number, y: number): void {
    const into = this.groups.leaderOf(x)
    const from = into === x ? y : x
    this.#sizes[into] = (this.#sizes[x] ?? 0) + (this.#sizes[y] ?? 0)
    for (const [article, n] of this.#articles[from] ?? []) add(this.#articles[into], article, n)
    this.#ties[into]?.delete(from)
    for (const [other, n] of this.#ties[from] ?? []) {
      this.#ties[other]?.delete(from)
      if (other === into) continue
      add(this.#ties[into], other, n)
      add(this.#ties[other], into, n)
    }
    this.#ties[from]?.clear()
  }
}

const none: ReadonlyMap<string, number> = new Map()

function add<K>(counts: Map<K, number> | undefined, key: K, by: number): void {
  counts?.set(key, (counts.get(key) ?? 0) + by)
}
