import { rename, rm } from 'node:fs/promises'
import type { ProjectInfo } from '../../domain/project/info'
import type { SnapshotStore } from '../../storage/snapshots/snapshotStore'
import { AppError } from '../failure'
import { askForNewFolder } from '../projectPlace'
import type { MainWindow } from '../window'

/** Makes projects of snapshots, one at a time. */
export class SnapshotCopies {
  #running: AbortController | null = null

  constructor(private readonly window: MainWindow, private readonly store: SnapshotStore) {}

  cancel(): void {
    this.#running?.abort()
  }

  /** Asks where to; the copy appears under its name only when it is whole. @returns its folder, or null when the dialog was cancelled */
  async make({ id, name }: ProjectInfo, snapshot: string): Promise<string | null> {
    if (this.#running) throw new AppError('conflict', 'Another copy is being made. Wait for it or cancel it first.')
    const taken = (await this.store.list(id)).find((one) => one.id === snapshot)?.taken
    if (taken === undefined) throw new AppError('not-found', 'This snapshot is not there any more. Nothing was made. Choose another one.')
    const folder = await askForNewFolder(this.window.browser, `${name} of ${taken.slice(0, 10)}`)
    if (folder === null) return null
    this.#running = new AbortController()
    try {
      await this.#write(id, snapshot, folder, this.#running.signal)
    } finally {
      this.#running = null
    }
    return folder
  }

  async #write(id: string, snapshot: string, folder: string, signal: AbortSignal): Promise<void> {
    const unfinished = `${folder}-${snapshot.slice(0, 6)}.part`
    try {
      await this.store.copyTo(id, snapshot, unfinished, (done, total) => { this.window.signal('progress', { job: 'copy', done, total, now: 'Writing the copy' }) }, signal)
      await rename(unfinished, folder)
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true })
      if (signal.aborted) throw new AppError('cancelled', 'The copy was cancelled. Nothing of it was kept.')
      throw error instanceof Error && 'code' in error && TAKEN.has(String(error.code)) ? new AppError('conflict', 'There is already something of that name, so no copy was made. Choose another name.') : error
    }
  }
}

const TAKEN = new Set(['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EISDIR', 'EPERM'])
