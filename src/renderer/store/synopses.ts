import type { Edit } from '../../domain/changes/change'
import { rulingsOn } from '../../domain/changes/commands/rulings'
import { inOrder } from '../../domain/project/order'
import type { Records } from '../../domain/project/records'
import type { Ruling } from '../../domain/project/ruling'
import { noParallels, type Parallels, type Place } from '../../domain/synopsis/parallel'
import { placeRulings, textsToPlace, type PlacedRuling } from '../../domain/synopsis/ruledPlaces'
import { rejectedPassages, type RejectedPassage } from '../../domain/synopsis/rejectedPassages'
import { sharedPassages, type SharedPassage } from '../../domain/synopsis/sharedPassages'
import { Cell } from './cell'
import { CorpusLook, type Ground } from './corpusLook'
import type { Masked } from './masked'

/** What synopses act on. */
export interface SynopsisGround extends Ground {
  readonly records: Records
  /** An article's canonical text, in the version it is at. */
  readonly text: (article: string) => Promise<string>
  /** Whose order articles have. */
  readonly masked: Masked
}

/** What the articles of one event share. */
export class EventSynopsis {
  /** How far the comparison is; what was found before stays in `parallels` meanwhile. */
  readonly look: CorpusLook<Parallels>
  readonly parallels = new Cell<Parallels | null>(null)
  /** Shared passages by what was found and decided; they change with both. */
  readonly passages = new Cell<readonly SharedPassage[]>([])
  /** Those that were rejected, as far as they are in no shared passage any more. */
  readonly rejected = new Cell<readonly RejectedPassage[]>([])
  /** Ids of articles whose text could not be read: what was decided on an earlier version of it has no effect until `readTexts` can. */
  readonly unread = new Cell<readonly string[]>([])
  /** The articles as they were when they were last compared, and when what they share was last grouped. */
  private compared = ''
  private grouped = ''
  private running: Promise<void> | null = null
  private found = noParallels
  /** Article -> version of the text that was compared. */
  private versions: ReadonlyMap<string, number> = new Map()
  /** Texts in which rulings on an earlier version are looked for, by article and version. */
  private readonly texts = new Map<string, string>()
  /** Rulings where they stood when what was found was last grouped. */
  private placed: readonly PlacedRuling[] = []

  constructor(private readonly ground: SynopsisGround, readonly event: string) {
    this.look = new CorpusLook(ground, (run) => ground.bridge.call('corpus.align', { ...run, event }))
    let versions = this.versions
    this.look.state.watch(() => {
      const state = this.look.state.get()
      if (state.is === 'running' && state.total === 0) versions = new Map(this.articles().map(({ id, version }) => [id, version]))
      if (state.is === 'done') {
        this.versions = versions
        this.found = state.found
        this.parallels.set(state.found)
        this.regroup()
      }
    })
  }

  /**
   * Compares the articles unless they are as they were when that was last done; while they change meanwhile, once more.
   * @returns when that is over, also if it was under way already
   */
  refresh(): Promise<void> {
    if (this.running === null && this.signature() === this.compared) return Promise.resolve()
    this.running ??= this.compare()
    return this.running
  }

  /** Compares the articles anew, also when nothing changed. What was found before stays when that fails or is cancelled. */
  async again(): Promise<void> {
    const before = this.parallels.get()
    this.compared = ''
    this.parallels.set(null)
    await this.refresh()
    if (this.parallels.get() === null && this.look.state.get().is !== 'running') this.parallels.set(before)
  }

  /** Groups what was found anew, because rulings or articles changed. */
  regroup(): void {
    // What was found in a text that was corrected since then stands elsewhere now.
    const links = this.found.links.filter(({ a, b }) => [a, b].every(({ article }) => this.version(article) === this.versions.get(article)))
    const order = this.articles().map(({ id }) => id)
    const rulings = placeRulings(this.rulings(), { version: this.version, text: (article) => this.texts.get(this.keyOf(article)) })
    this.placed = rulings
    this.grouped = this.grouping()
    const passages = sharedPassages(links, rulings, order)
    this.rejected.set(rejectedPassages(links, rulings, order, passages))
    this.passages.set(passages)
    void this.readTexts()
  }

  /** Reads the texts that rulings have to be looked for in and are not here yet, also those that could not be read before. */
  async readTexts(): Promise<void> {
    const missing = [...this.textsForRulings()].filter((article) => !this.texts.has(this.keyOf(article)))
    const failed = (await Promise.all(missing.map(async (article) => {
      const key = this.keyOf(article)
      const text = await this.ground.text(article).catch(() => null)
      if (text !== null) this.texts.set(key, text)
      return text === null ? [article] : []
    }))).flat()
    if (failed.join() !== this.unread.get().join()) this.unread.set(failed)
    if (failed.length < missing.length) this.regroup()
  }

  /** Groups anew if other articles, or other texts of them, belong to the event now. */
  articlesChanged(): void {
    if (this.grouped !== this.grouping()) this.regroup()
  }

  /** What was decided on these places. */
  rulingsOn(places: readonly Place[]): readonly Ruling[] {
    return rulingsOn(this.placed, places)
  }

  /** Ids of the articles in whose texts rulings have to be looked for. */
  textsForRulings(): ReadonlySet<string> {
    return textsToPlace(this.rulings(), this.version)
  }

  /** The event's articles in reading order; in the coder's own while outlets are masked. */
  articles() {
    const own = [...this.ground.records.article.values()].filter(({ event }) => event === this.event)
    return this.ground.masked.mask?.inOrder(own) ?? inOrder(own)
  }

  private grouping(): string {
    return JSON.stringify(this.articles().map(({ id, version }) => [id, version]))
  }

  private rulings(): readonly Ruling[] {
    return [...this.ground.records.ruling.values()].filter(({ event }) => event === this.event)
  }

  private readonly version = (article: string): number | null => {
    const one = this.ground.records.article.get(article)
    return one?.event === this.event ? one.version : null
  }

  private keyOf(article: string): string {
    return `${article} ${this.version(article) ?? 0}`
  }

  private async compare(): Promise<void> {
    try {
      for (let now = this.signature(); now !== this.compared; now = this.signature()) {
        await this.look.run()
        this.compared = this.look.state.get().is === 'done' ? now : ''
        if (this.compared === '') return
      }
    } finally {
      this.running = null
    }
  }

  private signature(): string {
    return JSON.stringify(this.articles().map(({ id, version, passages }) => [id, version, passages.filter(({ state }) => state === 'excluded').map(({ start, end }) => [start, end])]))
  }
}

/** The synopses of a project's events, each made when it is first asked for. */
export class Synopses {
  private readonly known = new Map<string, EventSynopsis>()

  constructor(private readonly ground: SynopsisGround) {}

  /** @param event an event's id; call `refresh` on what comes before showing it */
  of(event: string): EventSynopsis {
    const known = this.known.get(event) ?? new EventSynopsis(this.ground, event)
    this.known.set(event, known)
    return known
  }

  /** Hears of every change. */
  noted(edits: readonly Edit[]): void {
    const ruled = new Set(edits.flatMap((edit) => (edit.kind === 'ruling' ? [edit.before?.event, edit.after?.event] : [])))
    const moved = edits.some(({ kind }) => kind === 'article' || kind === 'project')
    for (const one of this.known.values()) {
      if (ruled.has(one.event)) one.regroup()
      else if (moved) one.articlesChanged()
    }
  }
}
