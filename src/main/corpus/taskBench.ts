import { faultOf } from '../../domain/diagnostics/fault'
import type { Library } from './library'
import type { FromCorpus, ToCorpus } from './protocol'
import type { TaskReport } from './taskReport'
import { tasks, urgency, type Task } from './tasks'

/** The line to main. */
export interface Line {
  send(message: FromCorpus): void
  /** What came in meanwhile, without waiting; undefined when nothing did. */
  receive(): ToCorpus | undefined
}

type Order = Extract<ToCorpus, { kind: 'run' }>

/** How often a task looks whether it was cancelled, or something urgent came. */
const LOOK_MS = 4

class Cancelled extends Error {}

/** Where the worker does its tasks: one after the other, the urgent ones first, also within one that is under way. */
export class TaskBench {
  #waiting: ToCorpus[] = []
  readonly #cancelled = new Set<number>()

  constructor(private readonly library: Library, private readonly line: Line) {}

  /** Takes a message and does all there is to do then. @returns whether texts are to be read ahead */
  take(message: ToCorpus): boolean {
    this.#hear(message)
    let reads = false
    for (let next = this.#next(); next; next = this.#next()) reads = this.#do(next) || reads
    return reads
  }

  #hear(message: ToCorpus): void {
    if (message.kind === 'cancel') this.#cancelled.add(message.run)
    else this.#waiting.push(message)
  }

  /** Whatever comes goes in order, but that an urgent task goes before all that is not. */
  #next(above = -1): ToCorpus | undefined {
    const wanted = this.#waiting.map((one) => (one.kind === 'run' ? urgencyOf(one) : 0))
    const most = Math.max(...wanted)
    if (this.#waiting.length === 0 || most <= above) return undefined
    return this.#waiting.splice(wanted.indexOf(most), 1)[0]
  }

  /** Hears of all articles that changed, before whatever else waits. */
  #takeNews(): void {
    const news = this.#waiting.filter((one) => one.kind === 'articles' || one.kind === 'gone')
    for (const one of news) {
      this.#waiting.splice(this.#waiting.indexOf(one), 1)
      this.#do(one)
    }
  }

  #do(message: ToCorpus): boolean {
    switch (message.kind) {
      case 'articles':
        this.library.put(message.articles)
        return false
      case 'gone':
        this.library.remove(message.articles)
        return false
      case 'run':
        this.#run(message)
        return false
      case 'cancel': return false
      case 'read': return true
    }
  }

  #run(order: Order): void {
    const { run, task, args } = order
    try {
      if (this.#cancelled.has(run)) throw new Cancelled()
      this.line.send({ kind: 'begun', run })
      // The name says which arguments: whoever sent them was held to that.
      const work = tasks[task] as Task<unknown, unknown>
      this.line.send({ kind: 'done', run, result: work(this.library, args, this.#reportOf(order)) })
    } catch (error) {
      this.line.send({ kind: 'failed', run, cancelled: error instanceof Cancelled, message: error instanceof Error ? error.message : String(error), fault: faultOf(error) })
    } finally {
      this.#cancelled.delete(run)
    }
  }

  #reportOf(order: Order): TaskReport {
    let looked = performance.now()
    return (done, total, soFar, now = false) => {
      if (!now && performance.now() - looked < LOOK_MS) return
      this.line.send({ kind: 'progress', run: order.run, done, total, soFar })
      this.#look(order)
      looked = performance.now()
    }
  }

  /** @throws Cancelled */
  #look(order: Order): void {
    for (let message = this.line.receive(); message; message = this.line.receive()) this.#hear(message)
    if (this.#cancelled.has(order.run)) throw new Cancelled()
    const now = urgencyOf(order)
    for (let next = this.#next(now); next; next = this.#next(now)) {
      // What it looks through must be what there was when it was asked for.
      this.#takeNews()
      this.#do(next)
    }
  }
}

const urgencyOf = ({ task }: Order): number => urgency[task] ?? 0
