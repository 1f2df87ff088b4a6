import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode, type Disk } from './disk'

// On Windows a virus scanner or an indexer may hold a file for a moment; elsewhere these errors are final.
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY'])
const WAITS: readonly number[] = process.platform === 'win32' ? [10, 20, 50, 100, 200, 400, 800] : []

/**
 * Renames, replacing what is there; tries again while somebody else holds the file.
 * @param waits milliseconds before each further try
 */
export async function renamePatiently(disk: Disk, from: string, to: string, waits = WAITS): Promise<void> {
  for (const wait of waits) {
    try {
      return await disk.rename(from, to)
    } catch (error) {
      if (!HELD.has(errorCode(error))) throw error
      await sleep(wait)
    }
  }
  await disk.rename(from, to)
}
