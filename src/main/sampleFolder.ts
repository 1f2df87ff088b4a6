import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Change, Edit } from '../domain/changes/change'
import type { Coder } from '../domain/project/coder'
import type { ProjectContents } from '../formats/source'
import { createProject, openProject } from '../storage/projectFolder'
import { documentsFolder, folderName } from './projectPlace'
import { sampleContents } from './startingContents'

/**
 * The researcher's own copy of the sample project, made when it isn't there yet. It appears under its name only
 * when it is whole.
 */
export async function sampleFolder(self: Coder): Promise<string> {
  const contents = await sampleContents(randomUUID)
  const folder = join(documentsFolder(), folderName(contents.info.name))
  if (existsSync(folder)) return folder
  const unfinished = `${folder}-${randomUUID().slice(0, 8)}`
  try {
    await fill(unfinished, contents, self)
    await rename(unfinished, folder)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
  return folder
}

async function fill(folder: string, contents: ProjectContents, self: Coder): Promise<void> {
  await createProject(folder, { info: contents.info, coder: contents.coders[0] ?? self, codebook: contents.codebook })
  const project = await openProject(folder)
  try {
    for (const [article, text] of contents.texts) await project.writeText(article, text)
    await project.save([everythingIn(contents)])
  } finally {
    await project.close()
  }
}

const everythingIn = ({ events, entities, articles, annotations }: ProjectContents): Change => ({
  label: 'sample',
  edits: [
    ...events.map((after): Edit => ({ kind: 'event', id: after.id, before: null, after })),
    ...entities.map((after): Edit => ({ kind: 'entity', id: after.id, before: null, after })),
    ...articles.map((after): Edit => ({ kind: 'article', id: after.id, before: null, after })),
    ...annotations.map((after): Edit => ({ kind: 'annotation', id: after.id, before: null, after })),
  ],
})
