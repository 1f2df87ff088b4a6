import { seenByEither } from '../domain/merge/dot'
import type { Promised } from '../domain/merge/versioned'
import type { DamagedFile } from '../domain/project/damagedFile'
import { errorCode, exists, flushFolder, readBytes } from './disk'
import { DamageError, encode } from './envelope'
import { JOURNAL } from './fileNames'
import { entryData, entryFile, journalFiles, partData, partFile, partFiles, readEntry } from './journalEntry'
import type { Place } from './place'
import type { Batch, Batches, Put, PutsByFile } from './put'
import { keepAside } from './quarantine'
import { replaceFile } from './replaceFile'

/** The name of the write of each file, as the file gave it. */
export type Promises = ReadonlyMap<string, Promised | null>

/** An entry on disk. */
interface Entry {
  /** Relative to the project folder, like its parts. */
  readonly file: string
  readonly parts: readonly string[]
  /** The files of records it puts something into. */
  readonly names: ReadonlySet<string>
}

/**
 * What is to be put into several files, written down before the first of them is touched, so that a crash leaves
 * either nothing of it or a record from which the rest is done when the project is opened again. A change too large to
 * be written down at once comes in parts, which count for nothing until the entry that names them is durable.
 */
export class Journal {
  /** Oldest first. */
  #entries: Entry[] = []
  readonly #left = new Map<string, readonly Put[]>()
  /** The same as the writes that it comes from. */
  readonly #batches = new Map<string, readonly Batch[]>()
  #next = 1
  /** True when the entries on disk say more than is left to do. */
  #stale = false

  constructor(private readonly place: Place) {}

  /** What is still to be done; empty when no change was interrupted or is under way. */
  get left(): PutsByFile {
    return this.#left
  }

  /** What is still to be put into a file, write by write, the oldest first. */
  batches(file: string): readonly Batch[] {
    return this.#batches.get(file) ?? []
  }

  /** True when an entry on disk names the file: replayed after a crash it would overwrite what is saved without the journal. */
  names(file: string): boolean {
    return this.#entries.some((entry) => entry.names.has(file))
  }

