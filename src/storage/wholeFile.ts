import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

type Chunks = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

/** A file that is to be written outside a project. */
export interface OutsideFile {
  /** Absolute. */
  readonly target: string
  readonly chunks: () => Chunks
}

/** Writes a text as UTF-8, or bytes as they are; the file appears under its name, in the place of any other, only when it is whole. */
export const writeWhole = (target: string, chunks: Chunks): Promise<void> => writeAllWhole([{ target, chunks: () => chunks }])

/**
 * Writes files one after the other; they appear under their names only when all of them are whole. The first comes first: where it can't be
 * replaced, as when another program has it open, the others stay as they were, too.
 * @throws Error when two of them have one name
 */
export async function writeAllWhole(files: readonly OutsideFile[]): Promise<void> {
  const names = files.map(({ target }) => target)
  if (new Set(names).size < names.length) throw new Error('two of its files would have the same name')
  const written: { readonly temporary: string; readonly target: string }[] = []
  try {
    for (const { target, chunks } of files) {
      const temporary = join(dirname(target), `.${randomUUID()}.tmp`)
      written.push({ temporary, target })
      await writeOne(temporary, chunks())
    }
    for (const { temporary, target } of written) await rename(temporary, target)
  } catch (error) {
    for (const { temporary } of written) await rm(temporary, { force: true })
    throw error
  }
}

async function writeOne(path: string, chunks: Chunks): Promise<void> {
  const file = await open(path, 'wx')
  try {
    const encoded = encoder()
    for await (const chunk of chunks) await file.writeFile(typeof chunk === 'string' ? encoded(chunk) : chunk)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** UTF-8 of one text after the other, always in the same bytes: most of the time would go into fresh memory for each of them otherwise. */
function encoder(): (text: string) => Uint8Array {
  const utf8 = new TextEncoder()
  let room = new Uint8Array(0)
  return (text) => {
    if (room.length < text.length * 3) room = new Uint8Array(text.length * 3)
    return room.subarray(0, utf8.encodeInto(text, room).written)
  }
}
