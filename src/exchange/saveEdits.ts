import type { Edit } from '../domain/changes/change'
import type { ProjectFolder } from '../storage/projectFolder'

/** Edits that are written down at once. */
const PART = 150

/**
 * Makes a change of any size in a project: all of it or nothing.
 * @param part called with each part once it is written down
 * @throws StorageError
 */
export async function saveEdits(project: ProjectFolder, edits: readonly Edit[], part: (edits: readonly Edit[]) => void = () => undefined): Promise<void> {
  const save = await project.saveInParts()
  try {
    for (let at = 0; at < edits.length; at += PART) {
      const some = edits.slice(at, at + PART)
      await save.add(some)
      part(some)
    }
    await save.decide()
  } catch (error) {
    await save.drop()
    throw error
  }
}
