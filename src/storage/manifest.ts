import { randomBytes } from 'node:crypto'
import { discard, flushFolder, readBytes } from './disk'
import { ANNOTATIONS, CORE, coreKinds, fnv1a, INDEX, isId, kindOf, MANIFEST, OLD_INDEX } from './fileNames'
import { folderOf, type Place } from './place'
import { previousOf } from './replaceFile'

/** With more files than this they are gathered into one when the project is next opened. */
const MOST_FILES = 16

/**
 * Which files of records the project has ever had: a file that is listed and gone is lost, and not one that never was.
 * The list only grows. It is what all files in its folder say together, so that copies of a sync service and lines of
 * two machines add up; each line carries a checksum, and one that was torn or altered counts for nothing. Every opening
 * writes to a file of its own, and only when there is something new. That a line fails to be written is no failure of
 * what it is about: it is written with the next, at the latest when the project is opened again.
 */
export class Manifest {
  /** Folder -> files in it. */
  readonly #listed = new Map<string, Set<string>>()
  /** Files that are there and not yet listed on disk. */
  readonly #pending = new Set<string>()
  readonly #own = `${MANIFEST}/${randomBytes(4).toString('hex')}.txt`
  /** Files of the manifest that were read. */
  #read: readonly string[] = []
  #begun = false

  constructor(private readonly place: Place) {}

  /** How many files wait to be listed on disk. */
  get pending(): number {
    return this.#pending.size
  }

  /** True when the file was there once, relative to the project folder. */
  has(file: string): boolean {
    return this.#listed.get(folderOf(file))?.has(file) ?? false
  }

  /** The files there were in a folder, such as `articles/index`. */
  filesIn(folder: string): Iterable<string> {
    return this.#listed.get(folder) ?? []
  }

  /** The folders that held files, such as `annotations/ana`. */
  get folders(): Iterable<string> {
    return this.#listed.keys()
  }

  /** Reads all that can be read of it; the rest counts for nothing. */
  async open(): Promise<void> {
    this.#read = await this.#files()
    for (const file of this.#read) {
      const text = await readBytes(this.place.disk, this.place.path(file)).then((bytes) => bytes.toString('latin1'), () => '')
      for (const line of text.split('\n')) {
        const listed = fileIn(line)
        if (listed !== null) this.#add(listed)
      }
    }
  }

  /** Says that a file is there, durably. `flush` writes it down. */
  note(file: string): void {
    if (!isListable(file) || this.has(file)) return
    this.#add(file)
    this.#pending.add(file)
  }

  /** Writes down what was noted, in one go; resolves when that is durable, or has failed and is kept for the next time. */
  async flush(): Promise<void> {
    if (this.#pending.size === 0) return
    const now = [...this.#pending]
    try {
      await this.#append(now)
    } catch {
      // A full disk or a drive that is gone: whatever else is saved says so.
      this.place.forgetFolders()
      return
    }
    for (const file of now) this.#pending.delete(file)
  }

  /** Adds what is there and not listed, as in projects of older versions, and gathers many files into one. @param but files that are none of the project's */
  async heal(but: ReadonlySet<string>): Promise<void> {
    for (const file of await this.#found()) if (!but.has(file)) this.note(file)
    const old = this.#read.length > MOST_FILES ? this.#read : []
    if (old.length > 0) for (const files of this.#listed.values()) for (const file of files) this.#pending.add(file)
    await this.flush()
    // Whoever still writes to one of them makes it anew, and what it held is in ours.
    if (this.#pending.size === 0) for (const file of old) await discard(this.place.disk, this.place.path(file))
  }

  #add(file: string): void {
    const folder = folderOf(file)
    const there = this.#listed.get(folder)
    if (there) there.add(file)
    else this.#listed.set(folder, new Set([file]))
  }

  async #append(files: readonly string[]): Promise<void> {
    const { disk } = this.place
    await this.place.makeFolder(MANIFEST)
    const handle = await disk.open(this.place.path(this.#own), 'a', 0o600)
    try {
      // What comes first ends a line that was torn.
      await handle.writeFile(`\n${files.map((file) => `${file} ${checksum(file)}\n`).join('')}`)
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (!this.#begun) await flushFolder(disk, this.place.path(MANIFEST))
    this.#begun = true
  }

  async #files(): Promise<readonly string[]> {
    return (await this.#names(MANIFEST)).map((name) => `${MANIFEST}/${name}`)
  }

  /** What there is of the project's files, whole or not. */
  async #found(): Promise<readonly string[]> {
    const coders = (await this.#names(ANNOTATIONS)).filter(isId)
    const folders = [INDEX, ...coders.map((coder) => `${ANNOTATIONS}/${coder}`)]
    const found = new Set<string>()
    for (const name of await this.#names('')) if (coreKinds.some((kind) => CORE[kind] === name || previousOf(CORE[kind]) === name)) found.add(name.replace(/\.bak$/, ''))
    for (const folder of folders) for (const name of await this.#names(folder)) found.add(`${folder}/${name.replace(/\.bak$/, '')}`)
    return [...found].filter(isListable)
  }

  /** Nothing, where there is no such folder or a link in its place. */
  async #names(folder: string): Promise<readonly string[]> {
    try {
      return (await this.place.hasFolder(folder)) ? await this.place.disk.readdir(this.place.path(folder)) : []
    } catch {
      return []
    }
  }
}

/** Lists of articles of older formats go when they are put into parts; texts are known from their articles. */
const isListable = (file: string): boolean => file !== OLD_INDEX && kindOf(file) !== null

/** The file a line names; null when it names none, or is not as it was written. */
function fileIn(line: string): string | null {
  const at = line.lastIndexOf(' ')
  const file = line.slice(0, Math.max(0, at))
  return at > 0 && line.slice(at + 1).trimEnd() === checksum(file) && isListable(file) ? file : null
}

const checksum = (file: string): string => fnv1a(file).toString(16).padStart(8, '0')
