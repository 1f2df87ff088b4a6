import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Edit } from '../../domain/changes/change'
import type { Mask } from '../../domain/masking/mask'
import type { Article } from '../../domain/project/article'
import { AppError } from '../failure'
import { log } from '../log/log'
import type { CorpusArticle } from './corpusArticle'
import type { FromCorpus, ToCorpus } from './protocol'
import type { TaskArgs, TaskName, TaskResult } from './tasks'

/** The project whose texts are looked through. */
export interface CorpusSource {
  readonly folder: string
  /** Reads the whole list of articles, after which `records` has it. */
  readArticles(): Promise<void>
  readonly records: { readonly articles: readonly Article[] }
  /** How the coder at work sees the articles; absent, or null, while their outlets are to be seen. */
  mask?(): Mask | null
}

export interface RunOptions {
  readonly progress?: (done: number, total: number, soFar: unknown) => void
  /** Ends it: the run then rejects with code `cancelled`. */
  readonly signal?: AbortSignal
  /** A task that says nothing for so long is ended together with the worker, and rejects with this. */
  readonly silence?: { readonly ms: number; readonly message: string }
}

interface Running {
  readonly options: RunOptions
  readonly resolve: (result: never) => void
  readonly reject: (error: Error) => void
  /** When it last said something; null before it was begun. */
  heard: number | null
}

/** One open worker, and what is under way in it. */
interface Opened {
  readonly worker: Worker
  /** Settles when all articles are told, and what happened to them since. */
  told: Promise<void>
  readonly running: Map<number, Running>
}

/** So many articles are told at a time, so that this process is never busy for long. */
const AT_ONCE = 2_000
const MEMORY = { maxOldGenerationSizeMb: 2_560, maxYoungGenerationSizeMb: 64 }
const LOOK_MS = 250

/**
 * The corpus worker of the open project: begun when something is first asked of it, ended with the project, and begun
 * anew with the next task when it broke down or had to be ended.
 */
export class CorpusDesk {
  #opened: Opened | null = null
  #runs = 0
  #closed = false

  /** @param worker the script's path */
  constructor(private readonly source: CorpusSource, private readonly worker = join(__dirname, 'corpus.cjs')) {}

