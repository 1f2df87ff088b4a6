import { randomBytes } from 'node:crypto'
import { Low } from 'lowdb'
import { nextCount, saw, type Dot, type Seen, type Writer } from '../domain/merge/dot'
import { brought, canFulfil, equal, fulfilled, merge, written, type Absorbed, type Promised, type Versioned } from '../domain/merge/versioned'
import { NewerVersionError } from '../domain/project/format'
import { emptyRecords, type Records } from '../domain/project/records'
import type { DamagedFile } from '../domain/project/damagedFile'
import { errorCode, exists, readBytes } from './disk'
import { DurableFile } from './durableFile'
import { DamageError, decode, type Content } from './envelope'
import type { FileShape } from './fileShape'
import type { Manifest } from './manifest'
import { contentOf, NOTHING, show, stateOf } from './mergeable'
import { folderOf, type Place } from './place'
import { IN_CLOUD, isInCloud } from './placeholder'
import type { Batch, Put } from './put'
import { keepAside, moveAside } from './quarantine'
import { ChangedOnDisk, previousOf, replaceFile } from './replaceFile'
import { awaitsDecision, StorageError, storageError } from './storageError'

// What a busy or failing machine says; it tells nothing about the file.
const PASSING = new Set(['EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN', 'EINTR'])

/** What the owner of the files tells each of them. */
export interface Custody {
  readonly place: Place
  /** False when nothing in the folder may be written, not even a copy of what is damaged. */
  readonly mayWrite: () => boolean
  /** Which files there were once; it hears of each that was written. */
  readonly manifest: Manifest
}

/** One file of records: read once, saved by putting records into what is on disk, never written while it is damaged. */
export class RecordFile<D> {
  readonly #disk: DurableFile<D>
  readonly #low: Low<Content<D> | null>
  /** As it is on disk, durably, with what this process wrote of it; for a damaged file what can stand in for it. */
  #content: Content<D> | null = null
  #records: { readonly of: Content<D> | null; readonly records: Records } | undefined
  #writer: Writer = newWriter()
  /** The highest count this writer gave to a write, also to one that failed. */
  #count = 0
  /** The highest count that was promised to a write which is not done yet, and may never be. */
  #promised = 0
  #claimed = false
  #loading: Promise<void> | null = null
  #damage: DamagedFile | null = null
  #tooNew = false
  /**
   * What is known to whoever edits, since a save met what somebody else had written; null while that is all there is. An
   * edit stands beside what its maker never saw, and does not supersede it.
   */
  #base: Versioned | null = null
  /** True when something that was saved here was not in the file when it was last read. */
  #lacking = false
  #wrote = false

  constructor(readonly file: string, private readonly shape: FileShape<D>, private readonly custody: Custody) {
    const { place } = custody
    this.#disk = new DurableFile(place.disk, place.path(file), { kind: shape.kind, id: file.replace(/\.json$/, ''), schema: shape.schema })
    this.#low = new Low<Content<D> | null>(this.#disk, null)
  }

  get damage(): DamagedFile | null {
    return this.#damage
  }

  /** False when there is neither a file nor anything to stand in for it. */
  get present(): boolean {
    return this.#content !== null
  }

  /** True once anybody asked to write it: it must not be forgotten then, though there is no such file yet. */
  get claimed(): boolean {
    return this.#claimed
  }

  /** True when a newer version of Synoptic wrote it. */
  get newer(): boolean {
    return this.#tooNew || this.#disk.newer
  }

  /** What is on disk, for looking things up; worked out when it is first asked for after a change. */
  get records(): Records {
    if (this.#records?.of !== this.#content) {
      const records = emptyRecords()
      this.fill(records)
      this.#records = { of: this.#content, records }
    }
    return this.#records.records
  }

