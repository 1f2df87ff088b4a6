import type { SnapshotReason } from '../../domain/snapshots/snapshot'
import type { ProjectFolder } from '../../storage/projectFolder'
import type { Collecting } from '../../storage/snapshots/collector'
import type { Pictured, SnapshotStore } from '../../storage/snapshots/snapshotStore'
import { StorageError, type StorageFailure } from '../../storage/storageError'

/** After opening there is more urgent work for the disk. */
const FIRST_MS = 5_000
const EVERY_MS = 10 * 60_000
/** What is not done by then is left, so that nobody waits for long: the snapshot of ten minutes ago is there. */
const MOST_MS = 20_000

/**
 * Takes snapshots of the open project as one works. What hinders it (a full disk, say) is told and tried again; it never
 * hinders the work itself.
 */
export class SnapshotKeeper {
  #followed: { readonly folder: string; readonly timers: readonly NodeJS.Timeout[]; readonly end: AbortController } | null = null
  /** The one that is being taken as one works, which makes way for one that is waited for. */
  #routine: AbortController | null = null
  #last: Promise<unknown> = Promise.resolve()

  /**
   * @param on whether snapshots are wanted on this machine
   * @param tell hears why the last one could not be taken, as a sentence; null when it could
   */
  constructor(readonly store: SnapshotStore, readonly on: () => boolean, private readonly tell: (problem: string | null) => void) {}

  /** Takes one soon, and then every ten minutes in which something changed. */
  follow(project: ProjectFolder): void {
    this.#stop()
    const end = new AbortController()
    const [pictured, { signal }] = [picture(project), end]
    const first = setTimeout(() => void this.#takeRoutine(pictured, 'opened', signal), FIRST_MS).unref()
    const further = setInterval(() => void this.#takeRoutine(pictured, 'working', signal), EVERY_MS).unref()
    this.#followed = { folder: project.folder, timers: [first, further], end }
  }

  /** Takes the last one of a project that was closed. */
  leave(project: ProjectFolder): void {
    if (this.#followed?.folder === project.folder) this.#stop()
    this.#last = this.#takeSoon(picture(project), 'closing')
  }

  /** Takes one before something is done to a project that can't be undone; resolves when it is there, or could not be taken. */
  before(project: Pictured, why: SnapshotReason, texts = true): Promise<void> {
    return this.#takeSoon(project, why, texts)
  }

  /** Resolves when the last project that was left has its snapshot. */
  async settled(): Promise<void> {
    await this.#last
  }

  #stop(): void {
    for (const timer of this.#followed?.timers ?? []) clearTimeout(timer)
    this.#followed?.end.abort()
    this.#followed = null
  }

  async #takeRoutine(project: Pictured, why: SnapshotReason, left: AbortSignal): Promise<void> {
    const end = new AbortController()
    left.addEventListener('abort', () => { end.abort() }, { once: true })
    this.#routine = end
    await this.#take(project, why, { signal: end.signal }, () => end.signal.aborted)
    if (this.#routine === end) this.#routine = null
  }

  /** Takes one that is waited for: what is taken as one works makes way, and its time counts from when it begins. */
  async #takeSoon(project: Pictured, why: SnapshotReason, texts = true): Promise<void> {
    this.#routine?.abort()
    const end = new AbortController()
    let timer: NodeJS.Timeout | undefined
    const begun = (): void => { timer = setTimeout(() => { end.abort() }, MOST_MS).unref() }
    await this.#take(project, why, { signal: end.signal, texts, begun }, () => false)
    clearTimeout(timer)
  }

  /** @param meant whether it was given up for a reason that nobody need hear of */
  async #take(project: Pictured, why: SnapshotReason, how: Partial<Collecting>, meant: () => boolean): Promise<void> {
    if (!this.on() || meant()) return
    try {
      await this.store.current(project, why, how)
      this.tell(null)
    } catch (error) {
      if (!meant()) this.tell(problemOf(error))
    }
  }
}

const NOT_TAKEN: Partial<Record<StorageFailure, string>> = {
  'disk-full': 'No snapshot was taken, because this computer’s disk is full. The project itself is saved. Make room; the next one is tried in ten minutes.',
  'not-found': 'No snapshot was taken, because the project’s folder is not there now. Check that its drive is connected. What was saved before is kept. The next one is tried in ten minutes.',
  conflict: 'No snapshot was taken, because the project was being written all the while, its folder could not be read, or it took too long. What was saved before is kept. The next one is tried in ten minutes.',
}

const problemOf = (error: unknown): string => (error instanceof StorageError ? NOT_TAKEN[error.code] : undefined)
  ?? 'No snapshot was taken, because Synoptic’s own folder on this computer can’t be written. The project itself is saved. The next one is tried in ten minutes.'

/** Without holding on to the open project. */
const picture = ({ folder, info: { id } }: ProjectFolder): Pictured => ({ folder, info: { id } })
