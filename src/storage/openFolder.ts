import type { Change } from '../domain/changes/change'
import { emptyRecords, putRecord, THE, type Records } from '../domain/project/records'
import type { ProjectInfo } from '../domain/project/info'
import type { Elsewhere } from '../domain/project/conflictCopy'
import type { DamagedFile } from '../domain/project/damagedFile'
import { ArticleIndex } from './articleIndex'
import { Carrier } from './carrier'
import { CORE, INDEX, isArticlesFile, OLD_INDEX, shardOf, textOf } from './fileNames'
import type { LargeSave, ProjectFolder, ProjectRecords, Writing } from './folder'
import { Journal } from './journal'
import { PartwiseSave } from './largeSave'
import type { Lock } from './lock'
import { Manifest } from './manifest'
import { asPutBack } from './mending'
import type { Place } from './place'
import { IN_CLOUD } from './placeholder'
import { ProjectFiles } from './projectFiles'
import { finishFile, finishInterrupted, saveChanges } from './saving'
import { StagedTexts } from './stagedTexts'
import { StorageError, storageError } from './storageError'
import { Surroundings } from './surroundings'
import { sweep } from './sweep'
import { Texts } from './texts'

/** What opening found out about the folder as a whole: its lock, or why it can't be written. */
export interface Access {
  readonly lock: Lock | null
  /** A sentence, or null when it can be written. */
  readonly barrier: string | null
}

/** More files than this are finished while one already works, and not before the project is open. */
const AT_ONCE = 32

/** While a large change is carried out, so many new files are listed together. */
const LISTED_AT_ONCE = 2_000

/** Files that came with later formats. */
const LATER: ReadonlySet<string> = new Set([CORE.entities, CORE.outlets, CORE.rulings])

/** A project folder after `load`. */
export class OpenFolder implements ProjectFolder {
  readonly #manifest: Manifest
  readonly #files: ProjectFiles
  readonly #journal: Journal
  readonly #index: ArticleIndex
  readonly #texts: Texts
  readonly #staged: StagedTexts
  readonly #carrier: Carrier
  readonly #surroundings: Surroundings
  #large: LargeSave | null = null
  /** Damage in what is no record file: the journal, links in place of folders. */
  #otherDamage: readonly DamagedFile[] = []
  #queue: Promise<unknown> = Promise.resolve()
  #recovered = false
  /** Why what has to be done first could not be: the list of articles brought into its present form, or what a newer version left. A sentence. */
  #unready: string | null = null

  constructor(private readonly place: Place, private readonly access: Access) {
    this.#manifest = new Manifest(place)
    this.#files = new ProjectFiles({ place, mayWrite: () => this.#barrier === null, manifest: this.#manifest })
    this.#journal = new Journal(place)
    this.#index = new ArticleIndex(this.#files, this.#journal, place)
    this.#texts = new Texts(place, (article, version) => this.#hashOf(article, version))
    this.#staged = new StagedTexts(place)
    this.#surroundings = new Surroundings(place, this.#files, this.#index)
    this.#carrier = new Carrier(this.#files, this.#journal, (task) => this.#inTurn(task))
  }

  get folder(): string {
    return this.place.root
  }

