import { open, readdir, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { HEAD, isWorkFolder, looksLikeWork } from './looksLikeWork'

/** Whoever picks more has picked articles. */
const MOST_FILES = 50

/** Whether all that was picked is coding that was done elsewhere. What can't be read is not: the import of articles says why. */
export async function holdCoding(paths: readonly string[]): Promise<boolean> {
  if (paths.length === 0 || paths.length > MOST_FILES) return false
  for (const path of paths) if (!(await holdsCoding(path))) return false
  return true
}

/** Whether a file or folder is coding that was done elsewhere. */
export async function holdsCoding(path: string): Promise<boolean> {
  try {
    const what = await stat(path)
    if (what.isDirectory()) return isWorkFolder(await readdir(path))
    return what.isFile() && looksLikeWork(basename(path), await beginning(path))
  } catch {
    return false
  }
}

async function beginning(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
