import { dirname } from 'node:path'
import { atOnce } from '../atOnce'
import { flushFolder, type Disk } from '../disk'
import { ANNOTATIONS, CORE, INDEX, TEXTS } from '../fileNames'
import { folderOf, Place } from '../place'
import { putNew } from '../replaceFile'
import { StorageError } from '../storageError'
import type { Objects } from './objects'
import type { Entry } from './snapshot'

const AT_ONCE = 8

/** Writes the files of a snapshot as a project of its own. */
export class CopyOut {
  constructor(private readonly disk: Disk, private readonly objects: Objects, private readonly folder: string) {}

  /** See `SnapshotStore.copyTo`. */
  async write(entries: readonly Entry[], progress: (done: number, total: number) => void, signal?: AbortSignal): Promise<void> {
    await this.disk.mkdir(this.folder, { recursive: true })
    if ((await this.disk.readdir(this.folder)).length > 0) throw new StorageError('conflict', 'There is already something in that folder, so no copy was made there. Choose another name or an empty folder.')
    await flushFolder(this.disk, dirname(this.folder))
    const place = new Place(this.disk, await this.disk.realpath(this.folder))
    const folders = new Set([TEXTS, INDEX, ANNOTATIONS, ...entries.map(({ file }) => folderOf(file))])
    for (const folder of folders) await place.makeFolder(folder)
    let done = 0
    const put = async (entry: Entry): Promise<void> => {
      if (signal?.aborted) throw new StorageError('conflict', 'The copy was given up before it was whole, and is no project.')
      await this.#file(place, entry)
      progress(done += 1, entries.length)
    }
    await atOnce(AT_ONCE, entries.filter(({ file }) => file !== CORE.project), put)
    for (const folder of folders) await flushFolder(this.disk, place.path(folder))
    for (const entry of entries.filter(({ file }) => file === CORE.project)) await put(entry)
    await flushFolder(this.disk, place.root)
  }

  /** A text that is lost costs one article its text; anything else would be work that is missing without a word. */
  async #file(place: Place, { file, sha256 }: Entry): Promise<void> {
    const bytes = await this.objects.get(sha256)
    if (bytes) await putNew(this.disk, place.path(file), bytes)
    else if (folderOf(file) !== TEXTS) throw new StorageError('damaged', `The snapshot’s copy of ${file} can’t be read any more, so the copy was not finished and is no project. Nothing else was altered. Choose another snapshot.`, { files: [file] })
  }
}
