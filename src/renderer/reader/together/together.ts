import './together.css'
import type { Reader } from '../handle'
import type { SharedWords } from '../sharedMark'
import { Arrows } from './arrows'
import { Following, levelLine, type Seen } from './following'
import type { JoinedPassage } from './passage'
import { Ribbons } from './ribbons'

// Milliseconds for which the column that was moved by hand leads, whatever else moves.
const LEADS = 400

/** All columns as one: what they share is joined, brought level and kept level. Offsets and ids as in `Reader`. */
export class Together {
  readonly #following = new Following()
  #passages: readonly JoinedPassage[] = []
  #sure: ReadonlySet<string> = new Set()
  #order: readonly string[] = []
  #lit: string | null = null
  #linked = false
  #joinsAll = false
  #wording: ReadonlyMap<string, readonly SharedWords[]> = new Map()
  #leader: string | null = null
  #ledAt = -Infinity
  // Some still have a way to go.
  #going = false
  // Articles whose columns were brought level and follow nobody until one is scrolled by hand.
  #pinned: ReadonlySet<string> = new Set()
  readonly #scrolled = new Map<string, number>()
  #drawn: { readonly host: HTMLElement; readonly ribbons: Ribbons; readonly arrows: Arrows } | null = null
  #frame = 0

  /** @param readers those on screen, by article */
  constructor(readonly readers: ReadonlyMap<string, Reader>) {}

