import type { DamagedFile } from '../domain/project/damagedFile'
import { errorCode } from './disk'
import { ANNOTATIONS, CORE, coreKinds, INDEX, isArticlesFile, isId, shardFile, shardOf, type CoreKind } from './fileNames'
import { annotationsShape, articlesShape, codebookShape, entitiesShape, eventsShape, outletsShape, projectShape, rulingsShape } from './fileShape'
import { folderOf } from './place'
import { behindPlaceholder, placeholderOf } from './placeholder'
import { RecordFile, type Custody } from './recordFile'
import { StorageError } from './storageError'

/** A file of records whatever it holds. */
export type AnyFile = Pick<RecordFile<unknown>, 'file' | 'damage' | 'present' | 'claimed' | 'newer' | 'records' | 'fill' | 'load' | 'demandWritable' | 'put' | 'promise' | 'carryOut' | 'absorb' | 'changedOutside' | 'reread' | 'shown' | 'settle' | 'restore' | 'startAfresh' | 'putBack' | 'lookAgain'>

// A folder with many shards is listed once rather than asked for each of so many subjects.
const LISTING_PAYS = 24

/** The record files of a project, each opened once. */
export class ProjectFiles {
  readonly #core: Readonly<Record<CoreKind, AnyFile>>
  /** Parts of the list of articles, by name. */
  readonly #index = new Map<string, AnyFile>()
  readonly #shards = new Map<string, AnyFile>()

  constructor(private readonly custody: Custody) {
    this.#core = {
      project: new RecordFile(CORE.project, projectShape, custody),
      codebook: new RecordFile(CORE.codebook, codebookShape, custody),
      events: new RecordFile(CORE.events, eventsShape, custody),
      entities: new RecordFile(CORE.entities, entitiesShape, custody),
      outlets: new RecordFile(CORE.outlets, outletsShape, custody),
      rulings: new RecordFile(CORE.rulings, rulingsShape, custody),
    }
  }

  get core(): readonly AnyFile[] {
    return coreKinds.map((kind) => this.#core[kind])
  }

  get damaged(): readonly DamagedFile[] {
    return [...this.core, ...this.#index.values(), ...this.#shards.values()].flatMap(({ damage }) => damage ?? [])
  }

  /** @param file a name that routing made or that is listed as damaged */
  of(file: string): AnyFile {
    const core = this.core.find((one) => one.file === file)
    if (core) return core
    return isArticlesFile(file) ? this.#part(file) : this.#shard(file)
  }

  /** Names of the files that were read or written since opening. */
  get read(): readonly string[] {
    return [...this.core, ...this.#index.values(), ...this.#shards.values()].map(({ file }) => file)
  }

  /** The parts of the list of articles that are there, by name, with their sizes in bytes; null when there is no such list. */
  async index(): Promise<ReadonlyMap<string, number> | null> {
    const { place } = this.custody
    if (!(await place.hasFolder(INDEX))) return null
    const names = await place.disk.readdir(place.path(INDEX))
    // A part of which only the previous generation is left, or nothing at all, is a damaged one, and not none.
    const files = [...new Set([...names.map((name) => `${INDEX}/${behindPlaceholder(name).replace(/\.bak$/, '')}`), ...this.custody.manifest.filesIn(INDEX)])].filter(isArticlesFile).sort()
    const sizes = await Promise.all(files.map((file) => place.disk.lstat(place.path(file)).then(({ size }) => size, () => 0)))
    return new Map(files.map((file, i) => [file, sizes[i] ?? 0]))
  }

  /** True when the project has had a list of articles, whether or not it is there. */
  get hadIndex(): boolean {
    return [...this.custody.manifest.filesIn(INDEX)].length > 0
  }

  /** Parts of the list of articles that were read or written so far. */
  get parts(): Iterable<AnyFile> {
    return this.#index.values()
  }

  #part(file: string): AnyFile {
    const known = this.#index.get(file)
    if (known) return known
    const part = new RecordFile(file, articlesShape(file), this.custody)
    this.#index.set(file, part)
    return part
  }

  /** Forgets a part of the list that is there no more. */
  forget(file: string): void {
    this.#index.delete(file)
  }

  /**
   * The shards there are of some articles and events, of all coders, loaded.
   * @returns also what stands where a coder's folder should be and is none
   */
  async shards(subjects: readonly string[]): Promise<{ readonly files: readonly AnyFile[]; readonly damaged: readonly DamagedFile[] }> {
    const { coders, damaged } = await this.#coders()
    const names = (await Promise.all(coders.map((coder) => this.#candidates(coder, subjects)))).flat()
    const files: AnyFile[] = []
    for (let at = 0; at < names.length; at += 8) files.push(...(await Promise.all(names.slice(at, at + 8).map((name) => this.#loaded(name)))).flat())
    return { files, damaged }
  }

  #shard(file: string): AnyFile {
    const known = this.#shards.get(file)
    if (known) return known
    if (!shardOf(file)) throw new StorageError('refused', `${file} is none of the project’s files.`, { files: [file] })
    const shard = new RecordFile(file, annotationsShape(file), this.custody)
    this.#shards.set(file, shard)
    return shard
  }

  /** A shard that is not there is forgotten, as it may come by way of a synced folder; but not one that is about to be written here. */
  async #loaded(name: string): Promise<readonly AnyFile[]> {
    const file = this.#shard(name)
    await file.load()
    if (file.present || file.damage) return [file]
    if (!file.claimed) this.#shards.delete(name)
    return []
  }

  async #coders(): Promise<{ readonly coders: readonly string[]; readonly damaged: readonly DamagedFile[] }> {
    const { place } = this.custody
    const had = [...this.custody.manifest.folders].filter((folder) => folderOf(folder) === ANNOTATIONS).map((folder) => folder.slice(ANNOTATIONS.length + 1))
    if (!(await place.hasFolder(ANNOTATIONS))) return { coders: had, damaged: [] }
    const entries = (await place.disk.readdir(place.path(ANNOTATIONS), { withFileTypes: true })).filter(({ name }) => isId(name))
    const links = entries.filter((entry) => entry.isSymbolicLink()).map(({ name }) => name)
    const there = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
    return { coders: [...new Set([...there, ...had.filter((name) => !links.includes(name))])], damaged: links.map((name) => linked(`${ANNOTATIONS}/${name}`)) }
  }

  async #candidates(coder: string, subjects: readonly string[]): Promise<readonly string[]> {
    const all = subjects.map((subject) => shardFile(coder, subject))
    if (subjects.length < LISTING_PAYS) return all
    const { place } = this.custody
    const there = new Set(await place.disk.readdir(place.path(`${ANNOTATIONS}/${coder}`)).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return []
      throw error
    }))
    const name = (file: string): string => file.slice(file.lastIndexOf('/') + 1)
    return all.filter((file) => there.has(name(file)) || there.has(`${name(file)}.bak`) || there.has(placeholderOf(name(file))) || this.#shards.has(file) || this.custody.manifest.has(file))
  }
}

const linked = (file: string): DamagedFile => ({
  file, kind: 'damaged', problem: 'is a link to somewhere else, which Synoptic does not follow', keptAs: file, previous: null,
})
