import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { fromBufferPromise, getFileNameLowLevel, validateFileName, type Entry, type ZipFile } from 'yauzl'
import { crc32 } from './crc32'
import { ImportRefusal } from './importer'
import { decodeMarkup } from './markupEncoding'
import type { SourceFile } from './sourceFile'

/** What a ZIP file holds. Folders are left out; names are keys and never paths. */
export interface ZipContents {
  readonly names: readonly string[]
  readonly has: (name: string) => boolean
  /** @throws ImportRefusal when there is no such member, or it is not what the directory of the file says of it */
  readonly bytes: (name: string) => Promise<Uint8Array>
  /** A member that holds markup, in the encoding that it is in. @throws ImportRefusal */
  readonly text: (name: string) => Promise<string>
}

const MOST_ENTRIES = 10_000
/** Bytes of all members together, and of one. */
const LARGEST_WHOLE = 512 * 1024 * 1024
const LARGEST_MEMBER = 128 * 1024 * 1024
/** How many times smaller a member may be packed; small ones may be anything. */
const HIGHEST_RATIO = 200
const ALWAYS_FINE = 1024 * 1024

const inflate = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflateRaw)

/** Whether a file begins as ZIP files do. */
export const isZip = (file: SourceFile): boolean => [0x50, 0x4b, 3, 4].every((byte, i) => file.bytes[i] === byte)

/** Whether a name or type stands near the beginning, for files whose table of contents can't be read. */
export const headHas = (file: SourceFile, what: string): boolean => Buffer.from(file.bytes.subarray(0, 4096)).includes(what)

/**
 * The members of a ZIP file (APPNOTE.TXT 6.3). What an honest document has no use for is refused before anything is
 * unpacked: too many or too large members, duplicates, links, passwords, names that lead elsewhere. Sizes that the
 * file declares are held against the bytes that come out. @throws ImportRefusal
 */
export const readZip = (file: SourceFile): Promise<ZipContents> => file.once(open)

async function open(file: SourceFile): Promise<ZipContents> {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
  const { zip, entries } = await directory(bytes)
  const entry = (name: string): Entry => entries.get(name) ?? damaged(`“${name}”, a part that it should have, is missing`)
  const read = async (name: string): Promise<Buffer> => await unpack(bytes, zip, entry(name))
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    bytes: read,
    text: async (name) => decodeMarkup(await read(name)).text,
  }
}

async function directory(bytes: Buffer): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  const entries = new Map<string, Entry>()
  try {
    const zip = await fromBufferPromise(bytes, { decodeStrings: false })
    if (zip.entryCount > MOST_ENTRIES) unsafe(`it holds more than ${MOST_ENTRIES} files`)
    let total = 0
    for await (const entry of zip.eachEntry()) {
      const name = acceptable(entry, bytes.length)
      total += entry.uncompressedSize
      if (total > LARGEST_WHOLE) unsafe('it unpacks to more than 512 MB')
      if (entries.has(name)) unsafe('two of its parts have the same name')
      entries.set(name, entry)
    }
    for (const name of entries.keys()) if (name.endsWith('/')) entries.delete(name)
    return { zip, entries }
  } catch (error) {
    if (error instanceof ImportRefusal) throw error
    return String(error).includes('encryption') ? locked() : damaged('it is cut off or its table of contents is garbled')
  }
}

/** The name of a member that may be read. @throws ImportRefusal */
function acceptable(entry: Entry, archive: number): string {
  if (entry.isEncrypted()) locked()
  if ((entry.externalFileAttributes >>> 28) === 0o12) unsafe('one of its parts is a link to somewhere else')
  const { compressedSize: packed, uncompressedSize: size } = entry
  if (size > ALWAYS_FINE && size > HIGHEST_RATIO * Math.min(packed, archive)) unsafe('a part of it is packed far more tightly than a document can be')
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, Buffer.from(entry.fileNameRaw), entry.extraFields, true)
  if (validateFileName(name) !== null || /[\p{Control}\uFFFD]/u.test(name)) unsafe('one of its parts has a name that leads outside it')
  return name
}

async function unpack(bytes: Buffer, zip: ZipFile, entry: Entry): Promise<Buffer> {
  if (entry.uncompressedSize > LARGEST_MEMBER) throw new ImportRefusal('too-large', 'a part of it unpacks to more than 128 MB: split the document')
  const { fileDataStart, fileName } = await zip.readLocalFileHeaderPromise(entry).catch(() => damaged('one of its parts is not where it should be'))
  if (!fileName.equals(entry.fileNameRaw)) unsafe('one of its parts has two different names')
  const packed = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize)
  const whole = await inflated(packed, entry)
  if (whole.length !== entry.uncompressedSize || crc32(whole) !== entry.crc32) damaged('one of its parts does not match its checksum')
  return whole
}

async function inflated(packed: Buffer, entry: Entry): Promise<Buffer> {
  if (entry.compressionMethod === 0) return packed
  if (entry.compressionMethod !== 8) throw new ImportRefusal('unreadable', 'it is packed in an unusual way: open it in its program and save it again')
  // One byte more than declared is enough to know that the declaration is wrong.
  return await inflate(packed, { maxOutputLength: entry.uncompressedSize + 1 }).catch(() => damaged('one of its parts cannot be unpacked'))
}

function damaged(problem: string): never {
  throw new ImportRefusal('damaged', `the file is damaged: ${problem}. Get it from its source again`)
}

function unsafe(problem: string): never {
  throw new ImportRefusal('unsafe', `it is not read, as ${problem}. Save it anew in its program if you trust it`)
}

function locked(): never {
  throw new ImportRefusal('encrypted', 'it is locked with a password or by rights management: save it without and import that')
}