  /** Draws ribbons and arrows into an element that lies over all columns; returns what ends that. */
  attach(host: HTMLElement): () => void {
    const ribbons = new Ribbons()
    const arrows = new Arrows((article, place) => { this.#go(article, place) })
    host.append(ribbons.element, arrows.element)
    this.#drawn = { host, ribbons, arrows }
    this.stir()
    return () => {
      cancelAnimationFrame(this.#frame)
      this.#frame = 0
      this.#drawn = null
      host.replaceChildren()
    }
  }

  /** @param articles of the open columns, from left to right */
  arrange(articles: readonly string[]): void {
    this.#order = articles
    if (this.#linked) this.#begin(this.#leader, [])
    this.stir()
  }

  setPassages(passages: readonly JoinedPassage[]): void {
    this.#passages = passages
    this.#sure = new Set(passages.filter(({ sure }) => sure).map(({ id }) => id))
    this.#following.setPassages(passages)
    this.stir()
  }

  /** A column's reader is there. */
  come(article: string): void {
    const reader = this.readers.get(article)
    reader?.setLit(this.#lit)
    const words = this.#wording.get(article)
    if (words) reader?.setWording(words)
    this.stir()
  }

  /** By article, in which words the passage in hand agrees and differs; nothing is shown of articles without. */
  setWording(wording: ReadonlyMap<string, readonly SharedWords[]>): void {
    const before = this.#wording
    this.#wording = wording
    for (const [article, reader] of this.readers) if (before.has(article) || wording.has(article)) reader.setWording(wording.get(article) ?? [])
  }

  /** The passage in hand. */
  setLit(id: string | null): void {
    this.#lit = id
    for (const reader of this.readers.values()) reader.setLit(id)
    this.stir()
  }

  /** Whether columns follow the one that is scrolled; at first the one given. */
  setLinked(linked: boolean, leader: string | null): void {
    this.#linked = linked
    if (linked) this.#begin(leader, [])
  }

  /** Whether all that is surely shared is joined, faintly. */
  setJoinsAll(all: boolean): void {
    this.#joinsAll = all
    this.stir()
  }

  /** A column is scrolled by hand. */
  lead(article: string): void {
    this.#leader = article
    this.#ledAt = performance.now()
    this.#pinned = new Set()
  }

  /** Something in the columns may be elsewhere: looks again before the next frame is painted. */
  readonly stir = (): void => {
    if (this.#frame === 0 && this.#drawn) this.#frame = requestAnimationFrame(() => { this.#look() })
  }

  /** Brings the first lines of a passage to the same height in all columns that have it, about a third down. */
  lineUp(id: string): void {
    const passage = this.#passages.find((one) => one.id === id)
    const seen = this.#seen()
    const having = seen.flatMap((one) => {
      const [place] = passage?.places.get(one.article) ?? []
      return place ? [{ ...one, offset: place.start }] : []
    })
    if (having.length === 0) return
    this.#following.hold(id)
    const put = (line: number): number[] => having.map(({ reader, sight, offset }) => reader.put(offset, line - sight.top) + sight.top)
    const wanted = levelLine(seen)
    const reached = put(wanted)
    // Near the ends of a text a column goes no further: the others then go as far as it does.
    const [highest, lowest] = [Math.min(...reached), Math.max(...reached)]
    if (wanted - highest > 1) put(highest)
    else if (lowest - wanted > 1) put(lowest)
    const articles = having.map(({ article }) => article)
    this.#begin(articles.find((one) => one === this.#leader) ?? articles[0] ?? null, articles)
  }

  /** Has columns follow one that may stand elsewhere than before, all but those that are pinned. */
  #begin(leader: string | null, pinned: readonly string[]): void {
    this.#leader = leader
    this.#ledAt = performance.now()
    this.#pinned = new Set(pinned)
    this.#following.begin()
    this.stir()
  }

  #go(article: string, place: number): void {
    const span = this.#passages.find((one) => one.id === this.#lit)?.places.get(article)?.[place]
    if (!span) return
    const reader = this.readers.get(article)
    reader?.put(span.start, levelLine(this.#seen()) - reader.look().top)
    this.#begin(this.#leader, this.#order)
  }

  #seen(): Seen[] {
    return this.#order.flatMap((article) => {
      const reader = this.readers.get(article)
      return reader ? [{ article, reader, sight: reader.look() }] : []
    })
  }

  #look(): void {
    this.#frame = 0
    if (!this.#drawn) return
    const { host, ribbons, arrows } = this.#drawn
    const seen = this.#seen()
    const origin = host.getBoundingClientRect()
    const shifts = this.#follow(seen)
    this.#scrolled.clear()
    for (const { article, sight } of seen) this.#scrolled.set(article, sight.scrolled + (shifts.get(article) ?? 0))
    const rest = this.#joinsAll ? [...new Set(seen.flatMap(({ sight }) => sight.near()))].filter((id) => this.#sure.has(id)) : []
    const writes = [ribbons.measure(seen, this.#lit, rest, shifts, origin), arrows.measure(seen, this.#lit, shifts, origin)]
    for (const write of writes) write()
  }

  /** Lets columns follow; returns how far each went. */
  #follow(seen: readonly Seen[]): ReadonlyMap<string, number> {
    const shifts = new Map<string, number>()
    const moved = seen.filter(({ article, sight }) => Math.abs(sight.scrolled - (this.#scrolled.get(article) ?? sight.scrolled)) >= 1)
    // What scrolls without a hand on any column (to an annotation, say) is what one looks at.
    if (moved[0] && !moved.some(({ article }) => article === this.#leader) && performance.now() - this.#ledAt > LEADS) this.#leader = moved[0].article
    const leader = seen.find(({ article }) => article === this.#leader)
    if (!this.#linked || !leader || seen.length < 2) return shifts
    const led = leader.sight.scrolled - (this.#scrolled.get(leader.article) ?? leader.sight.scrolled)
    if (led !== 0) this.#ledAt = performance.now()
    else if (!this.#going && performance.now() - this.#ledAt > LEADS) return shifts
    const { scrolled, going } = this.#following.follow(leader, seen, this.#pinned, led)
    for (const { article, sight } of seen) shifts.set(article, (scrolled.get(article) ?? sight.scrolled) - sight.scrolled)
    this.#going = going
    if (going) this.stir()
    return shifts
  }
}
