import { discard } from './disk'
import { ANNOTATIONS, INDEX, JOURNAL, QUARANTINE, STAGED } from './fileNames'
import type { Place } from './place'

/** Younger ones, in milliseconds, may be another process's that is just writing. */
const OLD = 10 * 60_000

/** Staged texts are of no article, but another machine with the same synced folder may be about to keep them. */
const ABANDONED = 24 * 60 * 60_000

/**
 * Removes temporary files and staged texts that crashes left. What can't be removed now is removed another time.
 * @param now milliseconds by the clock of the file system: by one that runs ahead, all would seem old
 */
export async function sweep(place: Place, now: number): Promise<void> {
  const coders = (await names(place, ANNOTATIONS)).map((coder) => `${ANNOTATIONS}/${coder}`)
  for (const folder of ['', 'articles', INDEX, 'articles/text', JOURNAL, QUARANTINE, ...coders]) {
    for (const name of await names(place, folder)) if (name.endsWith('.tmp')) await removeIfOld(place, folder === '' ? name : `${folder}/${name}`, now - OLD)
  }
  for (const name of await names(place, STAGED)) await removeIfOld(place, `${STAGED}/${name}`, now - ABANDONED)
}

async function names(place: Place, folder: string): Promise<readonly string[]> {
  try {
    return (await place.hasFolder(folder)) ? await place.disk.readdir(place.path(folder)) : []
  } catch {
    return []
  }
}

async function removeIfOld(place: Place, file: string, before: number): Promise<void> {
  const path = place.path(file)
  const written = await place.disk.lstat(path).then(({ mtimeMs }) => mtimeMs, () => Number.POSITIVE_INFINITY)
  if (written < before) await discard(place.disk, path)
}
