import * as fs from 'node:fs/promises'
import { constants } from 'node:fs'
import { createHash } from 'node:crypto'

/** The calls storage makes of the file system: Node's own, or in tests the same with faults. */
export type Disk = Pick<typeof fs, 'open' | 'link' | 'rename' | 'unlink' | 'copyFile' | 'mkdir' | 'readdir' | 'lstat' | 'realpath'>

export const nodeDisk: Disk = fs

// Links are not followed and pipes do not hang; Windows knows neither flag.
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants> & { O_RDONLY: number }
export const READ = O_RDONLY | O_NOFOLLOW | O_NONBLOCK
/** False where links have to be looked for before a file is opened. */
export const FOLLOWS_NO_LINKS = O_NOFOLLOW !== 0

/** The system's name for what went wrong, e.g. `ENOSPC`; empty for other errors. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** SHA-256 as 64 hexadecimal digits; text counts as UTF-8. */
export const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex')

/**
 * All bytes of a plain file.
 * @throws as Node does; `ELOOP` for a link and `EINVAL` for anything else that is not a file
 */
export async function readBytes(disk: Disk, path: string): Promise<Buffer> {
  if (!FOLLOWS_NO_LINKS && (await disk.lstat(path)).isSymbolicLink()) throw Object.assign(new Error(`${path} is a link`), { code: 'ELOOP' })
  const handle = await disk.open(path, READ)
  try {
    if (!(await handle.stat()).isFile()) throw Object.assign(new Error(`${path} is not a file`), { code: 'EINVAL' })
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

/** What is known of a file's bytes. */
export interface Fingerprint {
  readonly length: number
  readonly hash: string
}

export const fingerprint = (bytes: Buffer): Fingerprint => ({ length: bytes.length, hash: sha256(bytes) })

/** True when the file holds exactly the bytes that are known of it. Reads no more than those. */
export async function matches(disk: Disk, path: string, known: Fingerprint): Promise<boolean> {
  const handle = await disk.open(path, READ)
  try {
    const found = Buffer.allocUnsafe(known.length + 1)
    let length = 0
    for (let read = 1; read > 0 && length < known.length; length += read) {
      read = (await handle.read(found, length, found.length - length, length)).bytesRead
    }
    return length === known.length && sha256(found.subarray(0, length)) === known.hash
  } finally {
    await handle.close()
  }
}

/** Removes a file that may never have been made; the error that led here is the one to report. */
export async function discard(disk: Disk, path: string): Promise<void> {
  await disk.unlink(path).catch(() => undefined)
}

/** True when there is anything of this name. */
export async function exists(disk: Disk, path: string): Promise<boolean> {
  return disk.lstat(path).then(() => true, (error: unknown) => {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  })
}

// FAT on a stick and some network drives know no hard links; some can't flush a folder.
const CANNOT = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EPERM', 'EMLINK', 'EXDEV'])

/** True when the error may mean that the file system knows no hard links. */
export const lacksLinks = (error: unknown): boolean => CANNOT.has(errorCode(error))

/** A second name for a file, or a flushed copy where there are no hard links. @throws `EEXIST` when the name is taken */
export async function linkOrCopy(disk: Disk, from: string, to: string): Promise<void> {
  try {
    await disk.link(from, to)
  } catch (error) {
    if (!lacksLinks(error)) throw error
    await disk.copyFile(from, to, constants.COPYFILE_EXCL)
    await flush(disk, to, 'r+')
  }
}

/** Makes new, renamed and removed names in a folder durable. Windows does so by itself. */
export async function flushFolder(disk: Disk, folder: string): Promise<void> {
  if (process.platform !== 'win32') await flush(disk, folder, 'r')
}

async function flush(disk: Disk, path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await disk.open(path, flags)
  try {
    await handle.sync()
  } catch (error) {
    if (!CANNOT.has(errorCode(error))) throw error
  } finally {
    await handle.close()
  }
}
