import { join } from 'node:path'
import { errorCode, flushFolder, type Disk } from './disk'
import { StorageError } from './storageError'

/** A project's folder on disk: turns names inside it into paths, and sees to it that they stay inside. */
export class Place {
  /** Folders that were found to be real ones. */
  readonly #known = new Set<string>()

  /** @param root absolute, with links resolved */
  constructor(readonly disk: Disk, readonly root: string) {}

  /**
   * The path of a file. Only for names this layer made itself: ids in them have been checked.
   * @param file relative to the project folder, with slashes
   */
  path(file: string): string {
    return file === '' ? this.root : join(this.root, ...file.split('/'))
  }

  /**
   * True when the folder is there. A link in its place is refused, as it may lead out of the project.
   * @throws StorageError 'refused'
   */
  async hasFolder(folder: string): Promise<boolean> {
    if (folder === '' || this.#known.has(folder)) return true
    if (!(await this.hasFolder(folderOf(folder)))) return false
    const found = await this.disk.lstat(this.path(folder)).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return null
      throw error
    })
    if (found && !found.isDirectory()) throw notAFolder(folder)
    if (found) this.#known.add(folder)
    return found !== null
  }

  /** Looks at every folder anew from here on: one may have gone. */
  forgetFolders(): void {
    this.#known.clear()
  }

  /** Makes a folder and those above it where they are missing; resolves when they are durable. */
  async makeFolder(folder: string): Promise<void> {
    if (await this.hasFolder(folder)) return
    await this.makeFolder(folderOf(folder))
    await this.disk.mkdir(this.path(folder)).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error
    })
    await flushFolder(this.disk, this.path(folderOf(folder)))
    await this.hasFolder(folder)
  }
}

/** The folder a file or folder is in; empty for the project folder itself. */
export const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')))

const notAFolder = (folder: string): StorageError => new StorageError(
  'refused', `${folder} is a link or a file where a folder should be. Synoptic follows no links inside a project, so nothing was read or written there. Put the real folder in its place.`,
  { files: [folder] },
)
