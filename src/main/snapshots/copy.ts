import { rename, rm } from 'node:fs/promises'
import type { ProjectInfo } from '../../domain/project/info'
import type { SnapshotStore } from '../../storage/snapshots/snapshotStore'
import { AppError } from '../failure'
import { askForNewFolder } from '../projectPlace'
import type { MainWindow } from '../window'

/** Asks where to and makes a project of a snapshot, which appears under its name only when it is whole. @returns its folder, or null when cancelled */
export async function copyOfSnapshot(window: MainWindow, store: SnapshotStore, { id, name }: ProjectInfo, snapshot: string): Promise<string | null> {
  const taken = (await store.list(id)).find((one) => one.id === snapshot)?.taken
  if (taken === undefined) throw new AppError('not-found', 'This snapshot is not there any more. Nothing was made. Choose another one.')
  const folder = await askForNewFolder(window.browser, `${name} of ${taken.slice(0, 10)}`)
  if (folder === null) return null
  const unfinished = `${folder}-${snapshot.slice(0, 6)}.part`
  try {
    await store.copyTo(id, snapshot, unfinished, (done, total) => { window.signal('progress', { job: 'snapshot', done, total, now: 'Writing the copy' }) })
    await rename(unfinished, folder)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST' || error.code === 'ENOTDIR')
      ? new AppError('conflict', 'There is already something of that name, so no copy was made. Choose another name.')
      : error
  }
  return folder
}
