import { execFileSync } from 'node:child_process'
import { mkdir, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { nodeDisk, type Disk } from '../../../src/storage/disk'

/** A disk with little room. */
export interface SmallDisk {
  readonly folder: string
  readonly disk: Disk
  /** True for a file system of its own, false for one that only says that it is full. */
  readonly mounted: boolean
  /** Makes room. */
  enlarge(): void
  remove(): void
}

const run = (command: string, ...args: readonly string[]): void => void execFileSync(command, args, { stdio: 'ignore' })

/** A file system of its own in memory, or where mounting one is not permitted the real one with a limit. @param size in KiB */
export async function smallDisk(parent: string, size: number): Promise<SmallDisk> {
  const folder = join(parent, 'disk')
  await mkdir(folder)
  try {
    run('mount', '-t', 'tmpfs', '-o', `size=${size}k`, 'tmpfs', folder)
  } catch {
    return limited(folder, size)
  }
  return {
    folder, disk: nodeDisk, mounted: true,
    enlarge: () => { run('mount', '-o', `remount,size=${size + 4096}k`, folder) },
    remove: () => { run('umount', '-l', folder) },
  }
}

/** The real file system, which takes only so many KiB more; what goes makes no room. */
function limited(folder: string, size: number): SmallDisk {
  let room = size * 1024
  const full = (): Error => Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' })
  const within = (handle: FileHandle): FileHandle => new Proxy(handle, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      if (name !== 'writeFile') return (...args: unknown[]): unknown => Reflect.apply(value, target, args)
      return async (data: Buffer | string) => {
        const bytes = Buffer.from(data)
        const fits = Math.min(room, bytes.length)
        room -= fits
        await target.writeFile(bytes.subarray(0, fits))
        if (fits < bytes.length) throw full()
      }
    },
  })
  return {
    folder, disk: { ...nodeDisk, open: async (...args) => within(await nodeDisk.open(...args)) }, mounted: false,
    enlarge: () => { room += 4096 * 1024 },
    remove: () => undefined,
  }
}