  /**
   * Runs a task over the corpus as it is now.
   * @throws AppError `cancelled`; `refused` when it was silent for too long; `unexpected` when the worker broke down
   */
  async run<N extends TaskName>(task: N, args: TaskArgs<N>, options: RunOptions = {}): Promise<TaskResult<N>> {
    const opened = await this.#ready()
    if (options.signal?.aborted || opened !== this.#opened) throw cancelled()
    this.#runs += 1
    const run = this.#runs
    const watch = setInterval(() => { this.#watch(opened, run) }, LOOK_MS)
    options.signal?.addEventListener('abort', () => { post(opened.worker, { kind: 'cancel', run }) }, { once: true })
    try {
      return await new Promise<TaskResult<N>>((resolve, reject) => {
        opened.running.set(run, { options, resolve, reject, heard: null })
        post(opened.worker, { kind: 'run', run, task, args })
      })
    } finally {
      clearInterval(watch)
      opened.running.delete(run)
    }
  }

  /** Reads the texts ahead, so that the first task need not wait for them. */
  async readAhead(): Promise<void> {
    const opened = await this.#ready()
    post(opened.worker, { kind: 'read' })
  }

  /** Tells of articles that were added, changed or removed; to be called once that is saved. */
  note(edits: readonly Edit[]): void {
    const opened = this.#opened
    const own = edits.filter((edit) => edit.kind === 'article')
    if (!opened || own.length === 0) return
    const mask = this.source.mask?.() ?? null
    const put = own.flatMap(({ after }) => after ?? [])
    const gone = own.flatMap(({ id, after }) => (after ? [] : [id]))
    opened.told = opened.told.then(() => tell(opened.worker, put, mask)).then(() => {
      if (gone.length > 0) post(opened.worker, { kind: 'gone', articles: gone })
      post(opened.worker, { kind: 'read' })
    })
    // Whoever runs something next hears of it.
    opened.told.catch(() => undefined)
  }

  /** Ends the worker and what is under way in it; the next task begins it anew, with the articles as they are then. */
  stop(why: AppError = cancelled()): void {
    const opened = this.#opened
    this.#opened = null
    if (!opened) return
    void opened.worker.terminate()
    for (const { reject } of opened.running.values()) reject(why)
  }

  close(): void {
    this.#closed = true
    this.stop()
  }

  /** The worker, once it has heard of all articles. */
  async #ready(): Promise<Opened> {
    const opened = this.#open()
    try {
      await opened.told
    } catch (error) {
      if (this.#opened === opened) this.stop()
      throw error
    }
    return opened
  }

  #open(): Opened {
    if (this.#closed) throw cancelled()
    if (this.#opened) return this.#opened
    const worker = new Worker(this.worker, { workerData: this.source.folder, resourceLimits: MEMORY })
    const opened: Opened = { worker, told: this.#tellAll(worker), running: new Map() }
    worker.on('message', (message: FromCorpus) => { hear(opened, message) })
    const broke = (error: unknown): void => {
      log.failed('corpus', error)
      if (this.#opened === opened) this.stop(new AppError('unexpected', `Looking through the corpus broke down (${error instanceof Error ? error.message : String(error)}). Nothing was changed. Try it again.`))
    }
    worker.on('error', broke)
    worker.on('exit', (code) => { if (this.#opened === opened) broke(new Error(`it ended with ${code}`)) })
    this.#opened = opened
    return opened
  }

  async #tellAll(worker: Worker): Promise<void> {
    await this.source.readArticles()
    await tell(worker, this.source.records.articles, this.source.mask?.() ?? null)
  }

  #watch(opened: Opened, run: number): void {
    const one = opened.running.get(run)
    const silence = one?.options.silence
    if (!one || silence === undefined || one.heard === null || performance.now() - one.heard < silence.ms) return
    one.reject(new AppError('refused', silence.message))
    opened.running.delete(run)
    this.stop(new AppError('unexpected', 'This was interrupted, because something else that looked through the corpus had to be ended. Nothing was changed. Try it again.'))
  }
}

function hear({ running }: Opened, message: FromCorpus): void {
  const one = running.get(message.run)
  if (!one) return
  // While one task waits within another, neither is silent.
  for (const each of running.values()) if (each.heard !== null) each.heard = performance.now()
  one.heard = performance.now()
  if (message.kind === 'progress') one.options.progress?.(message.done, message.total, message.soFar)
  if (message.kind === 'done') one.resolve(message.result as never)
  if (message.kind === 'failed' && !message.cancelled) log.noteFault('corpus', message.fault)
  if (message.kind === 'failed') one.reject(message.cancelled ? cancelled() : new AppError('unexpected', `Looking through the corpus failed: ${message.message}. Nothing was changed.`))
}

async function tell(worker: Worker, articles: readonly Article[], mask: Mask | null): Promise<void> {
  for (let at = 0; at < articles.length; at += AT_ONCE) {
    post(worker, { kind: 'articles', articles: articles.slice(at, at + AT_ONCE).map((article) => forWorker(article, mask)) })
    await new Promise((resolve) => { setImmediate(resolve) })
  }
}

function forWorker(article: Article, mask: Mask | null): CorpusArticle {
  const { id, version, language, event, date, passages } = article
  const { outlet, headline } = mask?.article(article) ?? article
  return {
    ...(mask && { place: mask.place(article) }), id, version, language, event, outlet, date, headline, excluded: passages.filter(({ state }) => state === 'excluded').map(({ start, end }) => ({ start, end })),
    ...(mask && { masked: { origin: article.outlet, telltales: mask.telltales(article) } }),
  }
}

const post = (worker: Worker, message: ToCorpus): void => { worker.postMessage(message) }
const cancelled = (): AppError => new AppError('cancelled', 'This was cancelled; nothing was changed.')
