import { ANNOTATIONS, coreKinds, CORE, INDEX, isArticlesFile, isId, OLD_INDEX, shardOf, TEXTS } from '../fileNames'
import { journalFiles } from '../journalEntry'
import type { Place } from '../place'
import { previousOf } from '../replaceFile'
import { StorageError } from '../storageError'

/** What of a project's folder belongs into a snapshot. */
export interface Contents {
  /** Files of records, and what the journal holds of a change that is being written. */
  readonly records: readonly string[]
  /** Canonical texts, which are never altered. */
  readonly texts: readonly string[]
}

/**
 * Everything of a project but what is kept aside, waits to come in, or is only there for the moment.
 * @returns null when there is no project in the folder now, as where a drive was unplugged and only its empty folder stayed
 * @throws what Node throws; ENOENT when the folder itself is gone
 */
export async function contentsOf(place: Place): Promise<Contents | null> {
  const top = await place.disk.readdir(place.root)
  if (!top.includes(CORE.project) && !top.includes(previousOf(CORE.project))) return null
  const coders = (await names(place, ANNOTATIONS)).filter(isId)
  const shards: string[] = []
  for (const coder of coders) shards.push(...(await files(place, `${ANNOTATIONS}/${coder}`)).filter((file) => shardOf(file) !== null))
  const core = new Set<string>([...coreKinds.map((kind) => CORE[kind])])
  const { entries, parts } = await journalFiles(place).catch(() => ({ entries: [], parts: [] }))
  return {
    records: [
      ...top.filter((file) => core.has(file)),
      ...(await files(place, 'articles')).filter((file) => file === OLD_INDEX),
      ...(await files(place, INDEX)).filter(isArticlesFile),
      ...shards,
      // Parts count for nothing without an entry.
      ...(entries.length > 0 ? [...parts, ...entries] : []),
    ],
    texts: (await files(place, TEXTS)).filter((file) => file.endsWith('.txt')),
  }
}

async function files(place: Place, folder: string): Promise<readonly string[]> {
  return (await names(place, folder)).map((name) => `${folder}/${name}`)
}

/** A folder that is a link, or no folder, is not the project's. */
async function names(place: Place, folder: string): Promise<readonly string[]> {
  try {
    return (await place.hasFolder(folder)) ? await place.disk.readdir(place.path(folder)) : []
  } catch (error) {
    if (error instanceof StorageError) return []
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return []
    throw error
  }
}
