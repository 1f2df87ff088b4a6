import type { Line } from '../../domain/query/concordance'
import { Cell } from './cell'

/** As many as are asked for at a time. */
const AT_ONCE = 1_000

/** The lines of a concordance that are here; the rest is fetched when it comes into view. */
export class LinePages {
  /** Grows when lines arrive. */
  readonly arrived = new Cell(0)
  private readonly known = new Map<number, Line>()
  private readonly waiting = new Set<number>()
  private round = 0

  constructor(private readonly fetch: (id: string, hits: readonly number[]) => Promise<readonly Line[]>) {}

  /** Undefined while it is not here. */
  line(hit: number): Line | undefined {
    return this.known.get(hit)
  }

  /** Fetches those that are not here. @param id of the search they belong to */
  want(id: string, hits: readonly number[]): void {
    const missing = hits.filter((hit) => !this.known.has(hit) && !this.waiting.has(hit))
    if (missing.length > 0) this.load(id, missing).catch(() => undefined)
  }

  /** All these, fetched where they are not here. */
  async all(id: string, hits: readonly number[]): Promise<readonly Line[]> {
    for (let at = 0; at < hits.length; at += AT_ONCE) await this.load(id, hits.slice(at, at + AT_ONCE).filter((hit) => !this.known.has(hit)))
    return hits.flatMap((hit) => this.known.get(hit) ?? [])
  }

  /** Another search: nothing of this one is shown any more. */
  clear(): void {
    this.round += 1
    this.known.clear()
    this.waiting.clear()
  }

  private async load(id: string, hits: readonly number[]): Promise<void> {
    if (hits.length === 0) return
    const { round } = this
    for (const hit of hits) this.waiting.add(hit)
    try {
      const lines = await this.fetch(id, hits)
      if (round !== this.round) return
      for (const line of lines) this.known.set(line.hit, line)
    } finally {
      if (round === this.round) for (const hit of hits) this.waiting.delete(hit)
    }
    this.arrived.update((n) => n + 1)
  }
}
