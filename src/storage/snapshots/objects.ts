import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { deflate, inflate } from 'node:zlib'
import { errorCode, flushFolder, readBytes, sha256, type Disk } from '../disk'
import { putNew } from '../replaceFile'

const pack = promisify(deflate) as (bytes: Buffer) => Promise<Buffer>
const unpack = promisify(inflate) as (bytes: Buffer) => Promise<Buffer>

/** What says of an object that it is gone or no longer what was kept; anything else says nothing of it. */
const SPOILT = new Set(['ENOENT', 'Z_DATA_ERROR', 'Z_BUF_ERROR', 'Z_NEED_DICT'])

/** Bytes under the name of their own SHA-256, each once, compressed. */
export class Objects {
  /** Folders with names that are not durable yet. */
  readonly #unflushed = new Set<string>()

  /** @param root a folder, which need not be there yet */
  constructor(private readonly disk: Disk, private readonly root: string) {}

  /**
   * Keeps bytes; durable after the next `flush`.
   * @returns under which name, and how many bytes they take
   */
  async put(bytes: Buffer): Promise<{ readonly hash: string; readonly stored: number }> {
    const hash = sha256(bytes)
    // Also for what is there already: a snapshot that was given up wrote it and never came to flush it.
    this.#unflushed.add(dirname(this.#path(hash)))
    // What is there already may have suffered: it is only relied on when it reads well.
    if ((await this.get(hash)) !== null) return { hash, stored: (await this.disk.lstat(this.#path(hash))).size }
    const packed = await pack(bytes)
    await this.#write(hash, packed)
    return { hash, stored: packed.length }
  }

  /** @returns null when there is nothing of this name, or not what was kept, or it can't be read now */
  get(hash: string): Promise<Buffer | null> {
    return this.read(hash).catch(() => null)
  }

  /**
   * The same for what is decided on it.
   * @returns null when there is certainly nothing of this name, or not what was kept
   * @throws what Node throws when it can't be read now
   */
  async read(hash: string): Promise<Buffer | null> {
    try {
      const bytes = await unpack(await readBytes(this.disk, this.#path(hash)))
      return sha256(bytes) === hash ? bytes : null
    } catch (error) {
      if (SPOILT.has(errorCode(error))) return null
      throw error
    }
  }

  /** Makes the names of all that was kept durable. */
  async flush(): Promise<void> {
    const folders = [...this.#unflushed]
    if (folders.length === 0) return
    for (const folder of [...folders, this.root, dirname(this.root)]) await flushFolder(this.disk, folder)
    for (const folder of folders) this.#unflushed.delete(folder)
  }

  /** The names of all there are, whether they read well or not. */
  async names(): Promise<ReadonlySet<string>> {
    const all = new Set<string>()
    for (const folder of await namesIn(this.disk, this.root)) for (const name of await namesIn(this.disk, join(this.root, folder))) all.add(name)
    return all
  }

  /** Removes all but the named ones. */
  async keepOnly(hashes: ReadonlySet<string>): Promise<void> {
    for (const folder of await namesIn(this.disk, this.root)) {
      for (const name of await namesIn(this.disk, join(this.root, folder))) {
        if (!hashes.has(name)) await this.disk.unlink(join(this.root, folder, name))
      }
    }
  }

  async #write(hash: string, packed: Buffer): Promise<void> {
    const path = this.#path(hash)
    await this.disk.mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await putNew(this.disk, path, packed)
  }

  #path(hash: string): string {
    return join(this.root, hash.slice(0, 2), hash)
  }
}

/** What is in a folder; nothing when there is no folder. */
export async function namesIn(disk: Disk, folder: string): Promise<readonly string[]> {
  return disk.readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  })
}
