import { Low } from 'lowdb'
import { NewerVersionError } from '../domain/project/format'
import { emptyRecords, putRecord, type Records } from '../domain/project/records'
import type { DamagedFile } from '../domain/project/damagedFile'
import { errorCode, exists, readBytes } from './disk'
import { DurableFile } from './durableFile'
import { DamageError } from './envelope'
import type { FileShape } from './fileShape'
import { folderOf, type Place } from './place'
import type { Put } from './put'
import { keepAside, moveAside } from './quarantine'
import { ChangedOnDisk, previousOf } from './replaceFile'
import { awaitsDecision, StorageError, storageError } from './storageError'

// What a busy or failing machine says; it tells nothing about the file.
const PASSING = new Set(['EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN', 'EINTR'])

/** What the owner of the files tells each of them. */
export interface Custody {
  readonly place: Place
  /** False when nothing in the folder may be written, not even a copy of what is damaged. */
  readonly mayWrite: () => boolean
}

/** One file of records: read once, saved by putting records into what is on disk, never written while it is damaged. */
export class RecordFile<D> {
  readonly #disk: DurableFile<D>
  readonly #low: Low<D | null>
  /** As it is on disk, durably; for a damaged file what can stand in for it. */
  #data: D | null = null
  #records: { readonly of: D | null; readonly records: Records } | undefined
  #loading: Promise<void> | null = null
  #damage: DamagedFile | null = null
  #tooNew = false

  constructor(readonly file: string, private readonly shape: FileShape<D>, private readonly custody: Custody) {
    const { place } = custody
    this.#disk = new DurableFile(place.disk, place.path(file), { kind: shape.kind, id: file.replace(/\.json$/, ''), schema: shape.schema })
    this.#low = new Low<D | null>(this.#disk, null)
  }

  get damage(): DamagedFile | null {
    return this.#damage
  }

  /** False when there is neither a file nor anything to stand in for it. */
  get present(): boolean {
    return this.#data !== null
  }

  /** True when a newer version of Synoptic wrote it. */
  get newer(): boolean {
    return this.#tooNew || this.#disk.newer
  }

  /** What is on disk, for looking things up; worked out when it is first asked for after a change. */
  get records(): Records {
    if (this.#records?.of !== this.#data) {
      const records = emptyRecords()
      this.fill(records)
      this.#records = { of: this.#data, records }
    }
    return this.#records.records
  }

