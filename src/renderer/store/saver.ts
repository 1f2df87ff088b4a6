import type { Answer, Failure, Refusal } from '../../preload/contract'
import { Cell } from './cell'

export type SaveStatus =
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  | { readonly state: 'failed'; readonly message: string }

/** What can't be saved as it is, now or later. */
export interface Refused<T> {
  readonly change: T
  readonly reason: string
}

const RETRY_AFTER_MS = 5_000

/**
 * Sends changes to the disk in order, one message at a time; what comes in meanwhile goes with the next.
 * A change leaves the queue only when it is durable, so a failure loses nothing and is tried again; or when it is refused for
 * good, which is told. Changes are not
 * merged on the way: one that can't be saved must not keep others back, and one that takes back what a failure left
 * half done must reach the disk.
 */
export class Saver<T> {
  readonly status = new Cell<SaveStatus>({ state: 'saved' })
  private queue: readonly T[] = []
  private sending: Promise<void> | undefined
  private retry: ReturnType<typeof setTimeout> | undefined
  private stopped = false

  constructor(
    private readonly send: (changes: readonly T[]) => Promise<Answer<readonly Refusal[]>>,
    private readonly failed: (failure: Failure) => void = () => undefined,
    private readonly refused: (changes: readonly Refused<T>[]) => void = () => undefined,
  ) {}

  add(change: T): void {
    this.queue = [...this.queue, change]
    this.start()
  }

  /** Tries to save what is waiting. @returns null when all is saved, otherwise why not */
  async flush(): Promise<string | null> {
    this.start()
    while (this.sending) await this.sending
    const status = this.status.get()
    return status.state === 'failed' ? status.message : null
  }

  /** Nothing is sent after this. */
  stop(): void {
    this.stopped = true
    clearTimeout(this.retry)
  }

  private start(): void {
    if (this.stopped || this.sending || this.queue.length === 0) return
    clearTimeout(this.retry)
    this.sending = this.run().finally(() => { this.sending = undefined })
  }

  private async run(): Promise<void> {
    if (this.status.get().state !== 'failed') this.status.set({ state: 'saving' })
    while (this.queue.length > 0) {
      const batch = this.queue
      const answer = await this.send(batch).catch(unsent)
      if (!answer.ok) {
        this.failed(answer)
        this.status.set({ state: 'failed', message: answer.message })
        if (!this.stopped) this.retry = setTimeout(() => { this.start() }, RETRY_AFTER_MS)
        return
      }
      this.queue = this.queue.slice(batch.length)
      const refused = answer.value.flatMap(({ index, reason }) => batch.slice(index, index + 1).map((change) => ({ change, reason })))
      if (refused.length > 0) this.refused(refused)
    }
    this.status.set({ state: 'saved' })
  }
}

/** A message that did not get through at all: what it held stays in the queue as with any other failure. */
const unsent = (): Answer<never> => ({ ok: false, code: 'unexpected', message: 'The part of Synoptic that saves did not answer. What you did is kept here, and saving is tried again.', damaged: [] })
