import type { Writing } from './folder'
import type { Journal } from './journal'
import type { ProjectFiles } from './projectFiles'
import { finishFile } from './saving'
import type { StorageError } from './storageError'

/** Files written at the same time, before whatever else waits to be saved gets its turn. */
const SLICE = 8
const RETRY_AFTER_MS = 5_000

/** Carries out what the journal holds of large changes, file by file, between other saves. */
export class Carrier {
  #running = false
  #stopped = false
  #now: Writing | null = null
  #watcher: (writing: Writing | null) => void = () => undefined

  /** @param inTurn runs a task when those before it are done */
  constructor(private readonly files: ProjectFiles, private readonly journal: Journal, private readonly inTurn: <T>(task: () => Promise<T>) => Promise<T>) {}

  /** True while there is something to carry out. */
  get busy(): boolean {
    return this.#running
  }

  /** Calls back now and whenever there is more to say. */
  watch(watcher: (writing: Writing | null) => void): void {
    this.#watcher = watcher
    watcher(this.#now)
  }

  start(): void {
    if (this.#running || this.#stopped) return
    this.#running = true
    this.#tell({ done: 0, total: this.journal.left.size, problem: null })
    // Errors are told by `#run`, which tries again.
    void this.#run().finally(() => {
      this.#running = false
      this.#tell(null)
    })
  }

  /** What is left stays in the journal and is done when the project is opened again. */
  stop(): void {
    this.#stopped = true
  }

  async #run(): Promise<void> {
    for (let done = 0; !this.#stopped;) {
      const problem = await this.#pass((count) => {
        done += count
        this.#tell({ done, total: done + this.journal.left.size, problem: null })
      })
      if (problem === null || this.#stopped) return
      this.#tell({ done, total: done + this.journal.left.size, problem: problem.message })
      await new Promise((resolve) => { setTimeout(resolve, RETRY_AFTER_MS).unref() })
    }
  }

  /** Does all that is left once. What awaits a decision about a damaged file stays in the journal. @returns what got in the way */
  async #pass(done: (count: number) => void): Promise<StorageError | null> {
    const waiting = new Set<string>()
    for (;;) {
      const names = [...this.journal.left.keys()].filter((file) => !waiting.has(file)).slice(0, SLICE)
      if (this.#stopped) return null
      if (names.length === 0) {
        const settled = await this.inTurn(() => this.#settle(waiting)).catch((error: StorageError) => error)
        if (settled === 'more') continue
        return settled === 'settled' ? null : settled
      }
      const found = await this.inTurn(() => Promise.all(names.map((file) => finishFile(this.files, this.journal, file))))
      const problem = found.flatMap(({ failed }) => failed).at(0)
      if (problem) return problem
      for (const file of names) if (this.journal.left.has(file)) waiting.add(file)
      done(names.filter((file) => !waiting.has(file)).length)
    }
  }


  /** Unless another change was decided since. */
  async #settle(waiting: ReadonlySet<string>): Promise<'settled' | 'more'> {
    if ([...this.journal.left.keys()].some((file) => !waiting.has(file))) return 'more'
    await this.journal.settle()
    return 'settled'
  }

  #tell(writing: Writing | null): void {
    this.#now = writing
    this.#watcher(writing)
  }
}
