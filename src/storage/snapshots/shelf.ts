import { join } from 'node:path'
import { errorCode, flushFolder, readBytes, sha256, type Disk } from '../disk'
import { replaceFile } from '../replaceFile'
import { namesIn, Objects } from './objects'
import { decodeEntries, decodeSnapshot, encodeEntries, encodeSnapshot, isLater, type Entry, type SnapshotRecord } from './snapshot'

/** Files in one list, about: a change to one of them writes one list anew. */
const PER_LIST = 512
const FILE = /^(\d{6,}-[0-9TZ]+)\.json$/

/** The snapshots of one project: which there are, and what each lists. */
export class Shelf {
  readonly objects: Objects

  constructor(private readonly disk: Disk, private readonly folder: string) {
    this.objects = new Objects(disk, join(folder, 'objects'))
  }

  /** Newest first, by the order in which they were taken: clocks jump. */
  async ids(): Promise<readonly string[]> {
    const ids = (await namesIn(this.disk, this.folder)).flatMap((name) => FILE.exec(name)?.[1] ?? [])
    return ids.sort((a, b) => numberOf(b) - numberOf(a))
  }

  /** @returns null when it is not there or not whole */
  async read(id: string): Promise<SnapshotRecord | null> {
    if (!FILE.test(`${id}.json`)) return null
    const bytes = await readBytes(this.disk, this.#path(id)).catch(() => null)
    const record = bytes && decodeSnapshot(bytes)
    return record?.snapshot.id === id ? record : null
  }

  /**
   * What a snapshot needs, for deciding what nobody needs any more.
   * @returns null when the snapshot is certainly gone or spoilt, `unknown` when it may be whole but can't be read now or here
   */
  async needs(id: string): Promise<SnapshotRecord | null | 'unknown'> {
    try {
      const bytes = await readBytes(this.disk, this.#path(id))
      return isLater(bytes) ? 'unknown' : decodeSnapshot(bytes)
    } catch (error) {
      return errorCode(error) === 'ENOENT' ? null : 'unknown'
    }
  }

  /** The same of one of its lists. */
  async needsOf(list: string): Promise<readonly Entry[] | null | 'unknown'> {
    try {
      const bytes = await this.objects.read(list)
      // Whole, as its name is its sum: what is no list to this version is one to a later.
      return bytes && (decodeEntries(bytes) ?? 'unknown')
    } catch {
      return 'unknown'
    }
  }

  /** @returns by file; null when a part of the list can't be read any more */
  async entries({ lists }: Pick<SnapshotRecord, 'lists'>): Promise<ReadonlyMap<string, Entry> | null> {
    const all = new Map<string, Entry>()
    for (const hash of lists) {
      const entries = await this.list(hash)
      if (entries === null) return null
      for (const entry of entries) all.set(entry.file, entry)
    }
    return all
  }

  async list(hash: string): Promise<readonly Entry[] | null> {
    const bytes = await this.objects.get(hash)
    return bytes && decodeEntries(bytes)
  }

  /** Keeps lists of the files of a snapshot. @returns their names */
  async putLists(entries: Iterable<Entry>): Promise<readonly string[]> {
    const hashes: string[] = []
    for (const list of listsOf([...entries])) hashes.push((await this.objects.put(encodeEntries(list))).hash)
    return hashes
  }

  /** The id of one that is taken now. */
  async nextId(taken: string): Promise<string> {
    const [newest] = await this.ids()
    return `${String((newest === undefined ? 0 : numberOf(newest)) + 1).padStart(6, '0')}-${taken.replace(/\.\d+/, '').replace(/[-:]/g, '')}`
  }

  /** Resolves when the snapshot, with all it names, is durable. */
  async write(record: SnapshotRecord): Promise<void> {
    await this.objects.flush()
    await replaceFile(this.disk, this.#path(record.snapshot.id), encodeSnapshot(record), null)
  }

  /** Says of a snapshot that it was taken for another reason too. */
  async relabel(record: SnapshotRecord): Promise<void> {
    await replaceFile(this.disk, this.#path(record.snapshot.id), encodeSnapshot(record), 'any')
  }

  /** Removes snapshots; the objects they alone need stay until `Objects.keepOnly`. */
  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.disk.unlink(this.#path(id))
    if (ids.length > 0) await flushFolder(this.disk, this.folder)
  }

  #path(id: string): string {
    return join(this.folder, `${id}.json`)
  }
}

const numberOf = (id: string): number => Number.parseInt(id, 10)

/** Files go to lists by a hash of their names, so that a new one moves no other. */
function listsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const digits = Math.max(0, Math.ceil(Math.log2(entries.length / PER_LIST) / 4))
  const lists = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = sha256(entry.file).slice(0, digits)
    const list = lists.get(key)
    if (list) list.push(entry)
    else lists.set(key, [entry])
  }
  return [...lists.keys()].sort().map((key) => (lists.get(key) ?? []).sort((a, b) => (a.file < b.file ? -1 : 1)))
}
