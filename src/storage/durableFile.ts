import type { Adapter } from 'lowdb'
import { FORMAT_VERSION } from '../domain/project/format'
import { decode, encode, type Content, type Expected, type Generation } from './envelope'
import { errorCode, fingerprint, readBytes, type Disk, type Fingerprint } from './disk'
import { previousOf, replaceFile } from './replaceFile'

/** lowdb's access to one file: every read is checked, every write is durable and keeps the generation before. */
export class DurableFile<D> implements Adapter<Content<D> | null> {
  /** The bytes that were there last, whole or not; null when there was no file. */
  #known: Fingerprint | null = null
  /** What was last read whole or written; it outlasts damage that happens while the project is open. */
  #last: Generation<D> | null = null

  constructor(readonly disk: Disk, readonly path: string, readonly expected: Expected<D>) {}

  /**
   * @returns null when there is no such file
   * @throws DamageError, NewerVersionError, or what Node throws
   */
  async read(): Promise<Content<D> | null> {
    const bytes = await this.bytes()
    this.#known = bytes && fingerprint(bytes)
    if (!bytes) return null
    this.#last = decode(bytes, this.expected)
    return this.#last
  }

  /** True when a newer version of Synoptic wrote it. */
  get newer(): boolean {
    return this.#last?.newer ?? false
  }

  /**
   * Resolves when the data is durable.
   * @throws ChangedOnDisk when the file is not the one last read: read again, put the edits onto that, write again
   */
  async write(content: Content<D> | null): Promise<void> {
    // Null is how a file that is not there is read; lowdb never writes it.
    if (content !== null) await this.#replace(content, this.#known)
  }

  /** True when the bytes on disk are those that were last read or written here. */
  async isCurrent(): Promise<boolean> {
    const bytes = await this.bytes()
    return bytes === null ? this.#known === null : this.#known?.hash === fingerprint(bytes).hash
  }

  /** Writes whatever is there, which must have been kept aside; `.bak` stays. */
  async overwrite(content: Content<D>): Promise<void> {
    this.#last = await this.previous()
    await this.#replace(content, 'any')
  }

  /** The bytes as they are; null when there is no file. */
  bytes(): Promise<Buffer | null> {
    return bytesOf(this.disk, this.path)
  }

  /** The newest generation there is besides the file itself: `.bak`, or what was read before the file was damaged. */
  async previous(): Promise<Generation<D> | null> {
    const kept = await this.#kept()
    const newest = kept && kept.generation >= (this.#last?.generation ?? 0) ? kept : this.#last
    return newest?.newer ? null : newest
  }

  async #kept(): Promise<Generation<D> | null> {
    try {
      const bytes = await bytesOf(this.disk, previousOf(this.path))
      return bytes && decode(bytes, this.expected)
    } catch {
      return null
    }
  }

  async #replace({ data, versions }: Content<D>, known: Fingerprint | null | 'any'): Promise<void> {
    const { kind, id } = this.expected
    const next = { data, versions, generation: (this.#last?.generation ?? 0) + 1, written: new Date().toISOString(), version: FORMAT_VERSION, newer: false }
    const bytes = encode(kind, id, next)
    await replaceFile(this.disk, this.path, bytes, known)
    this.#known = fingerprint(bytes)
    this.#last = next
  }
}

async function bytesOf(disk: Disk, path: string): Promise<Buffer | null> {
  return readBytes(disk, path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  })
}
