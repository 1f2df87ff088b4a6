import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { addArticles } from '../../../src/domain/changes/commands/articles'
import { openProject } from '../../../src/storage/projectFolder'
import { annotation, article, coding, newProject, temporaryFolder } from './project'

/** A copy of a project's folder, as another computer has it. */
async function elsewhere(folder: string): Promise<string> {
  const copy = join(await temporaryFolder(), 'Study.synoptic')
  await cp(folder, copy, { recursive: true, filter: (path) => !path.endsWith('.lock') })
  return copy
}

/** The same project on two computers, with articles a1 and a2 and annotations n1, n2 and n3 of a1. */
export async function twoComputers(): Promise<readonly [here: string, there: string]> {
  const here = await newProject()
  const project = await openProject(here)
  await project.save([addArticles([article('a1'), article('a2')])])
  await project.save(['n1', 'n2', 'n3'].map((id) => coding(annotation(id))))
  await project.close()
  return [here, await elsewhere(here)]
}
