import { randomUUID } from 'node:crypto'
import type { ProjectInfo } from '../../domain/project/info'
import type { SnapshotStore } from '../../storage/snapshots/snapshotStore'
import { AppError } from '../failure'
import { askForNewFolder } from '../projectPlace'
import type { MainWindow } from '../window'
import { writeCopy } from './writeCopy'

/** Makes projects of snapshots, one at a time. */
export class SnapshotCopies {
  #running: AbortController | null = null

  constructor(private readonly window: MainWindow, private readonly store: SnapshotStore) {}

  cancel(): void {
    this.#running?.abort()
  }

  /** Asks where to; the copy appears under its name only when it is whole. @returns its folder and id, or null when the dialog was cancelled */
  async make({ id, name }: ProjectInfo, snapshot: string): Promise<{ readonly folder: string; readonly id: string } | null> {
    if (this.#running) throw new AppError('conflict', 'Another copy is being made. Wait for it or cancel it first.')
    const taken = (await this.store.list(id)).find((one) => one.id === snapshot)?.taken
    if (taken === undefined) throw new AppError('not-found', 'This snapshot is not there any more. Nothing was made. Choose another one.')
    const folder = await askForNewFolder(this.window.browser, `${name} of ${taken.slice(0, 10)}`)
    if (folder === null) return null
    const as = { id: randomUUID(), name: `${name}, ${taken.slice(0, 10)}` }
    this.#running = new AbortController()
    try {
      await writeCopy(this.store, { id, snapshot, folder, as }, (done, total) => { this.window.signal('progress', { job: 'copy', done, total, now: 'Writing the copy' }) }, this.#running.signal)
    } catch (error) {
      throw this.#running.signal.aborted ? new AppError('cancelled', 'The copy was cancelled. Nothing of it was kept.') : error
    } finally {
      this.#running = null
    }
    return { folder, id: as.id }
  }
}
