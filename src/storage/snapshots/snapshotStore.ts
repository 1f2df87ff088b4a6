import { dirname, join } from 'node:path'
import type { Snapshot, SnapshotReason } from '../../domain/snapshots/snapshot'
import { dispensable } from '../../domain/snapshots/thinning'
import { flushFolder, readBytes, sha256, type Disk } from '../disk'
import { isId, kindOf } from '../fileNames'
import type { ProjectFolder } from '../folder'
import { Place } from '../place'
import { replaceFile } from '../replaceFile'
import { StorageError, storageError } from '../storageError'
import type { Readable } from './comparison'
import { Collector, type Collecting } from './collector'
import { CopyOut } from './copyOut'
import { empty, roomOf } from './folders'
import { pointsOf } from './room'
import { Shelf } from './shelf'
import type { Entry, SnapshotRecord } from './snapshot'

export type { Snapshot, SnapshotReason } from '../../domain/snapshots/snapshot'

/** What a snapshot needs to know of a project; an open one will do. */
export interface Pictured {
  /** Absolute, with links resolved. */
  readonly folder: string
  readonly info: Pick<ProjectFolder['info'], 'id'>
}

/** Bytes that the snapshots of one project may take. */
const MOST_ROOM = 4 * 1024 ** 3

/**
 * Snapshots of projects, in a folder of this machine outside of them. Bytes are kept once however many snapshots have
 * them; a snapshot counts from the moment its own file is durable, and all it names is so before. Every method rejects
 * with a `StorageError` and with nothing else.
 */
export class SnapshotStore {
  #queue: Promise<unknown> = Promise.resolve()
  /** What was last listed, with the snapshot it is of. */
  #listed: { readonly of: string; readonly entries: ReadonlyMap<string, Entry> } | null = null

  /** @param root absolute; made when it is first needed */
  constructor(private readonly disk: Disk, private readonly root: string, private readonly now: () => number = Date.now, private readonly mostRoom = MOST_ROOM) {}