  /** Adds what is on disk to `records`. */
  fill(records: Records): void {
    if (this.#data !== null) this.shape.fill(records, this.#data)
  }

  /** Reads the file the first time it is called. Damage is found, not thrown. @throws StorageError */
  load(): Promise<void> {
    this.#loading ??= this.#read().catch((error: unknown) => {
      this.#loading = null
      throw storageError(error, `reading ${this.file}`, this.file)
    })
    return this.#loading
  }

  /** @throws StorageError when the file awaits a decision or is of a newer version */
  async demandWritable(): Promise<void> {
    await this.load()
    if (this.#damage) await this.#reload()
    if (this.newer) throw new StorageError('read-only', `${this.file} was written by a newer version of Synoptic and is left unchanged. Open the project with that version to go on working on it.`, { files: [this.file] })
    if (this.#damage) throw awaitsDecision(this.#damage)
  }

  /**
   * Puts records in place; resolves when that is durable. When somebody else wrote the file meanwhile, the records are
   * put onto what is there now. Putting the same again changes nothing.
   * @throws StorageError
   */
  async put(puts: readonly Put[]): Promise<void> {
    for (;;) {
      await this.demandWritable()
      const data = this.#with(puts)
      try {
        await this.#write(data)
        return
      } catch (error) {
        if (!(error instanceof ChangedOnDisk)) throw storageError(error, `saving ${this.file}`, this.file)
      }
      await this.#reload()
    }
  }

  /** See `ProjectFolder.restore`. */
  async restore(): Promise<void> {
    if (await this.#soundNow()) return
    const previous = await this.#disk.previous()
    if (!previous) throw new StorageError('not-found', `There is no readable previous generation of ${this.file}. The damaged file stays where it is.`, { files: [this.file] })
    await this.#overwrite(previous.data)
  }

  /** See `ProjectFolder.startAfresh`. */
  async startAfresh(): Promise<void> {
    if (await this.#soundNow()) return
    await this.#keepPrevious()
    await this.#overwrite(this.shape.gather(emptyRecords()))
  }

  #with(puts: readonly Put[]): D {
    const records = emptyRecords()
    this.fill(records)
    for (const put of puts) putRecord(records, put.kind, put.id, put.record)
    return this.shape.gather(records)
  }

  async #write(data: D): Promise<void> {
    const { place } = this.custody
    await place.makeFolder(folderOf(this.file))
    this.#low.data = data
    try {
      await this.#low.write()
    } catch (error) {
      place.forgetFolders()
      throw error
    }
    this.#data = data
  }

  async #read(): Promise<void> {
    this.#low.data = null
    this.#tooNew = false
    try {
      if (await this.custody.place.hasFolder(folderOf(this.file))) await this.#low.read()
      if (this.#low.data === null && (await this.#wasThere())) throw new DamageError('is missing')
      this.#data = this.#low.data
      this.#damage = null
    } catch (error) {
      if (PASSING.has(errorCode(error)) || error instanceof StorageError) throw error
      this.#damage = await this.#examine(error)
    }
  }

  /** A file that is gone is not one that never was. */
  async #wasThere(): Promise<boolean> {
    return this.#data !== null || exists(this.#disk.disk, previousOf(this.#disk.path))
  }

  async #examine(error: unknown): Promise<DamagedFile> {
    this.#tooNew = error instanceof NewerVersionError
    const previous = this.#tooNew ? null : await this.#disk.previous()
    if (this.shape.kind !== 'annotations') this.#data ??= previous?.data ?? null
    return {
      file: this.file,
      problem: problemOf(error),
      keptAs: await this.#keep(),
      previous: previous && { generation: previous.generation, records: this.shape.count(previous.data), written: previous.written },
    }
  }

  /** Copies the damaged bytes aside if that may be; otherwise they simply stay where they are. */
  async #keep(): Promise<string> {
    try {
      const bytes = await this.#disk.bytes()
      if (bytes === null) return ''
      return this.custody.mayWrite() && !this.#tooNew ? await keepAside(this.custody.place, this.file, bytes) : this.file
    } catch {
      return this.file
    }
  }

  /** True when the file has been put right from outside meanwhile. @throws StorageError when a newer version wrote it */
  async #soundNow(): Promise<boolean> {
    await this.#reload()
    if (this.newer) await this.demandWritable()
    return this.#damage === null
  }

  #reload(): Promise<void> {
    this.#loading = null
    return this.load()
  }

  /** After starting afresh the next save replaces `.bak`, so it is kept aside too. */
  async #keepPrevious(): Promise<void> {
    const { place } = this.custody
    const file = previousOf(this.file)
    if (await exists(place.disk, place.path(file))) await keepAside(place, file, await readBytes(place.disk, place.path(file)))
  }

  async #overwrite(data: D): Promise<void> {
    try {
      const bytes = await this.#disk.bytes().catch(() => undefined)
      if (bytes === undefined) await moveAside(this.custody.place, this.file)
      else if (bytes !== null) await keepAside(this.custody.place, this.file, bytes)
      this.custody.place.forgetFolders()
      await this.custody.place.makeFolder(folderOf(this.file))
      await this.#disk.overwrite(data)
    } catch (error) {
      throw storageError(error, `restoring ${this.file}`, this.file)
    }
    this.#data = data
    this.#damage = null
  }
}

function problemOf(error: unknown): string {
  if (error instanceof DamageError) return error.message
  return error instanceof NewerVersionError ? `was ${error.message}` : `can’t be read (${errorCode(error) || 'unknown reason'})`
}
