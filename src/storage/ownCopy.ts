import { errorCode, exists, readBytes } from './disk'
import { DamageError, decode, type Generation } from './envelope'
import { CORE, isArticlesFile, OLD_INDEX, textFile } from './fileNames'
import { articlesShape, codebookShape, type FileShape } from './fileShape'
import type { Place } from './place'
import { StorageError } from './storageError'

export const FOREIGN = 'belongs to another project'

/**
 * Refuses a copy that another project’s file may be, as when a codebook was copied into the folder and the system named
 * it anew. That two copies know of no write in common proves nothing by itself: on two computers a file can be begun
 * twice. It does for the codebook, which is made with the project; a part of the list of articles has the articles’
 * texts to vouch for it.
 * @param of the file it is a copy of
 * @throws DamageError when it is another project’s, StorageError when that can't be told yet, or what Node throws
 */
export async function demandOwn(place: Place, of: string, bytes: Buffer): Promise<void> {
  if (of === CORE.codebook) {
    if (await strange(place, of, bytes, codebookShape)) throw new DamageError(FOREIGN)
  } else if (isArticlesFile(of) && of !== OLD_INDEX) {
    const copy = await strange(place, of, bytes, articlesShape(of))
    const articles = copy?.data.articles ?? []
    if (articles.length === 0) return
    for (const { id } of articles) if (await exists(place.disk, place.path(textFile(id, 1)))) return
    throw new StorageError('not-found', 'None of the articles in it has its text in this project: it may belong to another one, or the texts have yet to come. It is looked at again when the project is read anew.')
  }
}

/** @returns the copy when it and the file have no write in common; null when they have, or when there is nothing to compare it with */
async function strange<D>(place: Place, of: string, bytes: Buffer, { kind, schema }: FileShape<D>): Promise<Generation<D> | null> {
  const expected = { kind, id: of.replace(/\.json$/, ''), schema }
  const copy = decode(bytes, expected)
  const own = await ownOf(place, of, (there) => decode(there, expected))
  if (copy.newer || !own || own.newer) return null
  const known = own.versions.seen
  const writers = Object.keys(copy.versions.seen)
  const knowsNone = writers.length > 0 && Object.keys(known).length > 0 && writers.every((writer) => !Object.hasOwn(known, writer))
  return knowsNone ? copy : null
}

/** The project’s own file; null when it is gone or can't be read, which is told elsewhere. */
async function ownOf<T>(place: Place, of: string, read: (bytes: Buffer) => T): Promise<T | null> {
  try {
    return read(await readBytes(place.disk, place.path(of)))
  } catch (error) {
    if (error instanceof DamageError || errorCode(error) === 'ENOENT') return null
    throw error
  }
}
