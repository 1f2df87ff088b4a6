import { z } from 'zod'
import { FORMAT_VERSION, migrate, NewerVersionError } from '../domain/project/format'
import { parse } from '../domain/project/parse'

const putSchema = z.looseObject({ kind: z.string(), record: z.unknown() })
const entrySchema = z.looseObject({ files: z.array(z.looseObject({ puts: z.array(putSchema) })) })

/**
 * Brings an entry or a part of the journal to the current version: an older Synoptic may have been interrupted while saving,
 * and a newer one then opens the project. Annotations are the only records that migrations have altered in place.
 * @throws NewerVersionError, or ParseError when it is not what an entry is
 */
export function migrateJournal(data: unknown, version: number): unknown {
  if (version > FORMAT_VERSION) throw new NewerVersionError(version)
  if (version === FORMAT_VERSION) return data
  const entry = parse(entrySchema, data, 'journal')
  return { ...entry, files: entry.files.map((file) => ({ ...file, puts: file.puts.map((put) => migrated(put, version)) })) }
}

/** A record is migrated as the only one of its file. */
function migrated(put: z.infer<typeof putSchema>, version: number): unknown {
  if (put.kind !== 'annotation' || put.record === null) return put
  const { annotations } = migrate('annotations', { annotations: [put.record] }, version) as { readonly annotations: readonly unknown[] }
  return { ...put, record: annotations[0] }
}
