import { NewerVersionError } from '../domain/project/format'
import type { ConflictCopy } from '../domain/project/conflictCopy'
import { THE } from '../domain/project/records'
import type { Known } from './copyNames'
import { errorCode, readBytes } from './disk'
import { DamageError } from './envelope'
import { CORE, OLD_INDEX } from './fileNames'
import { findCopies, foldersOf, type FoundCopy } from './findCopies'
import { demandOwn, FOREIGN } from './ownCopy'
import { folderOf, type Place } from './place'
import type { ProjectFiles } from './projectFiles'
import { setAside } from './quarantine'
import { storageError } from './storageError'

const WAITS = 'is merged when the project is read anew'

/**
 * Other copies of the project's files, as sync services leave them when a file was changed in two places. Each is merged
 * into its file and then moved to the quarantine; nothing is deleted. Merging the same copy twice changes nothing, so a
 * crash between the two costs nothing.
 */
export class ConflictCopies {
  readonly #merged: ConflictCopy[] = []
  /** The others, by where they are. */
  readonly #left = new Map<string, ConflictCopy>()

  constructor(private readonly place: Place, private readonly files: ProjectFiles) {}

  /** All that were found since opening, in the order of the files they are copies of. */
  get all(): readonly ConflictCopy[] {
    return [...this.#merged, ...this.#left.values()].sort((a, b) => (`${a.of} ${a.copy}` < `${b.of} ${b.copy}` ? -1 : 1))
  }

  /** Looks through folders, all there are unless some are named, and notes what is there; merges nothing. */
  async look(known: Known, folders?: readonly string[]): Promise<void> {
    const looked = folders ?? (await foldersOf(this.place))
    const found = await findCopies(this.place, looked, known)
    const there = new Set(found.map(({ file }) => file))
    for (const file of [...this.#left.keys()]) if (looked.includes(folderOf(file)) && !there.has(file)) this.#left.delete(file)
    for (const { file, of, garbled } of found) {
      if (!this.#left.has(file)) this.#leave({ file, of }, garbled === null ? { outcome: 'waiting', problem: WAITS } : { outcome: 'unreadable', problem: garbled })
    }
  }

  /** Merges what is there. What can't be merged now, on a full disk for example, waits on with the reason. */
  async merge(): Promise<void> {
    for (const { copy, of } of [...this.#left.values()].sort((a, b) => (a.copy < b.copy ? -1 : 1))) await this.#merge({ file: copy, of })
  }

  async #merge(found: Pick<FoundCopy, 'file' | 'of'>): Promise<void> {
    const { file, of } = found
    try {
      const bytes = await readBytes(this.place.disk, this.place.path(file))
      this.#demandMergeable(of, bytes)
      await demandOwn(this.place, of, bytes)
      const { added, changed, removed, contested } = await this.files.of(of).absorb(bytes)
      const keptAs = await setAside(this.place, file, bytes, of)
      this.#left.delete(file)
      this.#merged.push({ copy: file, of, outcome: 'merged', problem: '', keptAs, added, changed, removed, contested })
    } catch (error) {
      if (error instanceof DamageError) this.#leave(found, { outcome: 'unreadable', problem: error.message })
      else if (error instanceof NewerVersionError) this.#leave(found, { outcome: 'unreadable', problem: `was ${error.message}` })
      else if (errorCode(error) === 'ENOENT') this.#left.delete(file)
      else this.#leave(found, { outcome: 'waiting', problem: `could not be merged yet. ${storageError(error, `merging ${file}`, of).message}` })
    }
  }

  /** @throws DamageError */
  #demandMergeable(of: string, bytes: Buffer): void {
    if (of === OLD_INDEX) throw new DamageError('is a list of articles of an older version, from before the list was put into parts')
    if (of !== CORE.project) return
    const [own, other] = [this.files.of(CORE.project).records.project.get(THE)?.id, projectIn(bytes)]
    if (other !== undefined && other !== own) throw new DamageError(FOREIGN)
  }

  #leave({ file, of }: Pick<FoundCopy, 'file' | 'of'>, why: Pick<ConflictCopy, 'outcome' | 'problem'>): void {
    this.#left.set(file, { copy: file, of, keptAs: file, added: 0, changed: 0, removed: 0, contested: [], ...why })
  }
}

/** The id of the project that a project.json is of; undefined when it has none. */
function projectIn(bytes: Buffer): unknown {
  try {
    const { data } = JSON.parse(bytes.toString()) as { data?: { info?: { id?: unknown } } }
    return data?.info?.id
  } catch {
    // What is wrong with it is told by whoever reads all of it.
    return undefined
  }
}
