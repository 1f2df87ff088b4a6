import type { DamagedFile } from '../domain/project/damagedFile'
import type { FileKind } from '../domain/project/fileKind'
import { FORMAT_VERSION, migrate, NewerVersionError } from '../domain/project/format'
import { parse, ParseError } from '../domain/project/parse'
import { countSchema, hashSchema, timeSchema } from '../domain/project/values'
import { z } from 'zod'
import { fileVersionsSchema, onlyWrite, type FileVersions } from '../domain/merge/fileVersions'
import { sha256 } from './disk'
import { migrateJournal } from './journalMigration'

/** What a file is to hold: checked when it is read. */
export interface Expected<D> {
  readonly kind: FileKind | 'journal'
  /** The file's name in the project without its ending, e.g. `annotations/ana/a1`: a copy in the wrong place is noticed. */
  readonly id: string
  readonly schema: z.ZodType<D>
}

/** What a file holds. */
export interface Content<D> {
  readonly data: D
  /** By which writes the records in it came. */
  readonly versions: FileVersions
}

/** The content of a file as one write left it. */
export interface Generation<D> extends Content<D> {
  /** Counts the writes of the file, from 1. */
  readonly generation: number
  /** When it was written, UTC ISO 8601. */
  readonly written: string
  /** The version of the format it was written in. */
  readonly version: number
  /** True when a newer version of Synoptic wrote it: it can be shown but must not be written. */
  readonly newer: boolean
}

/** A file that is not what it should be; the message says how, to follow the file's name. */
export class DamageError extends Error {
  override readonly name = 'DamageError'

  constructor(message: string, readonly kind: DamagedFile['kind'] = 'damaged') {
    super(message)
  }
}

const FORMAT = 'synoptic'
const headerSchema = z.object({
  format: z.literal(FORMAT), kind: z.string(), version: z.int(), id: z.string(), generation: countSchema,
  written: timeSchema, sha256: hashSchema, versions: z.unknown().optional(), data: z.unknown(),
})

/** A file's bytes: one line of JSON, the header first, then the versions if there are any and the data, whose compact JSON the checksum is of. */
export function encode(kind: string, id: string, { data, generation, written, versions }: Pick<Generation<unknown>, 'data' | 'generation' | 'written'> & Partial<Pick<Content<unknown>, 'versions'>>): Buffer {
  const [json, beside] = [JSON.stringify(data), versions ? JSON.stringify(versions) : '']
  const header = JSON.stringify({ format: FORMAT, kind, version: FORMAT_VERSION, id, generation, written, sha256: sha256(beside + json) })
  return Buffer.from(`${header.slice(0, -1)}${beside === '' ? '' : `,"versions":${beside}`},"data":${json}}\n`)
}

/**
 * Reads a file's bytes.
 * @throws DamageError when they are not a whole, unaltered file of the expected kind and place;
 *   NewerVersionError when a newer version wrote them in a way this one can't even show
 */
export function decode<D>(bytes: Buffer, { kind, id, schema }: Expected<D>): Generation<D> {
  const header = readHeader(bytes)
  if (header.kind !== kind || header.id !== id) throw new DamageError(`is a copy of another file (${header.id})`)
  if (sha256(compact(header.versions) + compact(header.data)) !== header.sha256) throw new DamageError('was altered outside Synoptic or is incomplete: its checksum does not match')
  const { generation, written } = header
  try {
    const data = kind === 'journal' ? migrateJournal(header.data, header.version) : migrate(kind, header.data, header.version)
    return { data: parse(schema, data, id), versions: versionsOf(header), generation, written, version: header.version, newer: false }
  } catch (error) {
    if (error instanceof ParseError) throw new DamageError(`does not hold what it should: ${error.problems.slice(0, 2).join('; ')}`)
    if (!(error instanceof NewerVersionError)) throw error
    const shown = schema.safeParse(header.data)
    if (!shown.success) throw error
    return { data: shown.data, versions: versionsOf({ ...header, versions: undefined }), generation, written, version: header.version, newer: true }
  }
}

/**
 * In a file that says nothing of versions, as those of format 4 and before, everything came by one write. It is called after the
 * content, so that equal copies agree on it.
 */
function versionsOf({ versions, sha256: hash, generation }: z.infer<typeof headerSchema>): FileVersions {
  if (versions === undefined) return onlyWrite({ writer: hash.slice(0, 8), count: Math.max(1, generation) })
  return parse(fileVersionsSchema, versions, 'versions')
}

function readHeader(bytes: Buffer): z.infer<typeof headerSchema> {
  if (bytes.length === 0) throw new DamageError('is empty')
  const header = headerSchema.safeParse(readJson(bytes))
  if (!header.success) throw new DamageError('is not a file of Synoptic')
  return header.data
}

function readJson(bytes: Buffer): unknown {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new DamageError('is not UTF-8 text')
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new DamageError(/^\0+$/.test(text) ? 'holds nothing but zero bytes' : 'is incomplete or garbled (not valid JSON)')
  }
}

function compact(data: unknown): string {
  try {
    return JSON.stringify(data) ?? ''
  } catch {
    throw new DamageError('is garbled (nested too deeply)')
  }
}
