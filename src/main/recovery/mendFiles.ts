import type { Replacement } from '../../preload/contract'
import type { ProjectFolder } from '../../storage/projectFolder'
import type { SnapshotStore } from '../../storage/snapshots/snapshotStore'
import { StorageError } from '../../storage/storageError'
import { bytesOf } from './versions'

/**
 * Mends damaged files of an open project: see `project.mend`.
 * @throws StorageError when it could be done for none of them, or something else is in the way, such as a full disk
 */
export async function mendFiles(folder: ProjectFolder, store: SnapshotStore, files: readonly string[], how: Replacement | 'again'): Promise<{ readonly left: number }> {
  const mend = typeof how === 'string' ? { previous: restore, nothing: startAfresh, again: lookAgain }[how] : await fromSnapshot(store, folder.info.id, how.snapshot, files)
  let [left, first]: [number, unknown] = [0, undefined]
  for (const file of files) {
    try {
      if (!(await mend(folder, file))) left += 1
    } catch (error) {
      if (!(error instanceof StorageError) || !OF_ONE_FILE.has(error.code)) throw error
      left += 1
      first ??= error
    }
  }
  if (left === files.length && first !== undefined) throw first
  return { left }
}

/** What says something of the one file and nothing of the others. */
const OF_ONE_FILE = new Set(['not-found', 'damaged', 'refused'])

/** @returns whether the file is sound after it */
type Mend = (folder: ProjectFolder, file: string) => Promise<boolean>

const restore: Mend = (folder, file) => folder.restore(file).then(() => true)
const startAfresh: Mend = (folder, file) => folder.startAfresh(file).then(() => true)
const lookAgain: Mend = (folder, file) => folder.lookAgain(file)

async function fromSnapshot(store: SnapshotStore, project: string, snapshot: string, files: readonly string[]): Promise<Mend> {
  const found = await bytesOf(store, project, snapshot, files)
  return async (folder, file) => {
    const bytes = found.get(file)
    if (bytes) await folder.putBack(file, bytes)
    return bytes !== undefined
  }
}
