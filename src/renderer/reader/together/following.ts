import type { Reader } from '../handle'
import type { Sight } from '../sight'
import { anchorsBetween, type Anchor } from './anchors'
import type { JoinedPassage } from './passage'
import { eased, levelWith, readingLine } from './scrollMap'

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

  setPassages(passages: readonly JoinedPassage[]): void {
    this.#passages = passages
    this.#anchors.clear()
  }

  /** A passage that stays level even where others then can't. */
  hold(id: string | null): void {
    if (id === this.#held) return
    this.#held = id
    this.#anchors.clear()
  }

  /**
   * Scrolls all columns but the leader towards where they belong.
   * @param led how far the leader just went, in pixels
   * @returns how far each is scrolled now, and whether some still have a way to go
   */
  follow(leader: Seen, seen: readonly Seen[], led: number): { readonly scrolled: ReadonlyMap<string, number>; readonly going: boolean } {
    const { sight } = leader
    const line = readingLine(sight.scrolled, sight.furthest, sight.bottom - sight.top, levelLine(seen) - sight.top)
    const scrolled = new Map<string, number>()
    let going = false
    // All is read before anything is scrolled.
    const wanted = seen.flatMap((one) => (one.article === leader.article ? [] : [{ one, to: this.#wanted(leader, one, line) }]))
    for (const { one: { article, reader, sight: own }, to } of wanted) {
      const gap = to - own.scrolled
      if (Math.abs(gap) < 1) continue
      const step = eased(gap, led)
      scrolled.set(article, reader.glide(own.scrolled + step))
      going ||= Math.abs(gap - step) >= 1
    }
    return { scrolled, going }
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
