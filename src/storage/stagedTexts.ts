import { atOnce } from './atOnce'
import { discard, errorCode, exists, flushFolder, lacksLinks, readBytes, sha256 } from './disk'
import { STAGED, stagedFile, textFile } from './fileNames'
import { renamePatiently } from './patience'
import { folderOf, type Place } from './place'
import { StorageError, storageError } from './storageError'
import { textBytes } from './textBytes'

/** Files flushed at the same time: the disk makes one journey of several. */
const AT_ONCE = 16

interface Staged {
  readonly hash: string
  readonly bytes: number
  /** Where it is: among the staged ones, or, while it is being kept, already where it belongs. */
  file: string
}

/**
 * Texts of articles of which nobody has said yet that they come in. They lie in a folder of their own and are not flushed:
 * what a crash leaves there is of no article and can go.
 */
export class StagedTexts {
  readonly #staged = new Map<string, Staged>()

  constructor(private readonly place: Place) {}

  has(article: string): boolean {
    return this.#staged.has(article)
  }

  /** See `ProjectFolder.stageText`. */
  async stage(article: string, text: string): Promise<void> {
    const file = stagedFile(article)
    const { bytes, hash } = await textBytes(article, file, text)
    try {
      await this.place.makeFolder(STAGED)
      await this.#write(file, bytes)
    } catch (error) {
      await discard(this.place.disk, this.place.path(file))
      throw storageError(error, `storing ${file}`, file)
    }
    this.#staged.set(article, { hash, bytes: bytes.length, file })
  }

  /** @throws StorageError 'not-found' */
  async read(article: string): Promise<{ readonly text: string; readonly intact: boolean }> {
    const { file, hash } = this.#demand(article)
    try {
      const bytes = await readBytes(this.place.disk, this.place.path(file))
      return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), intact: sha256(bytes) === hash }
    } catch (error) {
      throw storageError(error, `reading ${file}`, file)
    }
  }

  /** See `ProjectFolder.keepTexts`. @returns the SHA-256 of each */
  async keep(articles: readonly string[], progress: (done: number) => void = () => undefined): Promise<ReadonlyMap<string, string>> {
    const kept = new Map(articles.map((article) => [article, this.#demand(article)]))
    const target = folderOf(textFile('any', 1))
    let flushed = 0
    try {
      // All are flushed before the first has a name that counts: what fails, fails here.
      await atOnce(AT_ONCE, kept.values(), async (staged) => {
        await this.#flush(staged)
        progress(flushed += 1)
      })
      await this.place.makeFolder(target)
      await atOnce(AT_ONCE, kept, ([article, staged]) => this.#move(article, staged))
      await flushFolder(this.place.disk, this.place.path(target))
    } catch (error) {
      throw storageError(error, 'storing texts', target)
    }
    for (const article of articles) this.#staged.delete(article)
    return new Map([...kept].map(([article, { hash }]) => [article, hash]))
  }

  /** See `ProjectFolder.dropTexts`. */
  async drop(articles: Iterable<string>): Promise<void> {
    await atOnce(AT_ONCE, [...articles], async (article) => {
      const staged = this.#staged.get(article)
      this.#staged.delete(article)
      if (staged) await discard(this.place.disk, this.place.path(staged.file))
    })
  }

  dropAll(): Promise<void> {
    return this.drop([...this.#staged.keys()])
  }

  async #write(file: string, bytes: Buffer): Promise<void> {
    const handle = await this.place.disk.open(this.place.path(file), 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
    } finally {
      await handle.close()
    }
  }

  async #flush({ file, bytes }: Staged): Promise<void> {
    const handle = await this.place.disk.open(this.place.path(file), 'r+')
    try {
      await handle.sync()
      const { size } = await handle.stat()
      if (size !== bytes) throw Object.assign(new Error(`${size} of ${bytes} bytes were written`), { code: 'ENOSPC' })
    } finally {
      await handle.close()
    }
  }

  /** A link fails where the name is taken; a rename would replace what is there. */
  async #move(article: string, staged: Staged): Promise<void> {
    const [from, file] = [staged.file, textFile(article, 1)]
    if (from === file) return
    const { disk } = this.place
    try {
      await disk.link(this.place.path(from), this.place.path(file))
      await discard(disk, this.place.path(from))
    } catch (error) {
      if (errorCode(error) === 'EEXIST' || (lacksLinks(error) && (await exists(disk, this.place.path(file))))) throw taken(file)
      if (!lacksLinks(error)) throw error
      await renamePatiently(disk, this.place.path(from), this.place.path(file))
    }
    staged.file = file
  }

  #demand(article: string): Staged {
    const staged = this.#staged.get(article)
    if (staged) return staged
    throw new StorageError('not-found', `The text of article ${article} is not waiting to come in any more. Nothing was stored. Read the files again.`, { files: [stagedFile(article)] })
  }
}

const taken = (file: string): StorageError =>
  new StorageError('conflict', `Another text is already stored as ${file}. It was left as it is, and the new one was not stored.`, { files: [file] })
