import { setTimeout as sleep } from 'node:timers/promises'
import { discard, errorCode, linkOrCopy, type Disk } from './disk'

// A claim is held for about a millisecond; one that stands unchanged for so many was left by a crash.
const LEFT_BEHIND = 1000

/**
 * Gives a file a second name that only one writer at a time can have, waiting while another has it.
 * @param previous where a claim that a crash left is put if it is an older generation
 * @returns the second name, or null when there is no file
 */
export async function claim(disk: Disk, path: string, previous: string): Promise<string | null> {
  const name = `${path}.next`
  for (let seen: Sighting | null = null; ; await sleep(1 + Math.random() * 4)) {
    try {
      await linkOrCopy(disk, path, name)
      return name
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null
      if (errorCode(error) !== 'EEXIST') throw error
    }
    seen = await look(disk, name, seen)
    if (seen && performance.now() - seen.since > LEFT_BEHIND) await release(disk, name, path, previous)
  }
}

interface Sighting {
  readonly inode: number
  readonly changed: number
  /** On the monotonic clock, in milliseconds. */
  readonly since: number
}

async function look(disk: Disk, name: string, last: Sighting | null): Promise<Sighting | null> {
  const found = await stat(disk, name)
  if (!found) return null
  if (last?.inode === found.ino && last.changed === found.ctimeMs) return last
  return { inode: found.ino, changed: found.ctimeMs, since: performance.now() }
}

/** The crash came before the rename, and the claim is the current file, or after it, and the claim is the generation before. */
async function release(disk: Disk, name: string, path: string, previous: string): Promise<void> {
  const left = (await stat(disk, name))?.ino
  // A rename between two names of the same file does nothing and would leave the claim.
  if (left === (await stat(disk, path))?.ino || left === (await stat(disk, previous))?.ino) await discard(disk, name)
  else await disk.rename(name, previous).catch(() => undefined)
}

async function stat(disk: Disk, path: string): Promise<{ readonly ino: number; readonly ctimeMs: number } | null> {
  return disk.lstat(path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  })
}
