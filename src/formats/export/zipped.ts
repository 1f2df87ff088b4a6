import { PassThrough, Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { CHUNK } from './chunks'

/** A file in a ZIP file that is written. */
export interface Member {
  readonly name: string
  /** Strings are written as UTF-8; none may end inside a surrogate pair. */
  readonly content: () => AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>
}

const options = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true }

/**
 * A ZIP file in chunks of about 64 kB; one member is read after the other, and compressed beside the event loop. It is the same for
 * the same members, whenever and wherever it is made: the times of its members say nothing. What a member throws is thrown.
 * @param members each is asked for when the one before has been read
 * @param compressionLevel 1 (fast) to 9
 */
export async function* zipped(members: AsyncIterable<Member> | Iterable<Member>, compressionLevel = 6): AsyncGenerator<Uint8Array, void> {
  const zip = new ZipFile()
  const output = zip.outputStream.pipe(new PassThrough())
  let open: Readable | undefined
  const add = async (): Promise<void> => {
    for await (const { name, content } of members) {
      open = Readable.from(bytesOf(content()), { objectMode: false })
      zip.addReadStream(open, name, { ...options, compressionLevel })
      await finished(open)
    }
    zip.end()
  }
  const failed = (error: unknown): void => { output.destroy(error instanceof Error ? error : new Error(String(error))) }
  zip.on('error', failed)
  add().catch(failed)
  try {
    yield* inChunks(output)
  } finally {
    open?.destroy()
  }
}

async function* bytesOf(content: ReturnType<Member['content']>): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of content) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
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
