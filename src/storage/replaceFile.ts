import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { claim } from './claim'
import { discard, errorCode, exists, flushFolder, lacksLinks, matches, type Disk, type Fingerprint } from './disk'
import { renamePatiently } from './patience'

/** The file is not what was last read of it: somebody else wrote it. Nothing was altered. */
export class ChangedOnDisk extends Error {
  override readonly name = 'ChangedOnDisk'
}

/** The name of the generation before. */
export const previousOf = (path: string): string => `${path}.bak`

/**
 * Puts new bytes in a file's place so that at any moment, whatever fails, the old or the new are there whole:
 * a new file beside it, flushed and checked; the old one kept as `.bak`; rename; the folder flushed.
 * Resolves when all of it is durable.
 * @param known what was last read of the file; null when there was none; `any` replaces whatever is there and keeps no `.bak`
 * @throws ChangedOnDisk, or what Node throws. The old bytes are then still there, or, when only the last flush failed, the new.
 */
export async function replaceFile(disk: Disk, path: string, bytes: Buffer, known: Fingerprint | null | 'any'): Promise<void> {
  const temp = temporaryName(path)
  try {
    await writeNew(disk, temp, bytes)
    if (known === 'any') await renamePatiently(disk, temp, path)
    else if (known === null) await create(disk, temp, path)
    else await exchange(disk, temp, path, known)
  } catch (error) {
    await discard(disk, temp)
    throw error
  }
  await flushFolder(disk, dirname(path))
}

/** Puts a file whose content its name tells in place, whole, in that of any other; the name is durable when the folder is flushed. */
export async function putNew(disk: Disk, path: string, bytes: Buffer): Promise<void> {
  const temp = temporaryName(path)
  try {
    await writeNew(disk, temp, bytes)
    await renamePatiently(disk, temp, path)
  } catch (error) {
    await discard(disk, temp)
    throw error
  }
}

const temporaryName = (path: string): string => `${path}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`

async function writeNew(disk: Disk, temp: string, bytes: Buffer): Promise<void> {
  const handle = await disk.open(temp, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
    const { size } = await handle.stat()
    if (size !== bytes.length) throw Object.assign(new Error(`${size} of ${bytes.length} bytes were written`), { code: 'ENOSPC' })
  } finally {
    await handle.close()
  }
}

/** A link fails when the name is taken; a rename would replace what another process just made. */
async function create(disk: Disk, temp: string, path: string): Promise<void> {
  try {
    await disk.link(temp, path)
    await discard(disk, temp)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw new ChangedOnDisk()
    if (!lacksLinks(error)) throw error
    if (await exists(disk, path)) throw new ChangedOnDisk()
    await renamePatiently(disk, temp, path)
  }
}

/**
 * The old generation gets a second name, which only one writer at a time can make: what is then compared is what
 * becomes `.bak`, and no other writer comes between comparing and renaming.
 */
async function exchange(disk: Disk, temp: string, path: string, known: Fingerprint): Promise<void> {
  const kept = await claim(disk, path, previousOf(path))
  if (kept === null) throw new ChangedOnDisk()
  try {
    if (!(await matches(disk, kept, known))) throw new ChangedOnDisk()
    await renamePatiently(disk, temp, path)
  } catch (error) {
    await discard(disk, kept)
    throw error
  }
  await renamePatiently(disk, kept, previousOf(path))
}
