import { kindOf } from './fileNames'
import { foldersOf } from './findCopies'
import { folderOf, type Place } from './place'
import type { ProjectFiles } from './projectFiles'

/** Of files in folders in which no name changed so many are asked for their time at each look, in turn: some programs write in place. */
const IN_TURN = 600

/**
 * Tells which of the project's files somebody else wrote while it is open. A folder whose time of change is the one that
 * was seen last is not looked through, and of the others only files that changed since are read: a look at thousands of
 * files that nobody touched reads none of them.
 */
export class OutsideChanges {
  /** When each folder last changed, as it was last seen; in milliseconds of the file system's clock. */
  readonly #seen = new Map<string, number>()
  /** Files that changed and have not been read anew. */
  readonly #changed = new Set<string>()

  constructor(private readonly place: Place, private readonly files: ProjectFiles) {}

  /** Where asking in turn goes on. */
  #next = 0

  /** Files that changed and are shown as they were before. */
  get changed(): readonly string[] {
    return [...this.#changed].sort()
  }

  /** What is there now counts as seen. Call it before anything is read. */
  async begin(): Promise<void> {
    for (const folder of await foldersOf(this.place)) this.#seen.set(folder, await this.#time(folder))
  }

  /** @returns the folders in which something changed, by whomever */
  async look(): Promise<readonly string[]> {
    const touched: string[] = []
    for (const folder of await foldersOf(this.place)) {
      const [before, now] = [this.#seen.get(folder) ?? 0, await this.#time(folder)]
      if (now === before) continue
      touched.push(folder)
      await this.#lookThrough(folder, before, now)
      this.#seen.set(folder, now)
    }
    await this.#askInTurn()
    return touched
  }

  /** What changed has been read anew. */
  settle(): void {
    this.#changed.clear()
  }

  async #askInTurn(): Promise<void> {
    const files = this.files.read
    const from = this.#next < files.length ? this.#next : 0
    this.#next = from + IN_TURN
    for (const file of files.slice(from, this.#next)) {
      if (!this.#changed.has(file) && (await this.#changedAt(file)) > (this.#seen.get(folderOf(file)) ?? 0)) await this.#compare(file)
    }
  }

  async #lookThrough(folder: string, before: number, now: number): Promise<void> {
    const names = await this.place.disk.readdir(this.place.path(folder)).catch(() => [])
    const files = new Set(names.map((name) => (folder === '' ? name : `${folder}/${name}`)))
    const read = new Set(this.files.read.filter((file) => folderOf(file) === folder))
    for (const file of read) if (!files.has(file)) await this.#compare(file)
    for (const file of files) {
      if (kindOf(file) === null) continue
      const changed = await this.#changedAt(file)
      // What was never read here was not written here either.
      if (!read.has(file) && changed > before) this.#changed.add(file)
      // A clock that was set back says nothing about what came after what.
      if (read.has(file) && (changed >= before || now < before)) await this.#compare(file)
    }
  }

  async #compare(file: string): Promise<void> {
    if (await this.files.of(file).changedOutside()) this.#changed.add(file)
  }

  /** When the file, or its name, was last changed: no program can set that as it likes. */
  #changedAt(file: string): Promise<number> {
    return this.place.disk.lstat(this.place.path(file)).then(({ ctimeMs }) => ctimeMs, () => 0)
  }

  /** 0 where there is no such folder, or it can't be looked into. */
  #time(folder: string): Promise<number> {
    return this.place.disk.lstat(this.place.path(folder)).then(({ mtimeMs }) => mtimeMs, () => 0)
  }
}
