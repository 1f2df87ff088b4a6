import { errorCode, readBytes, sha256 } from './disk'
import { textFile } from './fileNames'
import { folderOf, type Place } from './place'
import { IN_CLOUD, isInCloud } from './placeholder'
import { keepAside } from './quarantine'
import { ChangedOnDisk, replaceFile } from './replaceFile'
import { StorageError, storageError } from './storageError'
import { textBytes } from './textBytes'

/** The canonical texts of a project: written once, never altered. */
export class Texts {
  /** File -> SHA-256 of texts written since opening: a text is stored before its article, or its version, is in the project. */
  readonly #written = new Map<string, string>()

  /** @param hashOf the SHA-256 recorded in the project for a version of an article's text */
  constructor(private readonly place: Place, private readonly hashOf: (article: string, version: number) => Promise<string | undefined>) {}

  /** See `ProjectFolder.writeText`. */
  async write(article: string, version: number, text: string): Promise<void> {
    const file = textFile(article, version)
    const { bytes, hash } = await textBytes(article, file, text)
    try {
      await this.place.makeFolder(folderOf(file))
      await replaceFile(this.place.disk, this.place.path(file), bytes, null)
    } catch (error) {
      if (!(error instanceof ChangedOnDisk)) throw storageError(error, `storing ${file}`, file)
      await this.#demandSame(file, bytes)
    }
    this.#written.set(file, hash)
  }

  /** Writes a text as the first version from `from` on that is free; see `ProjectFolder.storeVersion`. */
  async writeNext(article: string, from: number, text: string): Promise<{ readonly version: number; readonly hash: string }> {
    for (let version = from; ; version += 1) {
      try {
        await this.write(article, version, text)
        return { version, hash: sha256(text) }
      } catch (error) {
        // The text of a correction that was undone: redoing it must find it.
        if (!(error instanceof StorageError) || error.code !== 'conflict') throw error
      }
    }
  }

  /** Texts that were staged are where they belong. @param hashes the SHA-256 of each, by article */
  came(hashes: ReadonlyMap<string, string>): void {
    for (const [article, hash] of hashes) this.#written.set(textFile(article, 1), hash)
  }

  /** See `ProjectFolder.text`. */
  async read(article: string, version: number): Promise<{ readonly text: string; readonly intact: boolean }> {
    const file = textFile(article, version)
    const hash = (await this.hashOf(article, version)) ?? this.#written.get(file)
    const bytes = hash === undefined ? null : await this.#bytes(file)
    if (bytes === null && (await isInCloud(this.place, file))) throw new StorageError('not-found', `The text of this article (${file}) ${IN_CLOUD}. Its annotations are kept.`, { files: [file] })
    if (bytes === null) throw new StorageError('not-found', `The text of this article (${file}) is not in the project folder. Its annotations are kept. Put the file back from a copy of the folder.`, {
      files: [file], damaged: hash === undefined ? [] : [{ file, kind: 'missing', problem: 'is missing', keptAs: '', previous: null }],
    })
    // A mark at the beginning counts as text here, or every offset after it would be off by one.
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), intact: sha256(bytes) === hash }
  }

  /** Puts a text back that is gone or not the one that was imported; what is there is kept aside. @throws StorageError 'damaged' when it is not that text either */
  async putBack(article: string, version: number, bytes: Buffer): Promise<void> {
    const file = textFile(article, version)
    if (sha256(bytes) !== (await this.hashOf(article, version))) throw new StorageError('damaged', `That version of ${file} can’t be used: it is not the text that was imported. Nothing was altered. Choose another version.`, { files: [file] })
    const there = await this.#bytes(file)
    if (there?.equals(bytes)) return
    try {
      if (there) await keepAside(this.place, file, there)
      await this.place.makeFolder(folderOf(file))
      await replaceFile(this.place.disk, this.place.path(file), bytes, 'any')
    } catch (error) {
      throw storageError(error, `restoring ${file}`, file)
    }
  }

  async #bytes(file: string): Promise<Buffer | null> {
    try {
      return (await this.place.hasFolder(folderOf(file))) ? await readBytes(this.place.disk, this.place.path(file)) : null
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null
      throw storageError(error, `reading ${file}`, file)
    }
  }

  async #demandSame(file: string, bytes: Buffer): Promise<void> {
    const there = await this.#bytes(file)
    if (there?.equals(bytes)) return
    throw new StorageError('conflict', `Another text is already stored as ${file}. It was left as it is, and the new one was not stored.`, { files: [file] })
  }
}
