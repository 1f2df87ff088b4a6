import type { Edit } from '../../domain/changes/change'
import type { Ruling } from '../../domain/project/ruling'
import type { Records } from '../../domain/project/records'
import { inOrder } from '../../domain/project/order'
import { noParallels, type Parallels } from '../../domain/synopsis/parallel'
import { sharedPassages, type SharedPassage } from '../../domain/synopsis/sharedPassages'
import { Cell } from './cell'
import { CorpusLook, type Ground } from './corpusLook'

/** What the articles of one event share. */
export class EventSynopsis {
  /** How far the comparison is; what was found before stays in `parallels` meanwhile. */
  readonly look: CorpusLook<Parallels>
  readonly parallels = new Cell<Parallels | null>(null)
  /** Shared passages by what was found and decided; they change with both. */
  readonly passages = new Cell<readonly SharedPassage[]>([])
  private compared = ''

  constructor(ground: Ground, private readonly records: Records, readonly event: string) {
    this.look = new CorpusLook(ground, (run) => ground.bridge.call('corpus.align', { ...run, event }))
    this.look.state.watch(() => {
      const state = this.look.state.get()
      if (state.is === 'done') {
        this.parallels.set(state.found)
        this.regroup()
      }
    })
  }

  /** Compares the articles unless they are as they were when that was last done. */
  async refresh(): Promise<void> {
    for (let now = this.signature(); now !== this.compared; now = this.signature()) {
      this.compared = now
      await this.look.run()
      if (this.look.state.get().is !== 'done') this.compared = ''
      if (this.compared === '') return
    }
  }

  /** Groups what was found anew, because rulings changed or articles stand in another order. */
  regroup(): void {
    const rulings: Ruling[] = [...this.records.ruling.values()].filter(({ event }) => event === this.event)
    this.passages.set(sharedPassages((this.parallels.get() ?? noParallels).links, rulings, this.articles().map(({ id }) => id)))
  }

  /** The event's articles in reading order. */
  articles() {
    return inOrder([...this.records.article.values()].filter(({ event }) => event === this.event))
  }

  private signature(): string {
    return JSON.stringify(this.articles().map(({ id, version, passages }) => [id, version, passages.filter(({ state }) => state === 'excluded').map(({ start, end }) => [start, end])]))
  }
}

/** The synopses of a project's events, each made when it is first asked for. */
export class Synopses {
  private readonly known = new Map<string, EventSynopsis>()

  constructor(private readonly ground: Ground, private readonly records: Records) {}

  /** @param event an event's id; call `refresh` on what comes before showing it */
  of(event: string): EventSynopsis {
    const known = this.known.get(event) ?? new EventSynopsis(this.ground, this.records, event)
    this.known.set(event, known)
    return known
  }

  /** Hears of every change. */
  noted(edits: readonly Edit[]): void {
    if (edits.some(({ kind }) => kind === 'ruling')) for (const one of this.known.values()) one.regroup()
  }
}
