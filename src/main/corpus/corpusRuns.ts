import type { Progress } from '../../preload/contract'
import type { CorpusDesk } from './corpusDesk'
import type { TaskArgs, TaskName, TaskResult } from './tasks'

/** How often the window hears of progress; it can't draw more. */
const TELL_MS = 50

/** Long tasks over the corpus, by the names the window gave them. */
export class CorpusRuns {
  readonly #running = new Map<string, AbortController>()

  constructor(private readonly tell: (progress: Progress) => void) {}

  /** @throws AppError as `CorpusDesk.run` does */
  async run<N extends TaskName>(desk: CorpusDesk, task: N, args: TaskArgs<N>, job: string): Promise<TaskResult<N>> {
    const cancel = new AbortController()
    this.#running.set(job, cancel)
    let told = 0
    const progress = (done: number, total: number): void => {
      if (performance.now() - told < TELL_MS) return
      told = performance.now()
      this.tell({ job, done, total, now: '' })
    }
    try {
      return await desk.run(task, args, { progress, signal: cancel.signal })
    } finally {
      this.#running.delete(job)
    }
  }

  cancel(job: string): void {
    this.#running.get(job)?.abort()
  }
}
