import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Adapter } from 'lowdb'
import type { z } from 'zod'
import { nodeDisk, readBytes } from '../storage/disk'
import { replaceFile } from '../storage/replaceFile'

/** A small file that can be made anew: what is missing or garbled in it is only a forgotten habit, not work. */
export class MachineFile<T> implements Adapter<T> {
  private writing: Promise<void> = Promise.resolve()

  constructor(private readonly path: string, private readonly schema: z.ZodType<T>) {}

  async read(): Promise<T | null> {
    try {
      const found = this.schema.safeParse(JSON.parse((await readBytes(nodeDisk, this.path)).toString('utf8')))
      return found.success ? found.data : null
    } catch {
      return null
    }
  }

  async write(data: T): Promise<void> {
    const bytes = Buffer.from(JSON.stringify(data))
    this.writing = this.writing.catch(() => undefined).then(async () => {
      await mkdir(dirname(this.path), { recursive: true })
      await replaceFile(nodeDisk, this.path, bytes, 'any')
    })
    await this.writing
  }
}
