import type { Answer, Bridge, CorpusRun, Handle } from '../../preload/contract'
import { Cell } from './cell'

/** How far something that looks through the whole corpus is. */
export type LookState<T> =
  | { readonly is: 'idle' }
  | { readonly is: 'running'; readonly done: number; readonly total: number }
  | { readonly is: 'done'; readonly found: T }
  | { readonly is: 'failed'; readonly message: string }

/** What it acts on. */
export interface Ground {
  readonly bridge: Bridge
  readonly project: Handle
  /** Saves what was done before; resolves with null, or with what is not saved and why. */
  readonly flush: () => Promise<string | null>
}

/** Something that is looked for in texts outside the window, and what was found last, which comes as JSON. */
export class CorpusLook<T> {
  readonly state = new Cell<LookState<T>>({ is: 'idle' })
  private job: string | null = null

  constructor(private readonly ground: Ground, private readonly ask: (run: CorpusRun) => Promise<Answer<string>>, private readonly read: (found: string) => T = (found) => JSON.parse(found) as T) {}

  /** Looks, unless it is looking already. */
  async run(): Promise<void> {
    if (this.job !== null) return
    const { bridge, project, flush } = this.ground
    const job = crypto.randomUUID()
    this.job = job
    this.state.set({ is: 'running', done: 0, total: 0 })
    const end = bridge.on('progress', (progress) => {
      if (progress.job === job && this.state.get().is === 'running') this.state.set({ is: 'running', done: progress.done, total: progress.total })
    })
    try {
      const unsaved = await flush()
      if (unsaved !== null) this.state.set({ is: 'failed', message: `Nothing was looked for, because the latest changes are not saved yet. ${unsaved}` })
      else this.take(await this.ask({ project, job }))
    } catch (error) {
      this.state.set({ is: 'failed', message: `Nothing was found, and nothing was changed. ${error instanceof Error ? error.message : String(error)}` })
    } finally {
      end()
      this.job = null
    }
  }

  async cancel(): Promise<void> {
    if (this.job !== null) await this.ground.bridge.call('corpus.cancel', { job: this.job })
  }

  /** Drops what was found. */
  forget(): void {
    if (this.job === null) this.state.set({ is: 'idle' })
  }

  private take(answer: Answer<string>): void {
    if (answer.ok) this.state.set({ is: 'done', found: this.read(answer.value) })
    else this.state.set(answer.code === 'cancelled' ? { is: 'idle' } : { is: 'failed', message: answer.message })
  }
}
