/** Groups of numbers that can be kept from becoming one (union-find with constraints). */
export class HeldGroups {
  readonly #leader: number[]
  /** By leader: members of other groups that its own must not come together with. */
  readonly #apart = new Map<number, Set<number>>()
  /** Leaders of groups that only rulings make larger than by single members. */
  readonly #held = new Set<number>()

  /** @param size how many numbers there are, from 0 */
  constructor(size: number) {
    this.#leader = Array.from({ length: size }, (_, i) => i)
  }

  leaderOf(one: number): number {
    let at = one
    for (let up = this.#leader[at] ?? at; up !== at; up = this.#leader[at] ?? at) {
      const above = this.#leader[up] ?? up
      this.#leader[at] = above
      at = above
    }
    return at
  }

  /** Keeps the groups of both apart from now on, unless they are one already. */
  keepApart(a: number, b: number): void {
    const [x, y] = [this.leaderOf(a), this.leaderOf(b)]
    if (x === y) return
    this.#apartOf(x).add(b)
    this.#apartOf(y).add(a)
  }

  /** Groups that are held never become one with another that is. */
  hold(one: number): void {
    this.#held.add(this.leaderOf(one))
  }

  isHeld(one: number): boolean {
    return this.#held.has(this.leaderOf(one))
  }

  /** Makes one group of two unless they are kept apart. @returns whether they are one now */
  join(a: number, b: number): boolean {
    const [x, y] = [this.leaderOf(a), this.leaderOf(b)]
    if (x === y) return true
    if ((this.#held.has(x) && this.#held.has(y)) || this.#areApart(x, y)) return false
    this.#leader[y] = x
    if (this.#held.delete(y)) this.#held.add(x)
    const theirs = this.#apart.get(y)
    if (theirs) {
      const own = this.#apartOf(x)
      for (const one of theirs) own.add(one)
      this.#apart.delete(y)
    }
    return true
  }

  #areApart(x: number, y: number): boolean {
    const [own, theirs] = [this.#apart.get(x), this.#apart.get(y)]
    if (!own || !theirs) return false
    return own.size <= theirs.size ? [...own].some((one) => this.leaderOf(one) === y) : [...theirs].some((one) => this.leaderOf(one) === x)
  }

  #apartOf(leader: number): Set<number> {
    const own = this.#apart.get(leader) ?? new Set<number>()
    this.#apart.set(leader, own)
    return own
  }
}
