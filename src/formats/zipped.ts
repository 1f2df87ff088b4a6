import { PassThrough, Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** A file in a ZIP archive. */
export interface ZipMember {
  readonly name: string
  /** Its content in order; strings are written as UTF-8, and none may end inside a surrogate pair. */
  readonly chunks: () => AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>
}

const LARGE_ENOUGH = 256 * 1024
// That of the files' making is nobody's business, and the same project gives the same bytes. ZIP knows no earlier one.
const options = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true }

/**
 * A ZIP archive as it is made; only what is under way is in memory. Compressing happens beside the event loop.
 * @param members each is asked for when the one before is written
 * @param compressionLevel 1 (fast) to 9
 */
export async function* zipped(members: AsyncIterable<ZipMember> | Iterable<ZipMember>, compressionLevel = 6): AsyncGenerator<Uint8Array, void> {
  const zip = new ZipFile(), output = zip.outputStream.pipe(new PassThrough())
  let member: Readable | undefined
  const feed = async (): Promise<void> => {
    for await (const { name, chunks } of members) {
      member = Readable.from(bytesOf(chunks()), { objectMode: false })
      zip.addReadStream(member, name, { ...options, compressionLevel })
      await finished(member)
    }
    zip.end()
  }
  feed().catch((error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error))))
  try {
    let some: Uint8Array[] = [], length = 0
    for await (const chunk of output as AsyncIterable<Uint8Array>) {
      some.push(chunk)
      length += chunk.length
      if (length < LARGE_ENOUGH) continue
      yield Buffer.concat(some)
      some = []
      length = 0
    }
    if (length > 0) yield Buffer.concat(some)
  } finally {
    member?.destroy()
    output.destroy()
  }
}

async function* bytesOf(chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}
