import type { Campaign } from '../campaign'
import { chance } from '../harness/chance'
import { harmAll, type Harms } from '../harness/harm'

const VERSION = '"version":'

/** One bit in every byte, or in one of so many; which one is chosen by chance. */
function flipping(every: number, seed: number): Harms {
  const upTo = chance(seed)
  return (file, bytes) => {
    const bits = Array.from({ length: Math.ceil(bytes.length / every) }, (_, n) => [Math.min(bytes.length - 1, n * every + upTo(every)), upTo(8)] as const)
    const version = bytes.indexOf(VERSION)
    // This one makes it a file of a newer version.
    const newer = version < 0 ? [] : [[version + VERSION.length, 1] as const]
    return [...bits, ...newer].map(([at, bit]) => ({ file, name: `with bit ${bit} of byte ${at} turned`, bytes: () => turned(bytes, at, bit), mayPass: !file.endsWith('.txt') }))
  }
}

function turned(bytes: Buffer, at: number, bit: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ (1 << bit)
  return copy
}

export const flippedBits: Campaign = {
  id: 'flipped-bits',
  title: 'In every kind of file of a project one bit is turned, in turn in each of its bytes',
  claim: 'a file that reads otherwise and is not noticed, is written over or is not kept; anything else that can’t be read because of it',
  run: async ({ full, seed, say }) => {
    const { count, files, passed } = await harmAll(flipping(full ? 1 : 97, seed), say)
    return count.outcome(`${files} files; ${passed} times nothing of what is read was altered`)
  },
}