  get readOnly(): string | null {
    if (this.#barrier !== null) return this.#barrier
    const damage = [...this.#files.core, ...(this.#index.old ? [this.#index.old] : [])].find((file) => file.damage)?.damage
    if (damage?.kind === 'in-cloud') return `${damage.file} ${damage.problem}.`
    return damage ? `${damage.file} ${damage.problem}. Its previous generation is shown, for reading only, until you restore it.` : null
  }

  /** Why not even a damaged file may be restored. */
  get #barrier(): string | null {
    if (this.#unready !== null) return this.#unready
    const newer = this.#files.core.find((file) => file.newer)
    if (this.access.barrier !== null || !newer) return this.access.barrier
    return `${newer.file} was written by a newer version of Synoptic. It opens for reading only, so that nothing of it is lost; use that version to go on working.`
  }

  get damaged(): readonly DamagedFile[] {
    return [...this.#files.damaged, ...this.#otherDamage]
  }

  get info(): ProjectInfo {
    const info = this.#files.of(CORE.project).records.project.get(THE)
    if (!info) throw new StorageError('unexpected', 'The project was not read. Open it again.')
    return info
  }

  get records(): ProjectRecords {
    const records = emptyRecords()
    for (const file of this.#files.core) file.fill(records)
    this.#index.fill(records)
    this.#addLeft(records, (file) => shardOf(file) === null)
    const [info, codebook] = [records.project.get(THE), records.codebook.get(THE)]
    if (!info || !codebook) throw new StorageError('unexpected', 'The project was not read. Open it again.')
    return {
      info, codebook, coders: [...records.coder.values()], events: [...records.event.values()], entities: [...records.entity.values()], outlets: [...records.outlet.values()], rulings: [...records.ruling.values()], articles: [...records.article.values()],
    }
  }

  /** Reads the files every project has, the registers if there are any, the list of articles if it is short, and finishes an interrupted change. @throws StorageError */
  async load(): Promise<void> {
    await this.#manifest.open()
    await this.#surroundings.begin()
    for (const file of this.#files.core) {
      await file.load()
      // Projects of format 1 have no register of entities, those of format 2 none of outlets, those of format 3 no rulings.
      const optional = LATER.has(file.file) && !file.damage
      if (!file.present && !optional) throw unopenable(file.file, file.damage)
    }
    await this.#index.open()
    const { old } = this.#index
    if (old && !old.present) throw unopenable(old.file, old.damage)
    if (this.readOnly === null) await this.#recover()
    await this.#surroundings.open(this.readOnly === null)
    this.#heal()
  }

  get elsewhere(): Elsewhere {
    return this.#surroundings.told
  }

  lookElsewhere(): Promise<void> {
    return this.#inTurn(() => this.#surroundings.look())
  }

  readAnew(): Promise<void> {
    return this.#inTurn(() => this.#surroundings.readAnew(() => this.readOnly === null))
  }

  get articlesRead(): boolean {
    return this.#index.whole
  }

  readArticles(): Promise<void> {
    return this.#reading(() => this.#index.readAll())
  }

  articlePage(from: number): ReturnType<ProjectFolder['articlePage']> {
    return this.#reading(() => this.#index.page(from))
  }

  articles(ids: readonly string[]): ReturnType<ProjectFolder['articles']> {
    return this.#reading(async () => {
      const found = await Promise.all(ids.map((id) => this.#index.article(id)))
      return found.filter((one) => one !== undefined)
    })
  }

  async annotations(subjects: readonly string[]): ReturnType<ProjectFolder['annotations']> {
    const { files, damaged } = await this.#files.shards(subjects).catch((error: unknown) => {
      throw storageError(error, 'reading annotations', 'annotations')
    })
    const records = emptyRecords()
    for (const file of files) file.fill(records)
    const wanted = new Set(subjects)
    this.#addLeft(records, (file) => wanted.has(shardOf(file)?.subject ?? ''))
    return { annotations: [...records.annotation.values()], sheets: [...records.sheet.values()], damaged: [...files.flatMap((file) => file.damage ?? (file.newer ? newerFile(file.file) : [])), ...damaged] }
  }

  shownAnew(): void {
    for (const file of this.#files.read) this.#files.of(file).shown()
  }

  save(changes: readonly Change[]): Promise<void> {
    return this.#inTurn(async () => {
      this.#demandWritable()
      await saveChanges(this.#files, this.#journal, changes, this.#carrier.busy)
    })
  }

  saveInParts(): Promise<LargeSave> {
    return this.#inTurn(async () => {
      this.#demandWritable()
      if (this.#large) throw new StorageError('conflict', 'Another large change is under way. Nothing was saved of this one; wait for the other, then try again.')
      if (!this.#carrier.busy) await finishInterrupted(this.#files, this.#journal)
      this.#large = new PartwiseSave({
        files: this.#files, journal: this.#journal, inTurn: (task) => this.#inTurn(task),
        ended: (decided) => {
          this.#large = null
          if (decided) this.#carrier.start()
        },
      })
      return this.#large
    })
  }