  /** Adds what is on disk to `records`. */
  fill(records: Records): void {
    if (this.#content !== null) show(this.shape, this.#content, records)
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
    this.#claimed = true
    await this.load()
    if (this.#damage) await this.#reload()
    if (this.newer) throw new StorageError('read-only', `${this.file} was written by a newer version of Synoptic and is left unchanged. Open the project with that version to go on working on it.`, { files: [this.file] })
    if (this.#damage) throw awaitsDecision(this.#damage)
  }

  /** Puts records in place, as `carryOut` does, under a name that the write gets now. @throws StorageError */
  put(puts: readonly Put[]): Promise<void> {
    return this.carryOut([{ puts, as: null }])
  }

  /** Names a write that is written down before it is done; null for a file of which it is not known what it has seen. @throws StorageError */
  async promise(): Promise<Promised | null> {
    this.#claimed = true
    await this.load()
    if (this.#damage) return null
    const seen = seenIn(this.#content)
    const knowing = this.#base?.seen ?? seen
    const at = this.#nextDot(seen, knowing)
    this.#promised = at.count
    return { at, knowing }
  }

  /**
   * Puts records in place in order; resolves when that is durable. What somebody else wrote to the file meanwhile is merged
   * with what becomes of it here, so that none of both is lost. What was done under its name before, by whomever, is not
   * done again; but the file is written all the same, as it need not have been durable.
   * @throws StorageError
   */
  async carryOut(batches: readonly Batch[]): Promise<void> {
    this.#claimed = true
    let base: Versioned | null = null
    await this.#change((state) => {
      const done = batches.reduce((so, batch) => this.#done(so, batch), { state, base: this.#base })
      base = done.base
      return done.state === state ? { ...state } : done.state
    })
    if (this.#base) this.#base = base
  }

  /** True when somebody else wrote the file since it was last read as a whole. @throws what Node throws */
  async changedOutside(): Promise<boolean> {
    return this.#base !== null || !(await this.#disk.isCurrent())
  }

  /** Reads the file as it is now, for whoever edits to see; what was saved to it and is not in it any more is put back. @throws StorageError */
  async reread(): Promise<void> {
    await this.#reload()
    if (this.#lacking && !this.#damage && !this.newer && this.custody.mayWrite()) await this.#change((state) => ({ ...state }))
    this.#base = null
  }

  /** Whoever edits sees all that is known of it from now on. */
  shown(): void {
    this.#base = null
  }

  /** Puts back what was saved to the file here, should somebody have replaced it by one without that. @throws StorageError */
  async settle(): Promise<void> {
    if (this.#wrote && !this.#damage && !(await this.#disk.isCurrent())) await this.reread()
  }

  /**
   * Merges another copy of this very file into it; resolves when that is durable.
   * @param bytes as they were found, under whatever name
   * @throws DamageError when they are no such file, NewerVersionError, or StorageError
   */
  async absorb(bytes: Buffer): Promise<Absorbed> {
    const read = decode(bytes, this.#disk.expected)
    if (read.newer) throw new NewerVersionError(read.version)
    const theirs = stateOf(this.shape, read)
    await this.load()
    if (this.#damage) await this.#reload()
    if (this.#damage?.kind === 'missing' && (await this.#disk.bytes().catch(() => undefined)) === null) return this.#standIn(bytes)
    let before: Versioned = NOTHING
    const after = await this.#change((state) => {
      before = state
      const both = merge(state, theirs)
      return equal(both, state) ? state : both
    })
    return brought(before, after)
  }

  /** A copy in the place of a file that is gone, with what its previous generation has besides. */
  async #standIn(bytes: Buffer): Promise<Absorbed> {
    const { place } = this.custody
    const previous = await this.#disk.previous()
    place.forgetFolders()
    await place.makeFolder(folderOf(this.file))
    await replaceFile(place.disk, this.#disk.path, bytes, null)
    await this.#reload()
    const after = await this.#change((state) => (previous ? merge(state, stateOf(this.shape, previous)) : state))
    return brought(NOTHING, after)
  }

  /** See `ProjectFolder.restore`. */
  async restore(): Promise<void> {
    if (await this.#soundNow()) return
    const previous = await this.#disk.previous()
    if (!previous) throw new StorageError('not-found', `There is no readable previous generation of ${this.file}. The damaged file stays where it is.`, { files: [this.file] })
    await this.#overwrite(previous)
  }

  /** See `ProjectFolder.putBack`. @throws DamageError when the bytes are no such file, NewerVersionError, or StorageError */
  async putBack(bytes: Buffer): Promise<void> {
    const read = decode(bytes, this.#disk.expected)
    if (read.newer) throw new NewerVersionError(read.version)
    if (await this.#soundNow()) return
    await this.#keepPrevious()
    await this.#overwrite(read)
  }

  /** Looks whether the file has been put right from outside. @returns whether it is sound now */
  async lookAgain(): Promise<boolean> {
    await this.reread()
    return this.#damage === null
  }

  /** See `ProjectFolder.startAfresh`. */
  async startAfresh(): Promise<void> {
    if (await this.#soundNow()) return
    await this.#keepPrevious()
    await this.#overwrite(contentOf(this.shape, NOTHING))
  }

  /** What becomes of the file, and of what is known to whoever edits. */
  #done({ state, base }: Known, { puts, as }: Batch): Known {
    if (as && (saw(state.seen, as.at) || canFulfil(state, as))) {
      const own = base && canFulfil(base, as) ? fulfilled(base, as, puts) : base
      const all = fulfilled(state, as, puts)
      return { state: own && own !== base ? merge(all, own) : all, base: own }
    }
    const own = written(base ?? state, this.#nextDot(state.seen, (base ?? state).seen), puts)
    return base ? { state: merge(state, own), base: own } : { state: own, base }
  }

  /**
   * A name for the next write, which no other write of the file ever has. While a write that was promised is not done, others
   * go by another writer: a higher count of this one would say that it is done.
   * @param known what of it is known to whoever edits
   */
  #nextDot(seen: Seen, known: Seen): Dot {
    if (this.#promised > (known.get(this.#writer) ?? 0)) this.#writer = newWriter()
    this.#promised = 0
    this.#count = Math.max(nextCount(seen), this.#count + 1)
    return { writer: this.#writer, count: this.#count }
  }

  /** Writes what becomes of the file; when somebody else wrote it meanwhile, of what is there now. */
  async #change(next: (state: Versioned) => Versioned): Promise<Versioned> {
    for (;;) {
      await this.demandWritable()
      const before = stateOf(this.shape, this.#content)
      const after = next(before)
      if (after === before) return after
      try {
        await this.#write(contentOf(this.shape, after))
        return after
      } catch (error) {
        if (!(error instanceof ChangedOnDisk)) throw storageError(error, `saving ${this.file}`, this.file)
      }
      this.#base ??= before
      await this.#reload()
    }
  }

  async #write(content: Content<D>): Promise<void> {
    const { place } = this.custody
    await place.makeFolder(folderOf(this.file))
    this.#low.data = content
    try {
      await this.#low.write()
    } catch (error) {
      place.forgetFolders()
      throw error
    }
    this.custody.manifest.note(this.file)
    this.#content = content
    this.#lacking = false
    this.#wrote = true
  }

  async #read(): Promise<void> {
    this.#low.data = null
    this.#tooNew = false
    try {
      if (await this.custody.place.hasFolder(folderOf(this.file))) await this.#low.read()
      if (this.#low.data === null && (await isInCloud(this.custody.place, this.file))) throw new DamageError(IN_CLOUD, 'in-cloud')
      if (this.#low.data === null && (await this.#wasThere())) throw new DamageError('is missing', 'missing')
      this.#content = this.#with(this.#low.data)
      this.#damage = null
    } catch (error) {
      if (PASSING.has(errorCode(error)) || error instanceof StorageError) throw error
      this.#damage = await this.#examine(error)
    }
  }

  /** What was read, with what this process knew of the file before: whoever replaced it need not have known that. */
  #with(found: Content<D> | null): Content<D> | null {
    if (!found || !this.#content || this.#disk.newer) return found
    const there = stateOf(this.shape, found)
    const both = merge(stateOf(this.shape, this.#content), there)
    this.#lacking = !equal(both, there)
    return contentOf(this.shape, both)
  }

  /** A file that is gone is not one that never was. */
  async #wasThere(): Promise<boolean> {
    return this.#content !== null || this.custody.manifest.has(this.file) || exists(this.#disk.disk, previousOf(this.#disk.path))
  }

  async #examine(error: unknown): Promise<DamagedFile> {
    this.#tooNew = error instanceof NewerVersionError
    const previous = this.#tooNew ? null : await this.#disk.previous()
    if (this.shape.kind !== 'annotations') this.#content ??= previous
    const kind = this.#tooNew ? 'newer' : error instanceof DamageError ? error.kind : 'damaged'
    return {
      file: this.file,
      kind,
      problem: problemOf(error),
      keptAs: await this.#keep(),
      previous: kind === 'in-cloud' ? null : previous && { generation: previous.generation, records: this.shape.count(previous.data), written: previous.written },
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

  /** True when the file has been put right from outside meanwhile. @throws StorageError when a newer version wrote it, or when it is yet to come from the cloud */
  async #soundNow(): Promise<boolean> {
    await this.#reload()
    if (this.newer || this.#damage?.kind === 'in-cloud') await this.demandWritable()
    return this.#damage === null && this.present
  }

  #reload(): Promise<void> {
    this.#loading = null
    return this.load()
  }

  /** After starting afresh or putting something back the next save replaces `.bak`, so it is kept aside too. */
  async #keepPrevious(): Promise<void> {
    const { place } = this.custody
    const file = previousOf(this.file)
    if (await exists(place.disk, place.path(file))) await keepAside(place, file, await readBytes(place.disk, place.path(file)))
  }

  /** What stood there is not known to what comes in its place: writes go on under another name, so that another computer's copy is not taken for seen. */
  async #overwrite({ data, versions }: Content<D>): Promise<void> {
    const content = { data, versions }
    try {
      const bytes = await this.#disk.bytes().catch(() => undefined)
      if (bytes === undefined) await moveAside(this.custody.place, this.file)
      else if (bytes !== null) await keepAside(this.custody.place, this.file, bytes)
      this.custody.place.forgetFolders()
      await this.custody.place.makeFolder(folderOf(this.file))
      await this.#disk.overwrite(content)
    } catch (error) {
      throw storageError(error, `restoring ${this.file}`, this.file)
    }
    this.#content = content
    this.#base = null
    this.#writer = newWriter()
    this.#damage = null
  }
}

/** A file as it is, and as it is known to whoever edits; null when that is the same. */
interface Known {
  readonly state: Versioned
  readonly base: Versioned | null
}

const seenIn = (content: Content<unknown> | null): Seen => new Map(Object.entries(content?.versions.seen ?? {}))
const newWriter = (): Writer => randomBytes(4).toString('hex')

function problemOf(error: unknown): string {
  if (error instanceof DamageError) return error.message
  return error instanceof NewerVersionError ? `was ${error.message}` : `can’t be read (${errorCode(error) || 'unknown reason'})`
}
