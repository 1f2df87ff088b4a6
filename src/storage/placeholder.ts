import { exists } from './disk'
import { folderOf, type Place } from './place'

const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1)

/** What iCloud leaves in a file’s place, in the same folder, while the file is only in the cloud. */
export const placeholderOf = (name: string): string => `.${name}.icloud`

/** The name of the file that a placeholder stands for; of anything else its own name. */
export const behindPlaceholder = (name: string): string => /^\.(.+)\.icloud$/.exec(name)?.[1] ?? name

/** True when the file is not on this computer yet, because its sync service has put something else in its place. @param file relative to the project folder */
export async function isInCloud(place: Place, file: string): Promise<boolean> {
  if (!(await place.hasFolder(folderOf(file)))) return false
  const folder = folderOf(file)
  return exists(place.disk, place.path(`${folder === '' ? '' : `${folder}/`}${placeholderOf(nameOf(file))}`))
}

/** What is wrong with such a file, to follow its name. */
export const IN_CLOUD = 'is not on this computer yet: its sync service has left it in the cloud. Let it download the whole folder, then try again; meanwhile nothing is written in its place'
