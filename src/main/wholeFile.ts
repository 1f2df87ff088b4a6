import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Writes a text as UTF-8, or bytes as they are; the file appears under its name, in the place of any other, only when it is whole. */
export async function writeWhole(target: string, chunks: AsyncIterable<string> | Iterable<string | Uint8Array>): Promise<void> {
  const temporary = join(dirname(target), `.${randomUUID()}.tmp`)
  const file = await open(temporary, 'wx')
  try {
    for await (const chunk of chunks) await file.writeFile(chunk)
    await file.sync()
    await file.close()
    await rename(temporary, target)
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(temporary, { force: true })
    throw error
  }
}
