import { basename } from 'node:path'
import { exists, nodeDisk, type Disk } from './disk'
import { CORE } from './fileNames'
import type { ProjectFolder } from './folder'
import { layOut, type NewProject } from './layOut'
import { describeHolder, takeLock } from './lock'
import { Manifest } from './manifest'
import { OpenFolder, type Access } from './openFolder'
import { Place } from './place'
import { isInCloud } from './placeholder'
import { previousOf } from './replaceFile'
import { StorageError, storageError } from './storageError'

export type { ProjectFolder } from './folder'
export type { NewProject } from './layOut'

/** How a project is opened where it is not the usual way; `disk` is what tests put in the place of the real one. */
export interface OpenOptions {
  readonly disk?: Disk
  /** Why it is to be opened for reading only, as a sentence, though it could be written: nothing is altered, not even by a lock. */
  readonly onlyRead?: string
}

/**
 * Makes a project in a folder that does not exist yet or is empty; open it with `openProject`.
 * @throws StorageError 'conflict' when there is something in the folder, 'read-only', 'disk-full', 'refused'
 */
export async function createProject(folder: string, project: NewProject, { disk = nodeDisk }: OpenOptions = {}): Promise<void> {
  try {
    await layOut(disk, folder, project)
  } catch (error) {
    throw storageError(error, 'making the project', basename(folder))
  }
}

/**
 * Opens a project: takes the lock, finishes a change that a crash interrupted, reads everything but texts and annotations.
 * It opens read-only (see `ProjectFolder.readOnly`) when the folder can't be written, another process has it open,
 * a file is of a newer version, or project.json, codebook.json, events.json or articles/index.json is damaged and
 * its previous generation stands in for it.
 * @throws StorageError 'not-found' (no project there, or one of the four files is missing), 'damaged' (one of them is, and
 *   has no readable previous generation), 'refused' (a newer version that can't even be shown), 'disk-full' (while
 *   finishing an interrupted change), 'unexpected'
 */
export async function openProject(folder: string, { disk = nodeDisk, onlyRead }: OpenOptions = {}): Promise<ProjectFolder> {
  try {
    const place = new Place(disk, await disk.realpath(folder))
    await demandProject(place)
    const access = onlyRead === undefined ? await enter(place) : { lock: null, barrier: onlyRead }
    const opened = new OpenFolder(place, access)
    try {
      await opened.load()
      return opened
    } catch (error) {
      await access.lock?.release()
      throw error
    }
  } catch (error) {
    throw storageError(error, 'opening the project', basename(folder))
  }
}

/** A folder that is no project is not written to, not even with a lock. */
async function demandProject(place: Place): Promise<void> {
  for (const file of [CORE.project, previousOf(CORE.project)]) if (await exists(place.disk, place.path(file))) return
  if (await isInCloud(place, CORE.project)) return
  const manifest = new Manifest(place)
  await manifest.open()
  if (manifest.has(CORE.project)) return
  throw new StorageError('not-found', 'This folder is no Synoptic project: it holds no project.json. Nothing was altered. Choose the folder that holds it.', { files: [CORE.project] })
}

/** The lock is also the test whether the folder can be written: a mode or a mount says less than a file that was made. */
async function enter(place: Place): Promise<Access> {
  try {
    const lock = await takeLock(place.disk, place.root)
    if ('release' in lock) return { lock, barrier: null }
    return { lock: null, barrier: `${describeHolder(lock.holder)} Here it opens for reading only; close it there, then open it again.` }
  } catch (error) {
    const { code } = storageError(error, 'opening the project', place.root)
    if (code === 'read-only') return { lock: null, barrier: 'The folder can’t be written, so the project opens for reading only. To work on it, copy the folder to where you may write.' }
    // A full disk is no reason not to open: what is saved later fails with its own message.
    if (code === 'disk-full') return { lock: null, barrier: null }
    throw error
  }
}