  /**
   * Takes a snapshot of a project as it is on disk; the project may be written meanwhile.
   * @returns null when nothing changed since the last one, when it was given up, or when the project never stood still
   */
  async take(project: Pictured, why: SnapshotReason, how: Partial<Collecting> = {}): Promise<Snapshot | null> {
    const { found, isNew } = (await this.#take(project, why, how)) ?? {}
    return isNew ? (found ?? null) : null
  }

  /**
   * The snapshot that has a project as it is now: the last one, or a new one.
   * @throws StorageError 'conflict' when it was given up, or the project never stood still
   */
  async current(project: Pictured, why: SnapshotReason, how: Partial<Collecting> = {}): Promise<Snapshot> {
    const taken = await this.#take(project, why, how)
    if (taken) return taken.found
    throw new StorageError('conflict', 'The project is still being written, so it could not be compared. Nothing was altered. Wait until everything is saved, then try again.')
  }

  /** Newest first. Those that can't be read are left out. */
  list(projectId: string): Promise<readonly Snapshot[]> {
    return guarded('reading the list of snapshots', async () => {
      const shelf = this.#shelf(projectId)
      const found = await Promise.all((await shelf.ids()).map((id) => shelf.read(id)))
      return found.flatMap((record) => record?.snapshot ?? [])
    })
  }

  /**
   * The id of the project that was last seen in a folder, also when it can't be opened any more; null when none was.
   * @param folder absolute, with links resolved
   */
  async ofFolder(folder: string): Promise<string | null> {
    const bytes = await readBytes(this.disk, this.#folderFile(folder)).catch(() => null)
    const id = bytes?.toString().trim() ?? ''
    return isId(id) ? id : null
  }

  /** A file as it was; null when the snapshot does not have it or it can't be read any more. */
  readFile(projectId: string, snapshot: string, file: string): Promise<Buffer | null> {
    return guarded('reading a snapshot', async () => {
      const entry = (await this.entries(projectId, snapshot)).get(file)
      return entry ? this.#shelf(projectId).objects.get(entry.sha256) : null
    })
  }

  /** Names relative to the project folder, in order. @throws StorageError 'not-found' */
  async filesOf(projectId: string, snapshot: string): Promise<readonly string[]> {
    return [...(await this.entries(projectId, snapshot)).keys()].sort()
  }

  /** What a snapshot has, by file. @throws StorageError 'not-found' when there is no such snapshot or it can't be read any more */
  entries(projectId: string, snapshot: string): Promise<ReadonlyMap<string, Entry>> {
    return guarded('reading a snapshot', async () => {
      if (this.#listed?.of === `${projectId}/${snapshot}`) return this.#listed.entries
      const shelf = this.#shelf(projectId)
      const record = await shelf.read(snapshot)
      const entries = record && (await shelf.entries(record))
      if (!entries) throw new StorageError('not-found', 'This snapshot is not there any more, or can’t be read. Nothing was altered. Choose another one.')
      this.#listed = { of: `${projectId}/${snapshot}`, entries }
      return entries
    })
  }

  /** A snapshot for comparing it with another. @throws StorageError 'not-found' */
  async readable(projectId: string, snapshot: string): Promise<Readable> {
    const entries = await this.entries(projectId, snapshot)
    const { objects } = this.#shelf(projectId)
    return { entries, read: async (file) => objects.get(entries.get(file)?.sha256 ?? '') }
  }

  /** Bytes that all snapshots of all projects take. */
  room(): Promise<number> {
    return guarded('looking at the snapshots', () => roomOf(this.disk, this.root))
  }

  /** Deletes all snapshots of all projects. */
  deleteAll(): Promise<void> {
    this.#listed = null
    return this.#inTurn('deleting the snapshots', () => empty(this.disk, this.root))
  }

  /**
   * Makes a project of a snapshot in a folder that does not exist yet or is empty. What makes a project of it, project.json, comes last.
   * @param progress called with how many files are written, and how many there are
   * @throws StorageError 'conflict' when there is something in the folder, 'damaged' when a file other than a text can't be read any more, or 'conflict' when it was aborted
   */
  copyTo(projectId: string, snapshot: string, folder: string, progress: (done: number, total: number) => void = () => undefined, signal?: AbortSignal): Promise<void> {
    return this.#inTurn('making a copy from a snapshot', async () => {
      const entries = await this.entries(projectId, snapshot)
      await new CopyOut(this.disk, this.#shelf(projectId).objects, folder).write([...entries.values()], progress, signal)
    })
  }

  /** @returns null when it was given up or the project never stood still */
  #take(project: Pictured, why: SnapshotReason, { signal, begun, texts = true }: Partial<Collecting>): Promise<{ readonly found: Snapshot; readonly isNew: boolean } | null> {
    return this.#inTurn('taking a snapshot', async () => {
      begun?.()
      const shelf = this.#shelf(project.info.id)
      await this.#noteFolder(project)
      const last = await this.#newest(shelf)
      const collector = new Collector(new Place(this.disk, project.folder), shelf.objects, last?.entries ?? new Map(), { signal, texts })
      const entries = await collector.collect()
      if (entries === null) return null
      if (last && sameFiles(last.entries, entries)) return { found: await labelled(shelf, last.record, why), isNew: false }
      const taken = new Date(this.now()).toISOString()
      const found = describe(await shelf.nextId(taken), taken, why, [...entries.values()])
      await shelf.write({ snapshot: found, lists: [...(await shelf.putLists(entries.values()))] })
      await this.#thin(shelf).catch(() => undefined)
      return { found, isNew: true }
    })
  }

  async #newest(shelf: Shelf): Promise<{ readonly record: SnapshotRecord; readonly entries: ReadonlyMap<string, Entry> } | null> {
    for (const id of await shelf.ids()) {
      const record = await shelf.read(id)
      const entries = record && (await shelf.entries(record))
      if (entries) return { record, entries }
    }
    return null
  }

  /** A snapshot too many does no harm: what can't be removed now is removed another time. */
  async #thin(shelf: Shelf): Promise<void> {
    const { points, complete, needed } = await pointsOf(shelf)
    if (!complete) return
    const surplus = dispensable(points, this.now(), this.mostRoom)
    if (surplus.length === 0) return
    await shelf.remove(surplus)
    await shelf.objects.keepOnly(needed(new Set(surplus)))
  }

  async #noteFolder({ folder, info }: Pictured): Promise<void> {
    if ((await this.ofFolder(folder)) === info.id) return
    const file = this.#folderFile(folder)
    await this.disk.mkdir(dirname(file), { recursive: true, mode: 0o700 })
    await replaceFile(this.disk, file, Buffer.from(`${info.id}\n`), 'any')
    await flushFolder(this.disk, this.root)
  }

  /** Where projects are is nobody's business: the name is a hash of the folder's path. */
  #folderFile(folder: string): string {
    return join(this.root, 'folders', sha256(folder).slice(0, 32))
  }

  #shelf(projectId: string): Shelf {
    if (!isId(projectId)) throw new StorageError('refused', 'This is not the id of a project. Nothing was read or written.')
    return new Shelf(this.disk, join(this.root, projectId))
  }

  #inTurn<T>(doing: string, task: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(() => guarded(doing, task))
    this.#queue = result.catch(() => undefined)
    return result
  }
}

async function guarded<T>(doing: string, task: () => Promise<T>): Promise<T> {
  try {
    return await task()
  } catch (error) {
    throw storageError(error, doing, 'the folder for snapshots')
  }
}

/** What was done after it is more worth knowing than that time had passed. */
async function labelled(shelf: Shelf, record: SnapshotRecord, why: SnapshotReason): Promise<Snapshot> {
  if (!why.startsWith('before-') || record.snapshot.why === why) return record.snapshot
  const snapshot = { ...record.snapshot, why }
  await shelf.relabel({ ...record, snapshot })
  return snapshot
}

function sameFiles(a: ReadonlyMap<string, Entry>, b: ReadonlyMap<string, Entry>): boolean {
  return a.size === b.size && [...b.values()].every(({ file, sha256: hash }) => a.get(file)?.sha256 === hash)
}

function describe(id: string, taken: string, why: SnapshotReason, entries: readonly Entry[]): Snapshot {
  const sum = (of: (entry: Entry) => number): number => entries.reduce((so, entry) => so + of(entry), 0)
  const counted = (kind: string): number => sum((entry) => (kindOf(entry.file) === kind ? entry.count : 0))
  return { id, taken, why, files: entries.length, bytes: sum(({ size }) => size), articles: counted('articles'), annotations: counted('annotations') }
}
