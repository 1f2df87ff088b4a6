import { sameData } from '../../domain/changes/change'
import { nothingFound, type FindResult, type Line, type LineOrder } from '../../domain/query/concordance'
import { parseSearch, type Wanted } from '../../domain/query/search'
import type { Bridge, FindPlace, Handle, Signals } from '../../preload/contract'
import { Cell } from './cell'
import { LinePages } from './linePages'

export interface Asked {
  readonly wanted: Wanted
  readonly inExcluded: boolean
  /** Ids of those that are looked through; null for all. */
  readonly articles: readonly string[] | null
  /** With so many hits it ends. */
  readonly most: number
  /** Grows when articles change: the same question may have another answer then. */
  readonly catalogue: number
}

export interface SearchState {
  /** `over` when it is complete, or nothing is asked for. */
  readonly state: 'searching' | 'over' | 'failed'
  /** What is shown: of a search that has only begun, what the one before has found. */
  readonly id: string | null
  readonly found: FindResult
  readonly done: number
  readonly total: number
  /** Why it can't be carried out, or was ended. */
  readonly problem: string | null
}

const idle: SearchState = { state: 'over', id: null, found: nothingFound, done: 0, total: 0, problem: null }

/** What a search needs of the session it belongs to. */
export interface SearchGround {
  readonly bridge: Bridge
  readonly project: Handle
  /** Saves what was changed: articles are looked through as they are on the disk. */
  readonly flush: () => Promise<unknown>
}

/** A search through the corpus, which begins anew with everything that is asked, and what it has found. */
export class CorpusSearch {
  readonly state = new Cell<SearchState>(idle)
  readonly lines: LinePages
  private asked: Asked | null = null
  /** The search that is under way; empty when none is. */
  private current = ''

  constructor(private readonly ground: SearchGround, private readonly place: FindPlace) {
    this.lines = new LinePages((id, hits) => this.fetch(id, hits))
  }

  /** How far a search is; it may be another one, or over: signals and answers come by two ways, and the answer may be first. */
  heard({ id, done, total, count }: Signals['found']): void {
    if (id === this.current) this.show({ state: 'searching', id, found: { ...nothingFound, ...count }, done, total, problem: null })
  }

  /** Gets the texts ready. */
  prepare(): void {
    void this.ground.bridge.call('find.prepare', { project: this.ground.project })
  }

  /**
   * Looks for something else; what was looked for before is given up. With null it rests. The very same question is not asked again.
   * @returns when it is over, whatever came of it
   */
  async ask(asked: Asked | null): Promise<void> {
    if (asked && this.asked && sameQuestion(asked, this.asked) && this.state.get().state !== 'failed') return
    this.asked = asked
    const id = crypto.randomUUID()
    this.current = id
    const { search, problem } = asked ? parseSearch(asked.wanted) : { search: null, problem: null }
    if (!asked || search === null) {
      this.show({ ...idle, state: problem === null ? 'over' : 'failed', problem })
      await this.ground.bridge.call('find.cancel', { place: this.place })
      return
    }
    this.state.update((before) => ({ ...before, state: 'searching', problem: null, done: 0, total: asked.articles?.length ?? 0 }))
    await this.ground.flush()
    if (this.current === id) await this.run(id, asked)
  }

  /** Shows nothing of what was found, and forgets what was asked: it may read differently now. */
  reset(): void {
    this.asked = null
    this.current = ''
    this.lines.clear()
    this.show(idle)
  }

  /** All these lines. @throws Error with a sentence for the researcher */
  async linesOf(hits: readonly number[]): Promise<readonly Line[]> {
    const { id } = this.state.get()
    return id === null ? [] : this.lines.all(id, hits)
  }

  /** The numbers of all hits in an order. @throws Error with a sentence for the researcher */
  async order(order: LineOrder): Promise<readonly number[]> {
    const { id } = this.state.get()
    if (id === null) return []
    const answer = await this.ground.bridge.call('find.order', { project: this.ground.project, place: this.place, id, order })
    if (!answer.ok) throw new Error(answer.message)
    return JSON.parse(answer.value) as readonly number[]
  }

  /** Writes lines to a file; null when that was cancelled. @throws Error with a sentence for the researcher */
  async export(hits: readonly number[]): Promise<{ readonly place: string; readonly lines: number } | null> {
    const answer = await this.ground.bridge.call('find.export', { project: this.ground.project, place: this.place, id: this.state.get().id ?? '', hits: JSON.stringify(hits) })
    if (!answer.ok) throw new Error(answer.message)
    return answer.value
  }

  private async run(id: string, { articles, wanted, inExcluded, most }: Asked): Promise<void> {
    const { bridge, project } = this.ground
    const answer = await bridge.call('find.run', { project, place: this.place, id, wanted, inExcluded, most, articles: articles && JSON.stringify(articles) })
    if (this.current !== id) return
    this.current = ''
    if (answer.ok) this.show({ state: 'over', id, found: answer.value, done: 1, total: 1, problem: null })
    else this.show({ ...idle, state: 'failed', problem: answer.message })
  }

  private show(state: SearchState): void {
    if (state.id !== this.state.get().id) this.lines.clear()
    this.state.set(state)
  }

  private async fetch(id: string, hits: readonly number[]): Promise<readonly Line[]> {
    const answer = await this.ground.bridge.call('find.lines', { project: this.ground.project, place: this.place, id, hits })
    if (!answer.ok) throw new Error(answer.message)
    return JSON.parse(answer.value) as readonly Line[]
  }
}

function sameQuestion(a: Asked, b: Asked): boolean {
  const { articles } = b
  const sameArticles = a.articles?.length === articles?.length && (a.articles ?? []).every((id, i) => id === articles?.[i])
  return sameArticles && a.catalogue === b.catalogue && a.most === b.most && a.inExcluded === b.inExcluded && sameData(a.wanted, b.wanted)
}
