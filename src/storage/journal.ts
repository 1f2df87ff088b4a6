import { z } from 'zod'
import type { DamagedFile } from '../domain/project/damagedFile'
import { errorCode, flushFolder, readBytes } from './disk'
import { DamageError, decode, encode } from './envelope'
import { JOURNAL, kindOf } from './fileNames'
import type { Place } from './place'
import { checkedPut, type Put, type PutsByFile } from './put'
import { keepAside } from './quarantine'
import { replaceFile } from './replaceFile'
import { StorageError } from './storageError'

const putSchema = z.object({ kind: z.enum(['project', 'coder', 'codebook', 'event', 'article', 'annotation', 'entity', 'sheet']), id: z.string(), record: z.unknown() })
const entrySchema = z.object({ files: z.array(z.object({ file: z.string(), puts: z.array(putSchema) })) })

/**
 * What is to be put into several files, written down before the first of them is touched, so that a crash leaves
 * either nothing of it or a record from which the rest is done when the project is opened again.
 */
export class Journal {
  /** Entries on disk, relative to the project folder, oldest first. */
  #entries: string[] = []
  readonly #left = new Map<string, readonly Put[]>()
  #next = 1
  /** True when the entries on disk say more than is left to do. */
  #stale = false

  constructor(private readonly place: Place) {}

  /** What is still to be done; empty when no change was interrupted. */
  get left(): PutsByFile {
    return this.#left
  }

  /**
   * Reads what a crash left. Entries that can't be read are kept aside and listed: the changes in them were never
   * reported as saved.
   */
  async recover(): Promise<readonly DamagedFile[]> {
    if (!(await this.place.hasFolder(JOURNAL))) return []
    const names = (await this.place.disk.readdir(this.place.path(JOURNAL))).filter((name) => /^\d{6}\.json$/.test(name)).sort()
    const damaged: DamagedFile[] = []
    for (const name of names) {
      this.#next = Number.parseInt(name, 10) + 1
      this.#entries.push(`${JOURNAL}/${name}`)
      damaged.push(...(await this.#readEntry(`${JOURNAL}/${name}`)))
    }
    this.#stale = damaged.length > 0
    return damaged
  }

  /** Writes down what is about to be done; resolves when that is durable. */
  async begin(puts: PutsByFile): Promise<void> {
    await this.#write(puts)
    this.#add(puts)
  }

  /** Says that a file has been dealt with. */
  done(file: string): void {
    this.#left.delete(file)
    this.#stale = true
  }

  /** Brings the entries on disk in line with what is left; resolves when that is durable. */
  async settle(): Promise<void> {
    if (!this.#stale) return
    const old = [...this.#entries]
    if (this.#left.size > 0) await this.#write(this.#left)
    this.#stale = true
    for (const entry of old) await this.#remove(entry)
    await flushFolder(this.place.disk, this.place.path(JOURNAL))
    this.#entries = this.#entries.filter((entry) => !old.includes(entry))
    this.#stale = false
  }

  async #write(puts: PutsByFile): Promise<void> {
    const id = `${JOURNAL}/${String(this.#next).padStart(6, '0')}`
    const data = { files: [...puts].map(([file, list]) => ({ file, puts: list })) }
    await this.place.makeFolder(JOURNAL)
    this.#next += 1
    this.#entries.push(`${id}.json`)
    // Should writing fail late, the entry may be there all the same: it is removed before anything else is saved.
    this.#stale = true
    await replaceFile(this.place.disk, this.place.path(`${id}.json`), encode('journal', id, { data, generation: 1, written: new Date().toISOString() }), null)
    this.#stale = false
  }

  async #readEntry(entry: string): Promise<readonly DamagedFile[]> {
    const bytes = await readBytes(this.place.disk, this.place.path(entry))
    try {
      const { data, newer } = decode(bytes, { kind: 'journal', id: entry.replace(/\.json$/, ''), schema: entrySchema })
      if (newer) throw new StorageError('read-only', 'A newer version of Synoptic was interrupted while saving.', { files: [entry] })
      this.#add(new Map(data.files.map(({ file, puts }) => [checkedFile(file), puts.map((put) => checkedPut(put.kind, put.id, put.record))])))
      return []
    } catch (error) {
      if (!(error instanceof DamageError)) throw error
      return [{ file: entry, problem: error.message, keptAs: await keepAside(this.place, entry, bytes), previous: null }]
    }
  }

  #add(puts: PutsByFile): void {
    for (const [file, list] of puts) this.#left.set(file, [...(this.#left.get(file) ?? []), ...list])
  }

  async #remove(entry: string): Promise<void> {
    await this.place.disk.unlink(this.place.path(entry)).catch((error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw error
    })
  }
}

function checkedFile(file: string): string {
  if (kindOf(file) === null) throw new DamageError(`names a file that is none of the project’s: ${file}`)
  return file
}
