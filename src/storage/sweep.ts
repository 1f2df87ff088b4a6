import { discard, errorCode } from './disk'
import { ANNOTATIONS, JOURNAL, QUARANTINE } from './fileNames'
import type { Place } from './place'

/** Younger ones, in milliseconds, may be another process's that is just writing. */
const OLD = 10 * 60_000

/** Removes temporary files that crashes left. */
export async function sweep(place: Place): Promise<void> {
  const coders = (await names(place, ANNOTATIONS)).map((coder) => `${ANNOTATIONS}/${coder}`)
  for (const folder of ['', 'articles', 'articles/text', JOURNAL, QUARANTINE, ...coders]) {
    for (const name of await names(place, folder)) {
      const path = place.path(folder === '' ? name : `${folder}/${name}`)
      if (name.endsWith('.tmp') && Date.now() - (await place.disk.lstat(path)).mtimeMs > OLD) await discard(place.disk, path)
    }
  }
}

async function names(place: Place, folder: string): Promise<readonly string[]> {
  try {
    return folder === '' || (await place.hasFolder(folder)) ? await place.disk.readdir(place.path(folder)) : []
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR' || errorCode(error) === 'ENOENT' || errorCode(error) === '') return []
    throw error
  }
}
