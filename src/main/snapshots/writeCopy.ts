import { randomUUID } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { THE } from '../../domain/project/records'
import { openProject } from '../../storage/projectFolder'
import type { SnapshotStore } from '../../storage/snapshots/snapshotStore'
import { AppError } from '../failure'

export interface CopyOrder {
  /** The project's, and the snapshot's. */
  readonly id: string
  readonly snapshot: string
  /** Where it is to stand. */
  readonly folder: string
  /** The id and name of the copy, which make it another project; null for one that takes the place of a project that is no more. */
  readonly as: { readonly id: string; readonly name: string } | null
}

/** Makes a project of a snapshot. It appears in its place only when it is whole; what there is already is left alone. @throws AppError 'conflict', StorageError */
export async function writeCopy(store: SnapshotStore, { id, snapshot, folder, as }: CopyOrder, progress: (done: number, total: number) => void, signal?: AbortSignal): Promise<void> {
  // A name that nothing else has: whatever goes wrong, only this is deleted.
  const unfinished = `${folder}-${randomUUID()}.part`
  try {
    await store.copyTo(id, snapshot, unfinished, progress, signal)
    if (as !== null) await callAnew(unfinished, as)
    await rename(unfinished, folder)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error instanceof Error && 'code' in error && TAKEN.has(String(error.code)) ? new AppError('conflict', 'There is already something of that name, so no copy was made. Choose another name.') : error
  }
}

const TAKEN = new Set(['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EISDIR', 'EPERM'])

/** With an id of its own it has snapshots of its own. */
async function callAnew(folder: string, as: { readonly id: string; readonly name: string }): Promise<void> {
  const project = await openProject(folder)
  try {
    const { info } = project
    await project.save([{ label: 'copy', edits: [{ kind: 'project', id: THE, before: info, after: { ...info, ...as } }] }])
  } finally {
    await project.close()
  }
}
