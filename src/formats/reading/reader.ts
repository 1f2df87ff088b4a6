import type { ColumnMapping, TableSample } from '../../domain/import/mapping'
import type { Refusal } from '../refusal'
import type { ImportHost, ReaderProcess } from './host'
import { weightOf, type FileToRead, type FromReader, type ReadArticle, type ToReader, type WorkNews, type WorkOrder } from './messages'

/** What a file may cost. */
export interface Limits {
  /** Without giving an article; milliseconds. */
  readonly time: number
  /** In bytes, of the whole process. */
  readonly memory: number
  /** For the process to begin; milliseconds. */
  readonly start: number
}

export const LIMITS: Limits = { time: 10_000, memory: 512 * 1024 * 1024, start: 60_000 }

const CHECK_EVERY = 50

/** Files that the process is told of ahead of the one that is waited for. */
export const AHEAD = 8

export interface ReadHandlers {
  /** Articles of the file, in order; no more come than can be waited for. */
  readonly articles: (articles: readonly ReadArticle[]) => Promise<void>
  readonly mapping: (sample: TableSample) => ColumnMapping
}

/** What is to be read, and what is made of what comes. */
interface Task {
  readonly ask: (order: number) => ToReader
  /** May answer. */
  readonly take: (message: FromReader) => Promise<ToReader | undefined>
  /** What can be done where it costs too much, as a sentence without its full stop. */
  readonly otherwise: string
}

interface Waiting extends Task {
  readonly order: number
  readonly resolve: (refusal: Refusal | null) => void
  readonly reject: (error: Error) => void
}

/**
 * Reads files in another process, one after the other. A file that costs too much ends that process and is refused; the
 * next ones are read by a new one.
 */
export class Reader {
  private process: ReaderProcess | null = null
  private ready = false
  /** True while what came from a process that is gone is still being taken in. */
  private restarting = false
  private closed = false
  private queue: Waiting[] = []
  private orders = 0
  /** How long nothing was heard though nothing is asked of us, in milliseconds; a machine that sleeps does not count. */
  private silent = 0
  private checked = 0
  /** Messages that are being taken in. */
  private taking: Promise<void> = Promise.resolve()
  private busy = 0
  private watch: ReturnType<typeof setInterval> | undefined
  /** Why the process is being ended: what something cost. */
  private verdict: string | null = null

  constructor(private readonly host: ImportHost, private readonly limits: Limits = LIMITS) {}

  /**
   * Resolves when the file is read and its articles are taken over; with the reason when it was refused, which may come
   * after some articles. @throws what the handlers throw, and when the process can't be started
   */
  read(file: FileToRead, handlers: ReadHandlers): Promise<Refusal | null> {
    return this.carryOut({
      otherwise: 'If it is an article, save its text as plain text (UTF-8, .txt) and import that',
      ask: (order) => ({ say: 'read', order, file }),
      take: async (message) => {
        if (message.say === 'table') return { say: 'mapping', mapping: handlers.mapping(message.sample) }
        if (message.say !== 'articles') return undefined
        await handlers.articles(message.articles)
        return { say: 'taken', weight: weightOf(message.articles) }
      },
    })
  }

  /** The same for others' coding. */
  readWork(work: WorkOrder, heard: (news: WorkNews) => void): Promise<Refusal | null> {
    return this.carryOut({
      otherwise: 'If it is a large project, export it in parts, such as some documents at a time, and import these',
      ask: (order) => ({ say: 'read-work', order, work }),
      take: (message) => {
        if (message.say === 'work') heard(message.news)
        return Promise.resolve(undefined)
      },
    })
  }

  private carryOut(task: Task): Promise<Refusal | null> {
    return new Promise((resolve, reject) => {
      const waiting = { order: this.orders += 1, ...task, resolve, reject }
      this.queue.push(waiting)
      if (this.queue.length === 1) this.silent = 0
      if (this.closed) this.fail(new Error('It was ended.'))
      else if (!this.process && !this.restarting) this.start()
      else if (this.ready) this.send(waiting)
    })
  }

  /** Ends it; what is under way is rejected. */
  close(): void {
    this.closed = true
    clearInterval(this.watch)
    this.process?.kill()
    this.process = null
    this.fail(new Error('It was ended.'))
  }

  private start(): void {
    const process = this.host.start()
    this.process = process
    this.ready = false
    this.verdict = null
    this.silent = 0
    this.checked = performance.now()
    process.onMessage((message) => { if (this.process === process) this.heard(message) })
    process.onExit(() => { if (this.process === process) this.ended() })
    clearInterval(this.watch)
    this.watch = setInterval(() => { this.check(process) }, CHECK_EVERY)
  }

  private send({ order, ask }: Waiting): void {
    this.process?.post(ask(order))
  }

  /** Messages are taken in one after the other; while one is, the process may well be waiting. */
  private heard(message: FromReader): void {
    this.silent = 0
    this.busy += 1
    this.taking = this.taking.then(async () => {
      try {
        await this.take(message)
      } catch (error) {
        this.fail(error instanceof Error ? error : new Error(String(error)))
      } finally {
        this.busy -= 1
        this.silent = 0
      }
    })
  }

  private async take(message: FromReader): Promise<void> {
    if (message.say === 'ready') {
      this.ready = true
      for (const waiting of this.queue) this.send(waiting)
      return
    }
    const [current] = this.queue
    if (!current || message.order !== current.order) return
    if (message.say === 'refused') this.settle({ reason: message.reason, message: message.message })
    else if (message.say === 'done') this.settle(null)
    else {
      const answer = await current.take(message)
      if (answer) this.process?.post(answer)
    }
  }

  private settle(refusal: Refusal | null): void {
    this.queue.shift()?.resolve(refusal)
  }

  private check(process: ReaderProcess): void {
    const now = performance.now()
    if (this.busy === 0) this.silent += Math.min(now - this.checked, 4 * CHECK_EVERY)
    this.checked = now
    if (this.queue.length === 0 || this.verdict) return
    if (process.memory() > this.limits.memory) this.verdict = `more than ${Math.round(this.limits.memory / 1024 / 1024)} MB of memory`
    else if (this.silent > (this.ready ? this.limits.time : this.limits.start)) this.verdict = `more than ${this.limits.time / 1000} seconds`
    if (this.verdict) process.kill()
  }

  /** The process is gone: through us, or because the engine gave up. What is waited for next is read by another one. */
  private ended(): void {
    clearInterval(this.watch)
    this.process = null
    if (!this.ready) {
      this.fail(new Error('The part of Synoptic that reads files could not be started. Start Synoptic anew; if it happens again, install it anew'))
      return
    }
    const { verdict } = this
    this.restarting = true
    void this.taking.then(() => {
      this.restarting = false
      const [current] = this.queue
      if (current) this.settle(costly(verdict ?? 'more memory than there is for it', current))
      if (this.queue.length > 0) this.start()
    })
  }

  private fail(error: Error): void {
    const given = this.queue
    this.queue = []
    for (const { reject } of given) reject(error)
  }
}

const costly = (cost: string, { otherwise }: Task): Refusal => ({ reason: 'too-costly', message: `reading it took ${cost}, so it was stopped: it may be damaged or made to do harm. ${otherwise}` })
