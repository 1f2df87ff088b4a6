import type { FileVersion } from '../../preload/contract'
import { INDEX } from '../../storage/fileNames'
import type { SnapshotStore } from '../../storage/snapshots/snapshotStore'
import { countIn } from '../../storage/snapshots/recordsIn'
import { AppError } from '../failure'

/** So many are offered, and so many snapshots are looked through for them. */
const MOST_OFFERED = 8
const MOST_LOOKED_AT = 40
/** Of more files than this only what the snapshot says of them is looked at, and not the files themselves. */
const MOST_READ = 8

/**
 * What snapshots have of some files of a project, the newest first. What can't be read is left out, and so is what the
 * next newer one has, too.
 */
export async function versionsOf(store: SnapshotStore, project: string, files: readonly string[]): Promise<readonly FileVersion[]> {
  const found: FileVersion[] = []
  let last = ''
  const counts = new Map<string, number>()
  for (const { id, taken } of (await store.list(project)).slice(0, MOST_LOOKED_AT)) {
    const entries = await store.entries(project, id).catch(() => new Map<string, never>())
    const here = filesMeant(files, entries.keys()).flatMap((file) => entries.get(file) ?? [])
    for (const { file, sha256, count } of here) if (!counts.has(sha256)) counts.set(sha256, here.length > MOST_READ ? count : await recordsIn(store, project, id, file))
    const sound = here.filter(({ sha256 }) => (counts.get(sha256) ?? -1) >= 0)
    const same = sound.map(({ sha256 }) => sha256).join()
    if (sound.length === 0 || same === last) continue
    last = same
    found.push({ snapshot: id, taken, files: sound.length, records: sound.reduce((sum, { sha256 }) => sum + (counts.get(sha256) ?? 0), 0) })
    if (found.length === MOST_OFFERED) break
  }
  return found
}

/** The list of articles as a whole is all of its parts that there are. */
export function filesMeant(files: readonly string[], there: Iterable<string>): readonly string[] {
  return files.includes(INDEX) ? [...there].filter((file) => file.startsWith(`${INDEX}/`)) : files
}

/** @returns -1 when it can't be read */
async function recordsIn(store: SnapshotStore, project: string, snapshot: string, file: string): Promise<number> {
  try {
    const bytes = await store.readFile(project, snapshot, file)
    return bytes === null ? -1 : countIn(file, bytes)
  } catch {
    return -1
  }
}

/** The bytes a snapshot has of some files. @throws AppError when it has none of them any more */
export async function bytesOf(store: SnapshotStore, project: string, snapshot: string, files: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>()
  for (const file of files) {
    const bytes = await store.readFile(project, snapshot, file)
    if (bytes !== null) found.set(file, bytes)
  }
  if (found.size === 0) throw new AppError('not-found', 'This snapshot does not have that file any more, or can’t be read. Nothing was altered. Choose another one.')
  return found
}
