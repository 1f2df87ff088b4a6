import { spawnSync } from 'node:child_process'
import { appendFile } from 'node:fs/promises'

/** Why a test of a disk is skipped. */
export const NO_MOUNTS = 'mounting file systems is not permitted here'

/** Puts a disk of its own size under a folder; undefined where that is not permitted. @returns what takes it away again */
export const smallDisk = (folder: string, size: string): (() => void) | undefined =>
  mount(['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]) ? () => { unmount(folder) } : undefined

/** Makes a folder one that cannot be written, even by root; undefined where that is not permitted. @returns what takes that back */
export function readOnly(folder: string): (() => void) | undefined {
  if (!mount(['--bind', folder, folder])) return undefined
  if (mount(['-o', 'remount,bind,ro', folder])) return () => { unmount(folder) }
  unmount(folder)
  return undefined
}

/** Writes to a file until the disk holds no more. */
export async function fillUp(file: string): Promise<void> {
  for (;;) {
    try {
      await appendFile(file, Buffer.alloc(4096, 120))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return
      throw error
    }
  }
}

const mount = (args: readonly string[]): boolean => spawnSync('mount', args).status === 0

// Lazily: an application that is still being closed may have something open there.
function unmount(folder: string): void {
  spawnSync('umount', ['-l', folder])
}
