import type { ConflictCopy, Elsewhere } from '../domain/project/conflictCopy'
import type { ArticleIndex } from './articleIndex'
import { ConflictCopies } from './conflictCopies'
import type { Known } from './copyNames'
import { CORE, isArticlesFile } from './fileNames'
import { OutsideChanges } from './outsideChanges'
import type { Place } from './place'
import type { ProjectFiles } from './projectFiles'
import { differingTexts } from './textCopies'

/**
 * What happens to an open project from outside: other machines, sync services, hands. It is only told at first: what one
 * sees and edits must not change under one’s hands, and an edit must not supersede what its maker never saw. It comes in
 * when the project is read anew.
 */
export class Surroundings {
  readonly #copies: ConflictCopies
  readonly #changes: OutsideChanges
  #texts: readonly ConflictCopy[] = []
  /** True when the last look knew which articles there are. */
  #knewAll = false

  constructor(private readonly place: Place, private readonly files: ProjectFiles, private readonly index: ArticleIndex) {
    this.#copies = new ConflictCopies(place, files)
    this.#changes = new OutsideChanges(place, files)
  }

  get told(): Elsewhere {
    return { copies: [...this.#copies.all, ...this.#texts], changed: this.#changes.changed }
  }

  /** Call it before anything is read. */
  begin(): Promise<void> {
    return this.#changes.begin()
  }

  /** At opening, when nothing has been shown yet: copies of files are merged if that may be. */
  async open(mayWrite: boolean): Promise<void> {
    await this.#lookForCopies()
    if (mayWrite) await this.#copies.merge()
  }

  /** Sees what happened since the last look. */
  async look(): Promise<void> {
    const touched = await this.#changes.look()
    if (this.index.whole && !this.#knewAll) await this.#lookForCopies()
    else if (touched.length > 0) await this.#copies.look(this.#known(), touched)
  }

  /** Reads what somebody else changed, and merges copies if that may be. @throws StorageError */
  async readAnew(mayWrite: () => boolean): Promise<void> {
    await this.look()
    const read = new Set(this.files.read)
    for (const file of this.#changes.changed) if (isArticlesFile(file) || read.has(file)) await this.files.of(file).reread()
    await this.index.relist()
    this.#changes.settle()
    // Asked now: what was read may be of a newer version.
    if (mayWrite()) await this.#copies.merge()
  }

  async #lookForCopies(): Promise<void> {
    this.#knewAll = this.index.whole
    await this.#copies.look(this.#known())
    if (this.index.whole) this.#texts = await differingTexts(this.place, this.#hashes())
  }

  #hashes(): ReadonlyMap<string, ReadonlySet<string>> {
    const all = [...this.files.parts].flatMap((part) => [...part.records.article.values()])
    return new Map(all.map(({ id, hash, earlier }) => [id, new Set([hash, ...earlier.map((one) => one.hash)])]))
  }

  #known(): Known {
    const coders = new Set(this.files.of(CORE.project).records.coder.keys())
    if (!this.index.whole) return { coders, subjects: null }
    const subjects = new Set(this.files.of(CORE.events).records.event.keys())
    for (const part of this.files.parts) for (const id of part.records.article.keys()) subjects.add(id)
    return { coders, subjects }
  }
}
