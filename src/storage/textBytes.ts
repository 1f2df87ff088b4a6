import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { StorageError } from './storageError'

/** Other work has its turn after so much of a text, in UTF-16 units: a few milliseconds. */
const SLICE = 1 << 20

/** A text as it is stored, and the SHA-256 of that. */
export interface TextBytes {
  readonly bytes: Buffer
  readonly hash: string
}

/**
 * A text of article `article` as UTF-8, worked out in slices, so that one of megabytes keeps nobody waiting.
 * @throws StorageError 'refused' when it holds half a character, of which no UTF-8 can be made
 */
export async function textBytes(article: string, file: string, text: string): Promise<TextBytes> {
  const parts: Buffer[] = []
  const hash = createHash('sha256')
  for (let start = 0; start < text.length;) {
    if (start > 0) await setImmediate()
    const end = sliceEnd(text, start)
    const slice = text.slice(start, end)
    const part = Buffer.from(slice)
    if (part.toString() !== slice) throw new StorageError('refused', `The text of article ${article} holds half a character, so it can’t be stored unaltered. Nothing was written.`, { files: [file] })
    hash.update(part)
    parts.push(part)
    start = end
  }
  const [only = Buffer.alloc(0), ...more] = parts
  return { bytes: more.length === 0 ? only : Buffer.concat(parts), hash: hash.digest('hex') }
}

/** Where a slice ends: never between the halves of a character. */
function sliceEnd(text: string, start: number): number {
  const end = Math.min(text.length, start + SLICE)
  const last = text.charCodeAt(end - 1)
  return end < text.length && last >= 0xd800 && last < 0xdc00 ? end + 1 : end
}
