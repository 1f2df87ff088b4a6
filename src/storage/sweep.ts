import { discard } from './disk'
import { ANNOTATIONS, INDEX, JOURNAL, QUARANTINE } from './fileNames'
import type { Place } from './place'

/** Younger ones, in milliseconds, may be another process's that is just writing. */
const OLD = 10 * 60_000

/** Removes temporary files that crashes left. What can't be removed now is removed another time. */
export async function sweep(place: Place): Promise<void> {
  const coders = (await names(place, ANNOTATIONS)).map((coder) => `${ANNOTATIONS}/${coder}`)
  for (const folder of ['', 'articles', INDEX, 'articles/text', JOURNAL, QUARANTINE, ...coders]) {
    for (const name of await names(place, folder)) if (name.endsWith('.tmp')) await removeIfOld(place, folder === '' ? name : `${folder}/${name}`)
  }
}

async function names(place: Place, folder: string): Promise<readonly string[]> {
  try {
    return (await place.hasFolder(folder)) ? await place.disk.readdir(place.path(folder)) : []
  } catch {
    return []
  }
}

async function removeIfOld(place: Place, file: string): Promise<void> {
  const path = place.path(file)
  const written = await place.disk.lstat(path).then(({ mtimeMs }) => mtimeMs, () => Number.POSITIVE_INFINITY)
  if (Date.now() - written > OLD) await discard(place.disk, path)
}
