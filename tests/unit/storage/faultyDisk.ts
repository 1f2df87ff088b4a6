import type { FileHandle } from 'node:fs/promises'
import { nodeDisk, type Disk } from '../../../src/storage/disk'

export interface FaultyDisk {
  readonly disk: Disk
  /** From here on call number `at` (from 1) fails, and with `forGood` all after it, as after a crash. */
  arm(at: number, code: string, forGood?: boolean): void
  /** @returns whether the fault happened */
  disarm(): boolean
}

/** The real file system, one call of which fails. A write that fails leaves half of its bytes. */
export function faultyDisk(): FaultyDisk {
  let [calls, fails, code, forGood] = [0, 0, '', false]
  const due = (): boolean => {
    calls += 1
    return fails > 0 && (calls === fails || (forGood && calls > fails))
  }
  const fault = (): Error => Object.assign(new Error(`${code}: injected at call ${calls}`), { code })

  const wrap = <T extends object>(real: T): T => new Proxy(real, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return async (...args: unknown[]) => {
        if (!due()) {
          const result: unknown = await Reflect.apply(value, target, args)
          return name === 'open' ? wrap(result as FileHandle) : result
        }
        if (name === 'writeFile' && Buffer.isBuffer(args[0])) await Reflect.apply(value, target, [args[0].subarray(0, args[0].length / 2)])
        // The descriptor is closed all the same, as POSIX says; what fails is the report.
        if (name === 'close') await Reflect.apply(value, target, args)
        throw fault()
      }
    },
  })

  return {
    disk: wrap(nodeDisk),
    arm: (at, which, lasting = false) => { [calls, fails, code, forGood] = [0, at, which, lasting] },
    disarm: () => {
      const happened = fails > 0 && calls >= fails
      fails = 0
      return happened
    },
  }
}
