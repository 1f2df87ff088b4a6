import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openProject, type OpenOptions, type ProjectFolder } from '../../../src/storage/projectFolder'
import { studyIn } from '../../fixtures/study'

export { annotation, article, codebook, coding, removing, reopenedIds } from '../../fixtures/study'

/** A new folder that goes when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'synoptic-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A new project as `studyIn` makes it, that goes when the test is over; its folder. */
export const newProject = async (): Promise<string> => studyIn(await temporaryFolder())

/** Opens a project and closes it when the test is over. */
export async function opened(folder: string, options?: OpenOptions): Promise<ProjectFolder> {
  const project = await openProject(folder, options)
  onTestFinished(() => project.close().catch(() => undefined))
  return project
}
