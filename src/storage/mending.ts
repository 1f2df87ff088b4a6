import { NewerVersionError } from '../domain/project/format'
import type { DamagedFile } from '../domain/project/damagedFile'
import type { ProjectInfo } from '../domain/project/info'
import { THE } from '../domain/project/records'
import { exists, nodeDisk, type Disk } from './disk'
import { DamageError } from './envelope'
import { CORE, INDEX, isArticlesFile, OLD_INDEX, TEXTS } from './fileNames'
import { describeHolder, takeLock } from './lock'
import { Manifest } from './manifest'
import { Place } from './place'
import { ProjectFiles } from './projectFiles'
import { previousOf } from './replaceFile'
import { StorageError, storageError } from './storageError'

/** Registers a project can do without: what is coded stays, and what it is called is lost. */
export const DISPENSABLE: ReadonlySet<string> = new Set([CORE.entities, CORE.outlets, CORE.rulings])

/** What keeps a project from being opened. */
export interface Examined {
  /** Null when project.json can't be read. */
  readonly info: ProjectInfo | null
  /** The files without which it does not open; empty when it is something else, or the folder is no project. */
  readonly broken: readonly DamagedFile[]
}

/**
 * Looks at the files without which a project does not open. Nothing is written.
 * @param folder absolute, with links resolved
 * @throws StorageError
 */
export async function examine(folder: string, disk: Disk = nodeDisk): Promise<Examined> {
  try {
    const place = new Place(disk, folder)
    const files = await filesAt(place, () => false)
    const broken: DamagedFile[] = []
    for (const file of files.core) {
      await file.load()
      if (file.damage) broken.push(file.damage)
      else if (!file.present && !DISPENSABLE.has(file.file)) broken.push(missing(file.file))
    }
    broken.push(...(await brokenList(place, files)))
    return { info: files.of(CORE.project).records.project.get(THE) ?? null, broken: files.core.some(({ present }) => present) ? broken : [] }
  } catch (error) {
    throw storageError(error, 'looking at the project', 'the project')
  }
}

/** What comes in place of a file: what was there before, nothing, or the bytes of another copy of that very file. */
export type Replacement = 'previous' | 'nothing' | Buffer

/**
 * Puts something in the place of files of a project that is not open; what is damaged is kept aside first. Files that are
 * sound are left as they are.
 * @throws StorageError 'read-only' when somebody has it open, 'refused', 'damaged', 'not-found', 'disk-full'
 */
export async function putInPlace(folder: string, replacements: ReadonlyMap<string, Replacement>, disk: Disk = nodeDisk): Promise<void> {
  const place = new Place(disk, folder)
  try {
    const lock = await takeLock(disk, folder)
    if (!('release' in lock)) throw new StorageError('read-only', `Nothing was put in place. ${describeHolder(lock.holder)} Close it there, then try again.`)
    try {
      const files = await filesAt(place, () => true)
      for (const [file, replacement] of replacements) await asPutBack(file, () => replace(files, file, replacement))
    } finally {
      await lock.release()
    }
  } catch (error) {
    throw storageError(error, 'putting a file in its place', [...replacements.keys()][0] ?? 'the project')
  }
}

/** Says in a sentence that what was to be put in a file's place is not fit for it. */
export async function asPutBack(file: string, task: () => Promise<void>): Promise<void> {
  try {
    await task()
  } catch (error) {
    if (!(error instanceof DamageError || error instanceof NewerVersionError)) throw error
    throw new StorageError('damaged', `That version of ${file} can’t be used: it ${error.message}. Nothing was altered. Choose another version.`, { files: [file] })
  }
}

async function replace(files: ProjectFiles, file: string, replacement: Replacement): Promise<void> {
  const broken = files.of(file)
  if (replacement === 'nothing' && !DISPENSABLE.has(file) && !isArticlesFile(file)) throw new StorageError('refused', `${file} can’t be started afresh: the project can’t be without it. Nothing was altered.`, { files: [file] })
  if (replacement === 'previous') await broken.restore()
  else if (replacement === 'nothing') await broken.startAfresh()
  else await broken.putBack(replacement)
}

async function filesAt(place: Place, mayWrite: () => boolean): Promise<ProjectFiles> {
  const manifest = new Manifest(place)
  await manifest.open()
  return new ProjectFiles({ place, mayWrite, manifest })
}

/** The list of articles as a whole: a single part that is damaged keeps nothing from being opened. */
async function brokenList(place: Place, files: ProjectFiles): Promise<readonly DamagedFile[]> {
  const { disk } = place
  if (await exists(disk, place.path(OLD_INDEX)) || await exists(disk, place.path(previousOf(OLD_INDEX)))) {
    const old = files.of(OLD_INDEX)
    await old.load()
    return old.damage ? [old.damage] : []
  }
  if (await place.hasFolder(INDEX)) return []
  const hasTexts = (await place.hasFolder(TEXTS)) && (await disk.readdir(place.path(TEXTS))).length > 0
  return hasTexts || files.hadIndex ? [missing(INDEX)] : []
}

const missing = (file: string): DamagedFile => ({ file, kind: 'missing', problem: 'is missing', keptAs: '', previous: null })