  /**
   * Reads what a crash left. Entries that can't be read are kept aside with their parts and listed, and nothing of them
   * is done. Parts that no entry names belong to a change that was not decided: they go.
   */
  async recover(): Promise<readonly DamagedFile[]> {
    const { entries, parts } = await journalFiles(this.place)
    const damaged: DamagedFile[] = []
    for (const file of entries) {
      this.#next = Number.parseInt(file.slice(JOURNAL.length + 1), 10) + 1
      damaged.push(...(await this.#recoverEntry(file)))
    }
    const named = new Set(this.#entries.flatMap((entry) => entry.parts))
    const unnamed = parts.filter((part) => !named.has(part))
    if (damaged.length > 0) for (const part of unnamed) await this.#keep(part)
    await this.dropParts(unnamed)
    this.#stale = damaged.length > 0
    return damaged
  }

  /** Writes down what is about to be done, and the names that the write of each file gets; resolves when that is durable. */
  async begin(puts: PutsByFile, promises: Promises): Promise<void> {
    const batches = this.#named(puts, promises)
    await this.#writeEntry(entryData(batches), new Set(puts.keys()))
    this.#add(batches)
  }

  /** Writes down part number `number` of a change that is not decided yet; resolves when that is durable. */
  async writePart(group: string, number: number, puts: PutsByFile): Promise<void> {
    await this.place.makeFolder(JOURNAL)
    await this.#write(partFile(group, number), partData(puts))
  }

  /**
   * Decides a change that was written down in so many parts, which come to `puts`; resolves when that is durable.
   * When it fails the change is not decided, or that is taken back before anything else is saved.
   */
  async decide(group: string, count: number, puts: PutsByFile, promises: Promises): Promise<void> {
    const batches = this.#named(puts, promises)
    try {
      await this.#writeEntry(entryData(batches, { group, count }), new Set(puts.keys()), partFiles(group, count))
    } catch (error) {
      const entry = this.#entries.at(-1)
      if (entry) await this.#forget([entry]).catch(() => undefined)
      throw error
    }
    this.#add(batches)
  }

  /** Removes parts that were not decided. What can't be removed now goes when the project is next opened. */
  async dropParts(parts: readonly string[]): Promise<void> {
    for (const part of parts) await this.#remove(part).catch(() => undefined)
  }

  /** Says that a file has been dealt with. */
  done(file: string): void {
    this.#left.delete(file)
    this.#batches.delete(file)
    this.#stale = true
  }

  /** Brings the entries on disk in line with what is left; resolves when that is durable. */
  async settle(): Promise<void> {
    if (!this.#stale) return
    const old = [...this.#entries]
    if (this.#left.size > 0) await this.#writeEntry(entryData(this.#batches), new Set(this.#left.keys()))
    this.#stale = true
    await this.#forget(old)
    this.#stale = false
  }

  /**
   * Removes entries, the oldest first and each for good before the next: an older change must never be replayed over a newer one,
   * and of names removed together a power loss may bring back any.
   */
  async #forget(old: readonly Entry[]): Promise<void> {
    for (const entry of old) await this.#removeEntry(entry)
    this.#entries = this.#entries.filter((entry) => !old.includes(entry))
  }

  async #writeEntry(data: unknown, names: ReadonlySet<string>, parts: readonly string[] = []): Promise<void> {
    const file = entryFile(this.#next)
    await this.place.makeFolder(JOURNAL)
    const wasStale = this.#stale
    this.#next += 1
    this.#entries.push({ file, parts, names })
    // Should writing fail late, the entry may be there all the same: it is removed before anything else is saved.
    this.#stale = true
    await this.#write(file, data)
    this.#stale = wasStale
  }

  #write(file: string, data: unknown): Promise<void> {
    const id = file.replace(/\.json$/, '')
    return replaceFile(this.place.disk, this.place.path(file), encode('journal', id, { data, generation: 1, written: new Date().toISOString() }), null)
  }

  async #recoverEntry(file: string): Promise<readonly DamagedFile[]> {
    try {
      const read = await readEntry((name) => readBytes(this.place.disk, this.place.path(name)), file)
      this.#add(read.batches)
      this.#entries.push({ file, parts: read.parts, names: new Set(read.batches.keys()) })
      return []
    } catch (error) {
      if (!(error instanceof DamageError)) throw error
      // Another process has carried it out meanwhile.
      if (!(await exists(this.place.disk, this.place.path(file)))) return []
      this.#entries.push({ file, parts: [], names: new Set() })
      return [{ file, kind: 'damaged', problem: error.message, keptAs: await this.#keep(file), previous: null }]
    }
  }

  async #keep(file: string): Promise<string> {
    return keepAside(this.place, file, await readBytes(this.place.disk, this.place.path(file)))
  }

  /** What is left for a file comes before, and is known to whoever made this; when that has no name, neither can this. */
  #named(puts: PutsByFile, promises: Promises): Batches {
    return new Map([...puts].map(([file, list]): readonly [string, readonly Batch[]] => {
      const before = this.batches(file).map(({ as }) => as)
      const promised = promises.get(file) ?? null
      if (!promised || before.includes(null)) return [file, [{ puts: list, as: null }]]
      const knowing = before.reduce((seen, as) => (as ? seenByEither(seen, new Map([[as.at.writer, as.at.count]])) : seen), promised.knowing)
      return [file, [{ puts: list, as: { ...promised, knowing } }]]
    }))
  }

  #add(batches: Batches): void {
    for (const [file, list] of batches) {
      this.#left.set(file, [...(this.#left.get(file) ?? []), ...list.flatMap(({ puts }) => puts)])
      this.#batches.set(file, [...this.batches(file), ...list])
    }
  }

  /** Without the entry its parts count for nothing: it goes first, for good. */
  async #removeEntry({ file, parts }: Entry): Promise<void> {
    await this.#remove(file)
    await flushFolder(this.place.disk, this.place.path(JOURNAL))
    for (const part of parts) await this.#remove(part)
  }

  async #remove(file: string): Promise<void> {
    await this.place.disk.unlink(this.place.path(file)).catch((error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw error
    })
  }
}
