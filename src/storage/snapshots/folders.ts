import { join } from 'node:path'
import { flushFolder, type Disk } from '../disk'
import { namesIn } from './objects'

/** Bytes of all files in a folder and below. */
export async function roomOf(disk: Disk, folder: string): Promise<number> {
  let sum = 0
  await walk(disk, folder, async (path) => {
    sum += (await disk.lstat(path)).size
  })
  return sum
}

/** Removes all files in a folder and below; the folders, which say nothing, stay. */
export async function empty(disk: Disk, folder: string): Promise<void> {
  await walk(disk, folder, (path) => disk.unlink(path))
  if ((await namesIn(disk, folder)).length > 0) await flushFolder(disk, folder)
}

async function walk(disk: Disk, folder: string, visit: (path: string) => Promise<void>): Promise<void> {
  for (const name of await namesIn(disk, folder)) {
    const path = join(folder, name)
    if ((await disk.lstat(path)).isDirectory()) await walk(disk, path, visit)
    else await visit(path)
  }
}
