import { randomBytes } from 'node:crypto'
import { exists, flushFolder, sha256 } from './disk'
import { QUARANTINE } from './fileNames'
import { folderOf, type Place } from './place'
import { ChangedOnDisk, replaceFile } from './replaceFile'

// Of a file in bytes, with room for the mark: most file systems allow 255.
const LONGEST_NAME = 200

/**
 * Keeps a copy of bytes that could not be read, durably. The same bytes are kept once.
 * @param file where they were found, relative to the project folder
 * @returns where the copy is, relative to the project folder
 */
export async function keepAside(place: Place, file: string, bytes: Buffer): Promise<string> {
  const kept = nameOf(file, sha256(bytes).slice(0, 12))
  await place.makeFolder(QUARANTINE)
  if (await exists(place.disk, place.path(kept))) return kept
  await replaceFile(place.disk, place.path(kept), bytes, null).catch((error: unknown) => {
    // Another process may have kept the same bytes at the same moment.
    if (!(error instanceof ChangedOnDisk)) throw error
  })
  return kept
}

/** Moves away what is not even readable bytes (a link, a folder, a broken sector), so that it is never overwritten. */
export async function moveAside(place: Place, file: string): Promise<string> {
  const kept = nameOf(file, `unread-${randomBytes(4).toString('hex')}`)
  await place.makeFolder(QUARANTINE)
  await place.disk.rename(place.path(file), place.path(kept))
  for (const folder of [QUARANTINE, folderOf(file)]) await flushFolder(place.disk, place.path(folder))
  return kept
}

const nameOf = (file: string, mark: string): string => `${QUARANTINE}/${file.replaceAll('/', '~')}.${mark}`

/**
 * Moves a file away whose content is known and kept elsewhere. Two machines that move the same bytes give them the same name.
 * @param of the file it is a copy of, whose name stands for one that is too long
 * @returns where it is now, relative to the project folder
 */
export async function setAside(place: Place, file: string, bytes: Buffer, of: string): Promise<string> {
  const kept = nameOf(Buffer.byteLength(file) > LONGEST_NAME ? of : file, sha256(bytes).slice(0, 12))
  await place.makeFolder(QUARANTINE)
  await place.disk.rename(place.path(file), place.path(kept))
  for (const folder of [QUARANTINE, folderOf(file)]) await flushFolder(place.disk, place.path(folder))
  return kept
}
