import { articlesFile, CORE, shardFile, textFile } from '../../../src/storage/fileNames'
import { openProject, type ProjectFolder } from '../../../src/storage/projectFolder'
import { StorageError } from '../../../src/storage/storageError'
import { subjects } from './wholeStudy'

/** What an opened project shows, by the file it comes from. */
export interface View {
  /** Why it did not open. */
  readonly refused: StorageError | null
  /** As JSON, to be compared; a text that is not there or not the one imported is null. */
  readonly parts: ReadonlyMap<string, string | null>
  /** Damaged files, and where the original is kept. */
  readonly damaged: ReadonlyMap<string, string>
  readonly readOnly: string | null
}

/** Opens a project, looks at all there is, and closes it. @param meanwhile done before it is closed */
export async function view(folder: string, meanwhile: (project: ProjectFolder) => Promise<void> = () => Promise.resolve()): Promise<View> {
  let project: ProjectFolder
  try {
    project = await openProject(folder)
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    return { refused: error, parts: new Map(), damaged: new Map(error.damaged.map(({ file, keptAs }) => [file, keptAs])), readOnly: null }
  }
  try {
    await project.readArticles()
    const { info, coders, codebook, events, entities, outlets, rulings, articles } = project.records
    const { annotations, sheets } = await project.annotations(subjects)
    const parts = new Map<string, string | null>()
    const core: readonly (readonly [string, unknown])[] = [[CORE.project, { info, coders }], [CORE.codebook, codebook], [CORE.events, events], [CORE.entities, entities], [CORE.outlets, outlets], [CORE.rulings, rulings]]
    for (const [file, content] of core) parts.set(file, JSON.stringify(content))
    for (const id of subjects) {
      parts.set(articlesFile(id), JSON.stringify(articles.filter((one) => one.id === id)))
      parts.set(shardFile('ana', id), JSON.stringify([annotations.filter(({ subject }) => subject === id), sheets.filter(({ subject }) => subject === id)]))
      parts.set(textFile(id, 1), await project.text(id).then(({ text, intact }) => (intact ? text : null), () => null))
    }
    await meanwhile(project)
    return { refused: null, parts, damaged: new Map(project.damaged.map(({ file, keptAs }) => [file, keptAs])), readOnly: project.readOnly }
  } finally {
    await project.close()
  }
}
