import type { Change } from '../domain/changes/change'
import type { Promised, Put } from '../domain/merge/versioned'
import { annotationSchema, type Annotation } from '../domain/project/annotation'
import { articleSchema } from '../domain/project/article'
import { codebookSchema } from '../domain/project/codebook'
import { coderSchema } from '../domain/project/coder'
import { entitySchema } from '../domain/project/entity'
import { eventSchema } from '../domain/project/event'
import { outletSchema } from '../domain/project/outlet'
import { projectInfoSchema } from '../domain/project/info'
import { rulingSchema } from '../domain/project/ruling'
import { parse, ParseError } from '../domain/project/parse'
import { THE, type RecordKind, type RecordTypes } from '../domain/project/records'
import { sheetSchema, type Sheet } from '../domain/project/sheet'
import { articlesFile, CORE, isId, shardFile } from './fileNames'
import { StorageError } from './storageError'

export type { Put } from '../domain/merge/versioned'

/** What is to be put into which file, in order. */
export type PutsByFile = ReadonlyMap<string, readonly Put[]>

/** What one change puts into a file, in order, and the name of that write; null when it gets one as it is done, as in entries of earlier versions. */
export interface Batch {
  readonly puts: readonly Put[]
  readonly as: Promised | null
}

/** What several changes put into which file, the oldest first. */
export type Batches = ReadonlyMap<string, readonly Batch[]>

/** What a record of each kind must be. */
const schemas = {
  project: projectInfoSchema, coder: coderSchema, codebook: codebookSchema, event: eventSchema, article: articleSchema, annotation: annotationSchema,
  entity: entitySchema, outlet: outletSchema, ruling: rulingSchema, sheet: sheetSchema,
} satisfies Readonly<Record<RecordKind, unknown>>

/**
 * The files a change touches and what it puts there. An annotation that goes to another coder or subject leaves one
 * file and enters another.
 * @throws StorageError 'refused' when a record is not what the domain says: it could be written, but never read again
 */
export function route(change: Change): PutsByFile {
  const puts = new Map<string, Put[]>()
  const add = (file: string, put: Put): void => void (puts.get(file)?.push(put) ?? puts.set(file, [put]))
  for (const edit of change.edits) {
    const put = checkedPut(edit.kind, edit.id, edit.after)
    const [file, left] = edit.kind === 'annotation' || edit.kind === 'sheet' ? shards(edit.before, put.record as Annotation | Sheet | null) : [fileOf(edit.kind, edit.id), null]
    if (left) add(left, { ...put, record: null } as Put)
    if (file) add(file, put)
  }
  return puts
}

/** @throws StorageError 'refused' as `route` does, when the change could never be saved */
export const demandSound = (change: Change): void => void route(change)

/** What several changes put into each file, in order. */
export function merged(all: Iterable<PutsByFile>): Map<string, Put[]> {
  const puts = new Map<string, Put[]>()
  for (const one of all) addPuts(puts, one)
  return puts
}

/** Adds what a further change puts into each file. */
export function addPuts(puts: Map<string, Put[]>, more: PutsByFile): void {
  for (const [file, list] of more) {
    const so = puts.get(file)
    if (so) so.push(...list)
    else puts.set(file, [...list])
  }
}

/** @throws StorageError 'refused' */
export function checkedPut(kind: RecordKind, id: string, record: unknown): Put {
  const single = kind === 'project' || kind === 'codebook'
  if (single ? id !== THE || record === null : !isId(id)) throw refused(`the ${kind} “${id}” can’t be changed like this`)
  if (record === null) return { kind, id, record } as Put
  try {
    const checked = parse<RecordTypes[RecordKind]>(schemas[kind], record, `${kind} ${id}`)
    if (!single && 'id' in checked && checked.id !== id) throw refused(`${kind} ${id} carries the id of another`)
    return { kind, id, record: checked } as Put
  } catch (error) {
    throw error instanceof ParseError ? refused(error.message, error) : error
  }
}

/** The file an annotation or a sheet belongs to, and the one it leaves. */
function shards(before: Annotation | Sheet | null, after: Annotation | Sheet | null): readonly [string | null, string | null] {
  const from = before && shardFile(before.coder, before.subject)
  const to = after && shardFile(after.coder, after.subject)
  return to === null ? [from, null] : [to, from === to ? null : from]
}

function fileOf(kind: Exclude<RecordKind, 'annotation' | 'sheet'>, id: string): string {
  if (kind === 'event') return CORE.events
  if (kind === 'entity') return CORE.entities
  if (kind === 'outlet') return CORE.outlets
  if (kind === 'ruling') return CORE.rulings
  if (kind === 'article') return articlesFile(id)
  return kind === 'codebook' ? CORE.codebook : CORE.project
}

const refused = (reason: string, cause?: unknown): StorageError => new StorageError(
  'refused', `A change does not fit the project: ${reason}. Nothing of it was saved. Undo it, and report it as a fault of Synoptic.`, { cause },
)
