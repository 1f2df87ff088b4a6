import type { Reader } from '../handle'
import type { Sight } from '../sight'
import { anchorsBetween, type Anchor } from './anchors'
import type { JoinedPassage } from './passage'
import { eased, levelWith, readingLine, returning } from './scrollMap'

/** A column at a moment. */
export interface Seen {
  readonly article: string
  readonly reader: Reader
  readonly sight: Sight
}

/** How much of what all columns show lies above the line that passages are brought level at. */
const THIRD = 1 / 3

/** Where that line is, in client pixels. */
export function levelLine(seen: readonly Seen[]): number {
  const top = Math.max(...seen.map(({ sight }) => sight.top))
  return top + (Math.min(...seen.map(({ sight }) => sight.bottom)) - top) * THIRD
}

/** Makes columns follow one that is scrolled, so that passages they share stay level. */
export class Following {
  #passages: readonly JoinedPassage[] = []
  #held: string | null = null
  readonly #anchors = new Map<string, Anchor[]>()
  // What is level, in client pixels; null until something was.
  #line: number | null = null

  setPassages(passages: readonly JoinedPassage[]): void {
    this.#passages = passages
    this.#anchors.clear()
  }

  /** A passage that stays level as long as it is in view, even where others then can't. */
  hold(id: string): void {
    if (id === this.#held) return
    this.#held = id
    this.#anchors.clear()
  }

  /** Forgets what was level, as columns stand elsewhere now. */
  begin(): void {
    this.#line = null
  }

  /**
   * Scrolls all columns but the leader towards where they belong.
   * @param pinned articles whose columns stay where they are
   * @param led how far the leader just went, in pixels
   * @returns how far each is scrolled now, and whether some still have a way to go
   */
  follow(leader: Seen, seen: readonly Seen[], pinned: ReadonlySet<string>, led: number): { readonly scrolled: ReadonlyMap<string, number>; readonly going: boolean } {
    const line = this.#lineIn(leader, seen, led)
    const scrolled = new Map<string, number>()
    let going = false
    // All is read before anything is scrolled.
    const wanted = seen.flatMap((one) => (one.article === leader.article || pinned.has(one.article) ? [] : [{ one, to: this.#wanted(leader, one, line) }]))
    for (const { one: { article, reader, sight: own }, to } of wanted) {
      const gap = to - own.scrolled
      if (Math.abs(gap) < 0.5) continue
      const step = eased(gap, led)
      scrolled.set(article, reader.glide(own.scrolled + step))
      going ||= Math.abs(gap - step) >= 1
    }
    return { scrolled, going }
  }

  /** How far below the top of the leader the line is that others follow. */
  #lineIn({ article, sight }: Seen, seen: readonly Seen[], led: number): number {
    const height = sight.bottom - sight.top
    const held = this.#passages.find(({ id }) => id === this.#held)?.places.get(article)?.[0]
    const own = held ? sight.line(held.start).top - sight.top : -1
    const rest = readingLine(sight.scrolled, sight.furthest, height, levelLine(seen) - sight.top)
    const line = own >= 0 && own < height ? own : this.#line === null ? rest : returning(this.#line - sight.top, rest, led)
    this.#line = line + sight.top
    return line
  }

  #wanted(leader: Seen, one: Seen, line: number): number {
    const [from, to] = [leader.sight, one.sight]
    const anchors = this.#between(leader.article, one.article)
    const at = levelWith({
      count: anchors.length,
      from: (i) => from.line(anchors[i]?.from ?? 0).top - from.top + from.scrolled,
      to: (i) => to.line(anchors[i]?.to ?? 0).top - to.top + to.scrolled,
    }, from.scrolled + line, { from: from.furthest + from.bottom - from.top, to: to.furthest + to.bottom - to.top })
    return Math.max(0, Math.min(to.furthest, at - (from.top + line - to.top)))
  }

  #between(leader: string, follower: string): readonly Anchor[] {
    const key = `${leader} ${follower}`
    const anchors = this.#anchors.get(key) ?? anchorsBetween(this.#passages, leader, follower, this.#held)
    this.#anchors.set(key, anchors)
    return anchors
  }
}
