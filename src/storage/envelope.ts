import type { FileKind } from '../domain/project/fileKind'
import { FORMAT_VERSION, migrate, NewerVersionError } from '../domain/project/format'
import { parse, ParseError } from '../domain/project/parse'
import { countSchema, hashSchema, timeSchema } from '../domain/project/values'
import { z } from 'zod'
import { sha256 } from './disk'
import { migrateJournal } from './journalMigration'

/** What a file is to hold: checked when it is read. */
export interface Expected<D> {
  readonly kind: FileKind | 'journal'
  /** The file's name in the project without its ending, e.g. `annotations/ana/a1`: a copy in the wrong place is noticed. */
  readonly id: string
  readonly schema: z.ZodType<D>
}

/** The content of a file. */
export interface Generation<D> {
  readonly data: D
  /** Counts the writes of the file, from 1. */
  readonly generation: number
  /** When it was written, UTC ISO 8601. */
  readonly written: string
  /** True when a newer version of Synoptic wrote it: it can be shown but must not be written. */
  readonly newer: boolean
}

/** A file that is not what it should be; the message says how, to follow the file's name. */
export class DamageError extends Error {
  override readonly name = 'DamageError'
}

const FORMAT = 'synoptic'
const headerSchema = z.object({
  format: z.literal(FORMAT), kind: z.string(), version: z.int(), id: z.string(), generation: countSchema,
  written: timeSchema, sha256: hashSchema, data: z.unknown(),
})

/** A file's bytes: one line of JSON, the header first, then the data, whose compact JSON the checksum is of. */
export function encode(kind: string, id: string, { data, generation, written }: Omit<Generation<unknown>, 'newer'>): Buffer {
  const json = JSON.stringify(data)
  const header = JSON.stringify({ format: FORMAT, kind, version: FORMAT_VERSION, id, generation, written, sha256: sha256(json) })
  return Buffer.from(`${header.slice(0, -1)},"data":${json}}\n`)
}

/**
 * Reads a file's bytes.
 * @throws DamageError when they are not a whole, unaltered file of the expected kind and place;
 *   NewerVersionError when a newer version wrote them in a way this one can't even show
 */
export function decode<D>(bytes: Buffer, { kind, id, schema }: Expected<D>): Generation<D> {
  const header = readHeader(bytes)
  if (header.kind !== kind || header.id !== id) throw new DamageError(`is a copy of another file (${header.id})`)
  if (sha256(compact(header.data)) !== header.sha256) throw new DamageError('was altered outside Synoptic or is incomplete: its checksum does not match')
  const { generation, written } = header
  try {
    const data = kind === 'journal' ? migrateJournal(header.data, header.version) : migrate(kind, header.data, header.version)
    return { data: parse(schema, data, id), generation, written, newer: false }
  } catch (error) {
    if (error instanceof ParseError) throw new DamageError(`does not hold what it should: ${error.problems.slice(0, 2).join('; ')}`)
    if (!(error instanceof NewerVersionError)) throw error
    const shown = schema.safeParse(header.data)
    if (!shown.success) throw error
    return { data: shown.data, generation, written, newer: true }
  }
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
