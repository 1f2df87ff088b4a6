import { resolve } from 'node:path'
import { openProject, type ProjectFolder } from '../storage/projectFolder'
import { CliError, exits } from './exits'

/** Opens a project, hands it over and closes it, also after an error. */
export async function withProject<T>(folder: string, use: 'read' | 'write', work: (project: ProjectFolder) => Promise<T>): Promise<T> {
  const project = await openProject(resolve(folder), use === 'read' ? { onlyRead: 'It was opened to be looked at.' } : {})
  try {
    if (use === 'write' && project.readOnly !== null) throw new CliError(exits.locked, `Nothing was changed. ${project.readOnly}`)
    await project.readArticles()
    return await work(project)
  } finally {
    await project.close()
  }
}

/** `1 article`, `2 articles`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