  onWriting(watcher: (writing: Writing | null) => void): void {
    this.#carrier.watch(watcher)
  }

  async writeText(article: string, text: string, version = 1): Promise<void> {
    this.#demandWritable()
    await this.#texts.write(article, version, text)
  }

  async stageText(article: string, text: string): Promise<void> {
    this.#demandWritable()
    await this.#staged.stage(article, text)
  }

  async keepTexts(articles: readonly string[], progress?: (done: number) => void): Promise<void> {
    this.#demandWritable()
    this.#texts.came(await this.#staged.keep(articles, progress))
  }

  dropTexts(articles: readonly string[]): Promise<void> {
    return this.#staged.drop(articles)
  }

  async storeVersion(article: string, text: string): ReturnType<ProjectFolder['storeVersion']> {
    this.#demandWritable()
    const before = await this.#reading(() => this.#index.article(article))
    if (!before) throw new StorageError('not-found', `There is no article ${article} in the project. Nothing was stored.`)
    return this.#texts.writeNext(article, before.version + 1, text)
  }

  async text(article: string, version?: number): ReturnType<ProjectFolder['text']> {
    if (this.#staged.has(article)) return this.#staged.read(article)
    return this.#texts.read(article, version ?? (await this.#index.article(article))?.version ?? 1)
  }

  restore(file: string): Promise<void> {
    return this.#mend(file, () => this.#files.of(file).restore())
  }

  putBack(file: string, bytes: Buffer): Promise<void> {
    const text = textOf(file)
    if (!text) return this.#mend(file, () => asPutBack(file, () => this.#files.of(file).putBack(bytes)))
    return this.#inTurn(async () => {
      this.#demandWritable()
      await this.#texts.putBack(text.article, text.version, bytes)
    })
  }

  lookAgain(file: string): Promise<boolean> {
    const text = textOf(file)
    if (text) return this.#texts.read(text.article, text.version).then(({ intact }) => intact, () => false)
    return this.#inTurn(async () => {
      const sound = this.#files.damaged.some((damage) => damage.file === file) && (await this.#files.of(file).lookAgain())
      if (sound && this.readOnly === null) await this.#recover()
      return sound
    })
  }

  startAfresh(file: string): Promise<void> {
    return this.#mend(file, () => {
      const listed = isArticlesFile(file) && (file === OLD_INDEX || this.#files.of(file).damage?.previous != null)
      if (listed || this.#files.core.some((core) => core.file === file)) throw new StorageError('refused', `${file} can’t be started afresh: the project can’t be without it. Restore its previous generation.`, { files: [file] })
      return this.#files.of(file).startAfresh()
    })
  }

  async close(): Promise<void> {
    this.#carrier.stop()
    await this.#large?.drop()
    return this.#inTurn(async () => {
      await this.#staged.dropAll()
      if (this.readOnly === null) await this.#settle()
      await this.#manifest.flush()
      if (!this.access.lock) return
      const now = await this.access.lock.beat()
      if (now !== null) await sweep(this.place, now)
      await this.access.lock.release()
    })
  }

  /** What can't be written now is no reason to keep the lock: it stands in a snapshot. */
  async #settle(): Promise<void> {
    for (const file of this.#files.read) await this.#files.of(file).settle().catch(() => undefined)
  }

  #mend(file: string, task: () => Promise<void>): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#barrier !== null) throw readOnly(this.#barrier)
      if (!this.#files.damaged.some((damage) => damage.file === file)) throw new StorageError('not-found', `${file} is not among the damaged files.`, { files: [file] })
      await task()
      if (this.readOnly === null) await this.#recover()
      this.#heal()
    })
  }

  /** While one already reads; what is saved comes after it. A copy under a name that could be a file's is none that the project has. */
  #heal(): void {
    if (this.readOnly === null) void this.#inTurn(() => this.#manifest.heal(new Set(this.elsewhere.copies.map(({ copy }) => copy))))
  }

  /** Once, as soon as the project can be written; again after something was mended, for what waited for it. */
  async #recover(): Promise<void> {
    try {
      if (!this.#recovered) await this.#readJournal()
      if (!this.#recovered) return
      await this.#renewIndex()
      if (this.#journal.left.size > AT_ONCE) this.#carrier.start()
      else await finishInterrupted(this.#files, this.#journal)
    } catch (error) {
      throw storageError(error, 'finishing an interrupted change', CORE.project)
    }
  }

  /** What a newer version left there is its own affair: nothing is done, and nothing of it is lost. */
  async #readJournal(): Promise<void> {
    try {
      this.#otherDamage = await this.#journal.recover()
      this.#recovered = true
    } catch (error) {
      if (!(error instanceof StorageError) || error.code !== 'read-only') throw error
      this.#unready = error.message
    }
  }

  /** The list of articles of an older format, with what an older Synoptic left undone of it, comes into its present form. */
  async #renewIndex(): Promise<void> {
    const { old } = this.#index
    // What the journal has for a list that was put into parts is in them already: the list went last.
    if (!old && this.#journal.left.has(OLD_INDEX)) this.#journal.done(OLD_INDEX)
    if (!old) return
    if (this.#journal.left.has(old.file)) {
      const { failed: [failure] } = await finishFile(this.#files, this.#journal, old.file)
      if (failure) throw failure
    }
    try {
      await this.#index.convert()
    } catch (error) {
      // A full disk is no reason not to open: nothing is lost by doing it next time.
      if (!(error instanceof StorageError) || error.code !== 'disk-full') throw error
      this.#unready = 'This project was made by an older version, and there is no room on the disk to bring its list of articles up to date: it opens for reading only. Make room, then open it again.'
    }
  }

  async #reading<T>(task: () => Promise<T>): Promise<T> {
    try {
      return await task()
    } catch (error) {
      throw storageError(error, 'reading the list of articles', INDEX)
    }
  }

  /** Adds what the journal holds for files that are read like these, and are not damaged. */
  #addLeft(records: Records, isRead: (file: string) => boolean): void {
    for (const [file, puts] of this.#journal.left) {
      if (!isRead(file) || this.#files.of(file).damage) continue
      for (const put of puts) putRecord(records, put.kind, put.id, put.record)
    }
  }

  #demandWritable(): void {
    if (this.readOnly !== null) throw readOnly(this.readOnly)
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(() => this.#listing(task)).catch((error: unknown) => {
      throw storageError(error, 'saving', 'the project')
    })
    this.#queue = result.catch(() => undefined)
    return result
  }

  /** Writes down which files are new: at once after a task, and many together while a large change is carried out. */
  async #listing<T>(task: () => Promise<T>): Promise<T> {
    try {
      return await task()
    } finally {
      if (!this.#carrier.busy || this.#journal.left.size === 0 || this.#manifest.pending >= LISTED_AT_ONCE) await this.#manifest.flush()
    }
  }

  async #hashOf(id: string, version: number): Promise<string | undefined> {
    const article = await this.#index.article(id)
    return version === article?.version ? article.hash : article?.earlier.find((one) => one.version === version)?.hash
  }
}

/** Whose annotations a newer Synoptic wrote are shown and left as they are. */
const newerFile = (file: string): DamagedFile => ({ file, kind: 'newer', problem: 'was written by a newer version of Synoptic', keptAs: file, previous: null })

const readOnly = (why: string): StorageError => new StorageError('read-only', `Nothing was saved, because the project is open for reading only. ${why}`)

function unopenable(file: string, damage: DamagedFile | null): StorageError {
  const more = { files: [file], damaged: damage ? [damage] : [] }
  if (!damage) return new StorageError('not-found', `This folder is no whole project: ${file} is missing. Nothing was altered. If the folder is synced or copied, wait until that has finished; otherwise put the file back from a copy.`, more)
  if (damage.kind === 'in-cloud') return new StorageError('not-found', `${file} ${IN_CLOUD}.`, more)
  if (damage.keptAs === '') return new StorageError('damaged', `${file} is missing, and its previous generation can’t be read either. Nothing was altered. Put the file back from a copy of the folder.`, more)
  return new StorageError('damaged', `${file} ${damage.problem}, and there is no readable previous generation. It is kept as ${damage.keptAs}; the rest of the project is unaltered. Put the file back from a copy of the folder.`, more)
}
