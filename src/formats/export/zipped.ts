import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { CHUNK } from './chunks'

/** A file in a ZIP file that is written. */
export interface Member {
  readonly name: string
  readonly content: () => AsyncIterable<string | Uint8Array>
}

/**
 * A ZIP file in chunks of about 256 kB; one member is read after the other. It is the same for the same members,
 * whenever and wherever it is made: the times of its members say nothing. What a member throws is thrown.
 */
export async function* zipped(members: Iterable<Member>): AsyncGenerator<Uint8Array, void> {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  let open: Readable | undefined
  zip.on('error', (error: Error) => output.destroy(error))
  for (const { name, content } of members) {
    zip.addReadStreamLazy(name, { mtime: new Date(1980, 0, 1), forceDosTimestamp: true }, (give) => {
      open = Readable.from(content(), { objectMode: false })
      // Nobody else listens: what a member throws would end the process.
      open.on('error', (error) => output.destroy(error))
      give(null, open)
    })
  }
  zip.end()
  try {
    yield* inChunks(output)
  } finally {
    open?.destroy()
  }
}

async function* inChunks(output: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let waiting: Uint8Array[] = [], size = 0
  for await (const chunk of output) {
    waiting.push(chunk)
    size += chunk.length
    if (size < CHUNK) continue
    yield Buffer.concat(waiting)
    waiting = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(waiting)
}
