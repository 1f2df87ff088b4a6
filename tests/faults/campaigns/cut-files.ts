import type { Campaign } from '../campaign'
import { harmAll, type Harms } from '../harness/harm'

/** Without its line end a file is whole all the same. */
const isWhole = (bytes: Buffer, length: number): boolean => bytes.length - length === 1 && bytes.at(-1) === 0x0a && bytes[0] === 0x7b

const cutting = (every: number): Harms => (file, bytes) =>
  Array.from({ length: bytes.length }, (_, length) => length)
    .filter((length) => length % every === 0 || bytes.length - length <= 2)
    .map((length) => ({ file, name: `cut to ${length} of ${bytes.length} bytes`, bytes: () => bytes.subarray(0, length), mayPass: isWhole(bytes, length) }))

export const cutFiles: Campaign = {
  id: 'cut-files',
  title: 'Every kind of file of a project breaks off, in turn at each of its bytes',
  claim: 'a file that breaks off and is not noticed, is written over or is not kept; anything else that can’t be read because of it',
  run: async ({ full, say }) => {
    const { count, files } = await harmAll(cutting(full ? 1 : 97), say)
    return count.outcome(`${files} files`)
  },
}
