import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { dotOf, dotSchema, dotText, writerSchema } from '../domain/merge/dot'
import { NewerVersionError } from '../domain/project/format'
import { recordKinds } from '../domain/project/records'
import { DamageError, decode } from './envelope'
import { JOURNAL, kindOf } from './fileNames'
import type { Place } from './place'
import { checkedPut, merged, type Batch, type Batches, type Put, type PutsByFile } from './put'
import { StorageError } from './storageError'

/**
 * `000001-1f0c93ab.json`: an entry, in the order in which changes were decided, and eight hexadecimal digits made up by chance, as
 * another process may write one at the same moment (up to format 4 there were none). `p` and eight hexadecimal digits, a dash, a number:
 * a part of a change too large for one entry, which counts only when an entry names it.
 */
const ENTRY = /^\d{6}(-[0-9a-f]{8})?\.json$/
const PART = /^p[0-9a-f]{8}-\d{6}\.json$/

const putSchema = z.object({ kind: z.enum(recordKinds), id: z.string(), record: z.unknown() })
/** So many of a file's puts, in order with those of the parts, are one write, of this name; earlier versions gave it none. */
const writeSchema = z.object({ puts: z.int().min(0), as: z.object({ at: dotSchema, knowing: z.record(writerSchema, z.int().min(0)) }).nullable() })
const entrySchema = z.object({
  files: z.array(z.object({ file: z.string(), puts: z.array(putSchema), writes: z.array(writeSchema).optional() })),
  /** The parts that come before what is in the entry itself. */
  parts: z.object({ group: z.string().regex(/^p[0-9a-f]{8}$/), count: z.int().min(0) }).optional(),
})

/** What an entry says is to be put where, and the files, relative to the project folder, in which its parts are. */
export interface ReadEntry {
  readonly batches: Batches
  readonly parts: readonly string[]
}

type ReadFile = (file: string) => Promise<Buffer>

/** True for an entry, which counts, and not for a part, which counts only with its entry. */
export const isEntry = (file: string): boolean => file.startsWith(`${JOURNAL}/`) && ENTRY.test(file.slice(JOURNAL.length + 1))

export const entryFile = (number: number): string => `${JOURNAL}/${digits(number)}-${randomBytes(4).toString('hex')}.json`
export const partFile = (group: string, number: number): string => `${JOURNAL}/${group}-${digits(number)}.json`
/** The parts of a change, from the first. */
export const partFiles = (group: string, count: number): readonly string[] => Array.from({ length: count }, (_, n) => partFile(group, n + 1))

const digits = (number: number): string => String(number).padStart(6, '0')

/** What is in the journal's folder, relative to the project folder; entries oldest first. */
export async function journalFiles(place: Place): Promise<{ readonly entries: readonly string[]; readonly parts: readonly string[] }> {
  if (!(await place.hasFolder(JOURNAL))) return { entries: [], parts: [] }
  const names = (await place.disk.readdir(place.path(JOURNAL))).sort()
  const matching = (form: RegExp): readonly string[] => names.filter((name) => form.test(name)).map((name) => `${JOURNAL}/${name}`)
  return { entries: matching(ENTRY), parts: matching(PART) }
}

/** The data of an entry, as `readEntry` reads it. @param parts where the puts are, unless they are to stand in the entry itself */
export const entryData = (batches: Batches, parts?: { readonly group: string; readonly count: number }): unknown =>
  ({ files: [...batches].map(([file, list]) => ({ file, puts: parts ? [] : list.flatMap(({ puts }) => puts), writes: list.map(writeData) })), ...(parts && { parts }) })

/** The data of a part. */
export const partData = (puts: PutsByFile): unknown => ({ files: [...puts].map(([file, list]) => ({ file, puts: list })) })

const writeData = ({ puts, as }: Batch): z.infer<typeof writeSchema> =>
  ({ puts: puts.length, as: as && { at: dotText(as.at), knowing: Object.fromEntries(as.knowing) } })

/**
 * Reads an entry with all its parts.
 * @param read the bytes of a file of the journal; rejects with `ENOENT` when there is none
 * @throws DamageError when any of them is missing or not whole; StorageError 'read-only' when a newer version wrote it
 */
export async function readEntry(read: ReadFile, entry: string): Promise<ReadEntry> {
  const own = await readOne(read, entry)
  const parts = own.parts ? partFiles(own.parts.group, own.parts.count) : []
  const puts: PutsByFile[] = []
  for (const part of parts) puts.push((await readOne(read, part)).puts)
  const batches = [...merged([...puts, own.puts])].map(([name, list]) => [name, batchesOf(list, own.writes.get(name) ?? [])] as const)
  return { batches: new Map(batches), parts }
}

/** Puts as the writes that they are; what belongs to none of those is one without a name. */
function batchesOf(puts: readonly Put[], writes: readonly z.infer<typeof writeSchema>[]): readonly Batch[] {
  let from = 0
  const batches = writes.map(({ puts: count, as }): Batch => ({
    puts: puts.slice(from, (from += count)),
    as: as && { at: dotOf(as.at), knowing: new Map(Object.entries(as.knowing)) },
  }))
  return from < puts.length ? [...batches, { puts: puts.slice(from), as: null }] : batches
}

interface ReadOne {
  readonly puts: PutsByFile
  readonly writes: ReadonlyMap<string, readonly z.infer<typeof writeSchema>[]>
  readonly parts: z.infer<typeof entrySchema>['parts']
}

async function readOne(read: ReadFile, file: string): Promise<ReadOne> {
  const bytes = await read(file).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new DamageError(`lacks ${file}`)
    throw error
  })
  const { data } = decodeOwn(file, bytes)
  const puts = new Map(data.files.map(({ file: name, puts: list }) => [checkedFile(name), list.map((put) => soundPut(put))]))
  return { puts, writes: new Map(data.files.map(({ file: name, writes }) => [name, writes ?? []])), parts: data.parts }
}

/** @throws DamageError; StorageError 'read-only' when a newer version wrote it */
function decodeOwn(file: string, bytes: Buffer): { readonly data: z.infer<typeof entrySchema> } {
  try {
    const entry = decode(bytes, { kind: 'journal', id: file.replace(/\.json$/, ''), schema: entrySchema })
    if (entry.newer) throw ofNewerVersion(file)
    return entry
  } catch (error) {
    throw error instanceof NewerVersionError ? ofNewerVersion(file) : error
  }
}

const ofNewerVersion = (file: string): StorageError => new StorageError(
  'read-only', `${file} was written by a newer version of Synoptic, which was interrupted while saving. The project opens for reading only, so that nothing of it is lost; use that version to go on working.`, { files: [file] },
)

/** A record that does not fit the domain would be refused for ever, and the project with it. */
function soundPut({ kind, id, record }: z.infer<typeof putSchema>): Put {
  try {
    return checkedPut(kind, id, record)
  } catch (error) {
    if (error instanceof StorageError && error.code === 'refused') throw new DamageError(`holds a record that does not fit the project: ${kind} ${id}`)
    throw error
  }
}

function checkedFile(file: string): string {
  if (kindOf(file) === null) throw new DamageError(`names a file that is none of the project’s: ${file}`)
  return file
}
