import type { Article } from '../domain/project/article'
import { emptyRecords, putRecord, THE, type Records } from '../domain/project/records'
import { exists } from './disk'
import { articlesFile, CORE, INDEX, OLD_INDEX, TEXTS } from './fileNames'
import type { ArticlePage } from './folder'
import type { Journal } from './journal'
import type { Place } from './place'
import type { AnyFile, ProjectFiles } from './projectFiles'
import type { Put } from './put'
import { moveAside } from './quarantine'
import { previousOf } from './replaceFile'
import { StorageError } from './storageError'

/** A list of at most so many bytes (some 7,000 articles) is read before the project is open; a larger one while one works. */
const READ_AT_OPENING = 4 * 1024 * 1024
/** Bytes of the list that are read for a page. */
const PAGE = 1024 * 1024

/**
 * The list of articles of an open project, in parts that are read when they are needed. A list of formats 1 and 2, one
 * file with everything, is brought into parts before anything else is written.
 */
export class ArticleIndex {
  /** Parts that were there at opening, with their sizes in bytes, in a fixed order. */
  #parts: readonly (readonly [file: string, size: number])[] = []
  /** The list of an older format, until it is in parts. */
  old: AnyFile | null = null
  /** True when every part was read. */
  whole = false

  constructor(private readonly files: ProjectFiles, private readonly journal: Journal, private readonly place: Place) {}

  /** Finds the list, and reads it if it is short. @throws StorageError 'not-found' when there is none */
  async open(): Promise<void> {
    const sizes = await this.files.index()
    this.#parts = [...(sizes ?? [])]
    if (await this.#hasOld()) {
      this.old = this.files.of(OLD_INDEX)
      await this.old.load()
      await this.readAll()
      return
    }
    if (!sizes && (this.files.hadIndex || (await this.#hasTexts()))) throw missing()
    if (this.#parts.reduce((sum, [, size]) => sum + size, 0) <= READ_AT_OPENING) await this.readAll()
  }

  /** Finds parts of the list that came since opening. */
  async relist(): Promise<void> {
    if (!this.old) this.#parts = [...((await this.files.index()) ?? [])]
    if (!this.whole) return
    this.whole = false
    await this.readAll()
  }

  async readAll(): Promise<void> {
    if (this.whole) return
    for (const [file] of this.#parts) await this.files.of(file).load()
    this.whole = true
  }

  /** @param from `next` of the page before, at first 0 */
  async page(from: number): Promise<ArticlePage> {
    const records = emptyRecords()
    let [at, bytes] = [from, 0]
    for (; at < this.#parts.length && bytes < PAGE; at += 1) {
      const [file, size] = this.#parts[at] ?? ['', 0]
      bytes += size
      await this.#fillPart(records, file)
    }
    if (at >= this.#parts.length) this.whole = true
    return { articles: [...records.article.values()], next: at < this.#parts.length ? at : null }
  }

  /** One article, wherever in the list it stands. */
  async article(id: string): Promise<Article | undefined> {
    const file = articlesFile(id)
    const part = this.files.of(file)
    await part.load()
    const left = part.damage ? undefined : this.journal.left.get(file)?.filter((put) => put.kind === 'article' && put.id === id).at(-1)
    if (left?.kind === 'article') return left.record ?? undefined
    return part.records.article.get(id) ?? this.old?.records.article.get(id)
  }

  /** Adds all that was read. What the journal holds is not in it. */
  fill(records: Records): void {
    this.old?.fill(records)
    for (const part of this.files.parts) part.fill(records)
  }

  /**
   * Brings a list of an older format into parts. project.json goes first: an older Synoptic then leaves the folder alone.
   * The old list goes last, so that a crash on the way costs nothing but doing it again; what a part has already is newer.
   * @throws StorageError
   */
  async convert(): Promise<void> {
    if (!this.old) return
    const core = this.files.of(CORE.project)
    await core.put([{ kind: 'project', id: THE, record: core.records.project.get(THE) ?? null }])
    const there = emptyRecords()
    for (const part of this.files.parts) if (part !== this.old) part.fill(there)
    const missingThere = [...this.old.records.article.values()].filter(({ id }) => !there.article.has(id))
    await this.place.makeFolder(INDEX)
    for (const [file, puts] of byPart(missingThere)) await this.files.of(file).put(puts)
    for (const file of [previousOf(OLD_INDEX), OLD_INDEX]) if (await exists(this.place.disk, this.place.path(file))) await moveAside(this.place, file)
    this.files.forget(OLD_INDEX)
    this.old = null
  }

  async #hasOld(): Promise<boolean> {
    if (!(await this.place.hasFolder('articles'))) return false
    for (const file of [OLD_INDEX, previousOf(OLD_INDEX)]) if (await exists(this.place.disk, this.place.path(file))) return true
    return false
  }

  /** A folder without a single text may have lost its empty list on the way through a program that keeps no empty folders. */
  async #hasTexts(): Promise<boolean> {
    return (await this.place.hasFolder(TEXTS)) && (await this.place.disk.readdir(this.place.path(TEXTS))).length > 0
  }

  async #fillPart(records: Records, file: string): Promise<void> {
    const part = this.files.of(file)
    await part.load()
    part.fill(records)
    if (!part.damage) for (const { kind, id, record } of this.journal.left.get(file) ?? []) putRecord(records, kind, id, record)
  }
}

function byPart(articles: Iterable<Article>): Map<string, Put[]> {
  const parts = new Map<string, Put[]>()
  for (const record of articles) {
    const file = articlesFile(record.id)
    const put: Put = { kind: 'article', id: record.id, record }
    const part = parts.get(file)
    if (part) part.push(put)
    else parts.set(file, [put])
  }
  return parts
}

const missing = (): StorageError => new StorageError(
  'not-found', `This folder is no whole project: ${INDEX} is missing. Nothing was altered. If the folder is synced or copied, wait until that has finished; otherwise put it back from a copy.`, { files: [INDEX] },
)
