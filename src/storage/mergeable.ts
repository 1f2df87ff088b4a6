import { united } from '../domain/merge/codebooks'
import { fileFrom, versionedFrom, type Newest } from '../domain/merge/fileVersions'
import { keyOf, type Versioned } from '../domain/merge/versioned'
import { emptyRecords, putRecord, recordKinds, THE, type Records } from '../domain/project/records'
import type { Content } from './envelope'
import type { FileShape } from './fileShape'
import { checkedPut } from './put'

/** A file that is not there. */
export const NOTHING: Versioned = { seen: new Map(), held: new Map() }

/** A file's content as what can be merged. */
export function stateOf<D>(shape: FileShape<D>, content: Content<D> | null): Versioned {
  if (!content) return NOTHING
  const records = emptyRecords()
  shape.fill(records, content.data)
  return versionedFrom(newestIn(records), content.versions, checkedVersion)
}

/** What is to be written of a state. */
export function contentOf<D>(shape: FileShape<D>, state: Versioned): Content<D> {
  const { records: newest, versions } = fileFrom(state)
  const records = emptyRecords()
  for (const { kind, id, record } of newest) putRecord(records, kind, id, record)
  return { data: shape.gather(records), versions }
}

/** Adds what a file's content shows: the newest version of each record, and of a codebook that was changed in two places what both have. */
export function show<D>(shape: FileShape<D>, content: Content<D>, records: Records): void {
  shape.fill(records, content.data)
  if (shape.kind !== 'codebook' || content.versions.others.length === 0) return
  const versions = stateOf(shape, content).held.get(keyOf({ kind: 'codebook', id: THE })) ?? []
  const codebook = united(versions.flatMap((one) => (one.kind === 'codebook' ? one.record : [])))
  if (codebook) putRecord(records, 'codebook', THE, codebook)
}

function* newestIn(records: Records): Iterable<Newest> {
  for (const kind of recordKinds) for (const [id, record] of records[kind]) yield { kind, id, record } as Newest
}

/** A version that does not fit the domain, as one of an older format may not, could never be shown. */
function checkedVersion(kind: string, id: string, record: unknown): Newest | null {
  const known = recordKinds.find((one) => one === kind)
  try {
    const put = known && checkedPut(known, id, record)
    return put && put.record !== null ? (put as Newest) : null
  } catch {
    return null
  }
}
