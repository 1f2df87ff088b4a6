import type { SnapshotReason } from '../../domain/snapshots/snapshot'
import type { ProjectFolder } from '../../storage/projectFolder'
import type { Pictured, SnapshotStore } from '../../storage/snapshots/snapshotStore'
import { StorageError } from '../../storage/storageError'

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
    const first = setTimeout(() => void this.#take(pictured, 'opened', signal), FIRST_MS).unref()
    const further = setInterval(() => void this.#take(pictured, 'working', signal), EVERY_MS).unref()
    this.#followed = { folder: project.folder, timers: [first, further], end }
  }

  /** Takes the last one of a project that was closed. */
  leave(project: ProjectFolder): void {
    if (this.#followed?.folder === project.folder) this.#stop()
    this.#last = this.#take(picture(project), 'closing', AbortSignal.timeout(MOST_MS))
  }

  /** Takes one before something is done to a project that can't be undone; resolves when it is there, or could not be taken. */
  before(project: Pictured, why: SnapshotReason, texts = true): Promise<void> {
    return this.#take(project, why, AbortSignal.timeout(MOST_MS), texts)
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

  async #take(project: Pictured, why: SnapshotReason, signal: AbortSignal, texts = true): Promise<void> {
    if (!this.on() || signal.aborted) return
    try {
      await this.store.take(project, why, { signal, texts })
      this.tell(null)
    } catch (error) {
      this.tell(error instanceof StorageError && error.code === 'disk-full'
        ? 'No snapshot was taken, because this computer’s disk is full. The project itself is saved. Make room; the next one is tried in ten minutes.'
        : 'No snapshot was taken, because Synoptic’s own folder on this computer can’t be written. The project itself is saved. The next one is tried in ten minutes.')
    }
  }
}

/** Without holding on to the open project. */
const picture = ({ folder, info: { id } }: ProjectFolder): Pictured => ({ folder, info: { id } })
