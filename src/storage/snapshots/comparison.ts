import { emptyRecords, putRecord, type Records } from '../../domain/project/records'
import { isEntry, readEntry } from '../journalEntry'
import { kindOf } from '../fileNames'
import type { Put } from '../put'
import { StorageError } from '../storageError'
import { addRecordsIn } from './recordsIn'
import type { Entry } from './snapshot'

/** A snapshot as it is read. */
export interface Readable {
  readonly entries: ReadonlyMap<string, Entry>
  /** @returns null when a file can't be read any more */
  readonly read: (file: string) => Promise<Buffer | null>
}

/** The records of the files in which two snapshots of a project differ: only these can differ themselves. @throws StorageError when one of them can't be read */
export async function differingRecords(a: Readable, b: Readable): Promise<readonly [Records, Records]> {
  const [left, right] = [await journalOf(a), await journalOf(b)]
  const names = new Set([...a.entries.keys(), ...b.entries.keys()].filter((file) => kindOf(file) !== null && a.entries.get(file)?.sha256 !== b.entries.get(file)?.sha256))
  for (const file of [...left.keys(), ...right.keys()]) names.add(file)
  return [await recordsOf(a, names, left), await recordsOf(b, names, right)]
}

async function recordsOf(from: Readable, files: Iterable<string>, journal: ReadonlyMap<string, readonly Put[]>): Promise<Records> {
  const records = emptyRecords()
  for (const file of files) {
    if (from.entries.has(file)) addRecordsIn(records, file, await demand(from, file))
    for (const { kind, id, record } of journal.get(file) ?? []) putRecord(records, kind, id, record)
  }
  return records
}

/** What a change that was being written still was to put into which file. */
async function journalOf(from: Readable): Promise<ReadonlyMap<string, readonly Put[]>> {
  const left = new Map<string, readonly Put[]>()
  for (const entry of [...from.entries.keys()].filter(isEntry).sort()) {
    const { batches } = await readEntry((file) => demand(from, file), entry)
    for (const [file, list] of batches) left.set(file, [...(left.get(file) ?? []), ...list.flatMap(({ puts }) => puts)])
  }
  return left
}

async function demand(from: Readable, file: string): Promise<Buffer> {
  const bytes = await from.read(file)
  if (bytes === null) throw unreadable(file)
  return bytes
}

const unreadable = (file: string): StorageError => new StorageError('damaged', `The snapshot’s copy of ${file} can’t be read any more. Nothing was altered. Choose another snapshot.`, { files: [file] })
