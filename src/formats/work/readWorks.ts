import { basename, resolve } from 'node:path'
import { findFiles, type FoundFile } from '../findFiles'
import { AHEAD, type Reader } from '../reading/reader'
import type { FileToRead, WorkNews, WorkOrder } from '../reading/messages'
import type { Refusal } from '../refusal'
import type { ReadWork } from './reader'

/** Somebody's work, as a file or a folder holds it. */
export interface FoundWork {
  /** Unique among what was picked, and the same whenever that is read. */
  readonly key: string
  /** Name of the file or folder, with the part of it for what was in a ZIP file. */
  readonly file: string
  /** What it is, as a researcher calls it. */
  readonly format: string
  readonly work: ReadWork
}

export interface RefusedWork extends Refusal {
  readonly key: string
  readonly file: string
}

export interface FoundWorks {
  readonly found: readonly FoundWork[]
  readonly refused: readonly RefusedWork[]
}

export interface WorkReading {
  readonly reader: Reader
  /** Before each file; `now` is its name. */
  readonly progress: (progress: { readonly done: number; readonly total: number; readonly now: string }) => void
}

/**
 * Reads others' coding out of files and folders, in a process that is ended when something costs too much. First each file is found out about;
 * those that make one work with others are then read together. Ends early, with what there is, when `signal` is aborted.
 * @param paths absolute
 */
export async function readWorks(paths: readonly string[], { reader, progress }: WorkReading, signal: AbortSignal): Promise<FoundWorks> {
  const abort = (): void => { reader.close() }
  signal.addEventListener('abort', abort)
  const gathering = new Gathering(reader)
  try {
    const picked = await filesOf(paths, signal)
    const underway: Promise<void>[] = []
    let done = 0
    for (const one of picked) {
      if (signal.aborted) break
      if (underway.length >= AHEAD) await underway.shift()
      const reading = gathering.file(one).then(() => progress({ done: done += 1, total: picked.length, now: one.file.name }))
      reading.catch(() => undefined)
      underway.push(reading)
    }
    for (const one of underway) await one
    await gathering.folders()
    progress({ done: picked.length, total: picked.length, now: '' })
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    signal.removeEventListener('abort', abort)
    reader.close()
  }
  return gathering.result
}

interface PickedFile {
  readonly key: string
  readonly file: FoundFile
  /** What it is called: its name, with its folders where another has the same name. */
  readonly label: string
  /** What was picked: files of one are one work, if their format has several. */
  readonly from: string
}

async function filesOf(paths: readonly string[], signal: AbortSignal): Promise<readonly PickedFile[]> {
  const picked: Omit<PickedFile, 'key' | 'label'>[] = []
  // Files that were picked side by side belong together like those of a folder.
  for (const path of paths) for (const file of await findFiles([path], signal)) picked.push({ file, from: file.folders.length === 0 && file.path === resolve(path) ? '' : path })
  const names = new Map<string, number>()
  for (const { file: { name } } of picked) names.set(name, (names.get(name) ?? 0) + 1)
  return picked.map(({ file, from }, i) => ({ file, from, key: `w${i + 1}`, label: names.get(file.name) === 1 ? file.name : [...file.folders, file.name].join('/') }))
}

/** A file that may come along with a work of its folder. */
type Along = Extract<WorkNews, { readonly is: 'beside' }> & { readonly key: string; readonly from: string; readonly file: FileToRead; readonly name: string }

class Gathering {
  readonly #found: (FoundWork & { readonly rank: number })[] = []
  readonly #refused: RefusedWork[] = []
  readonly #together = new Map<string, { readonly as: string; readonly key: string; readonly label: string; readonly files: FileToRead[] }>()

  readonly #along: Along[] = []

  constructor(private readonly reader: Reader) {}

  async file({ key, file, from, label }: PickedFile): Promise<void> {
    const named = { path: file.path, name: [...file.folders, file.name].join('/') }
    await this.#read({ files: [named], as: null }, key, label, file.refusal, (news) => {
      if (news.is === 'beside') this.#along.push({ key, from, file: named, name: label, ...news })
      if (news.is !== 'part') return
      const group = this.#together.get(`${news.reader} ${from}`) ?? { as: news.reader, key, label: from === '' ? label : basename(from), files: [] }
      group.files.push(named)
      this.#together.set(`${news.reader} ${from}`, group)
    })
  }

  async folders(): Promise<void> {
    for (const { key, from, file, name, readers, otherwise } of this.#along) {
      const groups = readers.flatMap((reader) => this.#together.get(`${reader} ${from}`) ?? [])
      for (const { files } of groups) files.push(file)
      if (groups.length === 0) this.#refused.push({ key, file: name, ...otherwise })
    }
    for (const { as, key, label, files } of this.#together.values()) {
      // They were found out about in any order.
      files.sort((a, b) => (a.name < b.name ? -1 : 1))
      await this.#read({ files, as }, key, label, null, () => undefined)
    }
  }

  get result(): FoundWorks {
    return { found: this.#found.sort((a, b) => a.rank - b.rank), refused: this.#refused.sort((a, b) => rankOf(a.key) - rankOf(b.key)) }
  }

  async #read(order: WorkOrder, key: string, label: string, known: Refusal | null, told: (news: WorkNews) => void): Promise<void> {
    let parts = 0
    const refusal = known ?? await this.reader.readWork(order, (news: WorkNews) => {
      told(news)
      if (news.is !== 'work' && news.is !== 'refused') return
      parts += 1
      const which = { key: parts === 1 ? key : `${key}-${parts}`, file: news.part === '' ? label : `${label}: ${news.part}` }
      if (news.is === 'refused') this.#refused.push({ ...which, reason: news.reason, message: news.message })
      else this.#found.push({ ...which, rank: rankOf(key) + parts / 100_000, format: news.format, work: news.work })
    })
    if (refusal) this.#refused.push({ key, file: label, reason: refusal.reason, message: refusal.message })
  }
}

const rankOf = (key: string): number => Number(key.slice(1).split('-')[0])
