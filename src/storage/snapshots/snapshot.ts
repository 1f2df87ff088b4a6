import { z } from 'zod'
import { snapshotReasons } from '../../domain/snapshots/snapshot'
import { countSchema, hashSchema, idSchema, timeSchema } from '../../domain/project/values'
import { sha256 } from '../disk'

/** One file of a project in a snapshot. */
export interface Entry {
  /** Relative to the project folder, with slashes. */
  readonly file: string
  readonly sha256: string
  /** In bytes. */
  readonly size: number
  /** Bytes it takes where snapshots are. */
  readonly stored: number
  /** Articles or annotations in it. */
  readonly count: number
  /** What the file system said of it: as long as that stays the same the file is not read again. */
  readonly stamp: string
}

const FORMAT = 'synoptic-snapshot'
const VERSION = 1

const snapshotSchema = z.object({
  id: idSchema, taken: timeSchema, why: z.enum(snapshotReasons), files: countSchema, bytes: countSchema, articles: countSchema, annotations: countSchema,
})
const recordSchema = z.object({ snapshot: snapshotSchema, lists: z.array(hashSchema) })
const fileSchema = z.object({ format: z.literal(FORMAT), version: z.literal(VERSION), sha256: hashSchema, data: recordSchema })
const laterSchema = z.object({ format: z.literal(FORMAT), version: z.number().gt(VERSION) })

const entriesSchema = z.array(z.tuple([z.string(), hashSchema, countSchema, countSchema, countSchema, z.string()]))

/** A snapshot as it is on disk: its entries are in lists, which are objects like any file and shared by snapshots. */
export type SnapshotRecord = z.infer<typeof recordSchema>

export function encodeSnapshot(data: SnapshotRecord): Buffer {
  return Buffer.from(`${JSON.stringify({ format: FORMAT, version: VERSION, sha256: sha256(JSON.stringify(data)), data })}\n`)
}

/** @returns null when the bytes are no whole snapshot */
export function decodeSnapshot(bytes: Buffer): SnapshotRecord | null {
  try {
    const { data, sha256: sum } = fileSchema.parse(JSON.parse(bytes.toString()))
    return sha256(JSON.stringify(data)) === sum ? data : null
  } catch {
    return null
  }
}

/** True when a later version of Synoptic wrote the snapshot: what it needs is not known here. */
export function isLater(bytes: Buffer): boolean {
  try {
    return laterSchema.safeParse(JSON.parse(bytes.toString())).success
  } catch {
    return false
  }
}

export const encodeEntries = (entries: readonly Entry[]): Buffer =>
  Buffer.from(JSON.stringify(entries.map(({ file, sha256: sum, size, stored, count, stamp }) => [file, sum, size, stored, count, stamp])))

/** @returns null when the bytes are no list of entries */
export function decodeEntries(bytes: Buffer): readonly Entry[] | null {
  try {
    return entriesSchema.parse(JSON.parse(bytes.toString())).map(([file, sum, size, stored, count, stamp]) => ({ file, sha256: sum, size, stored, count, stamp }))
  } catch {
    return null
  }
}
