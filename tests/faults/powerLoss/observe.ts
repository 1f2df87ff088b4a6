import { openProject, type ProjectFolder } from '../../../src/storage/projectFolder'
import { nodeDisk, type Disk } from '../../../src/storage/disk'
import type { Change } from '../../../src/domain/changes/change'
import { annotation } from '../../fixtures/study'
import { demand } from '../harness/count'

/** What a folder without a project in it is said to hold. */
export const NOTHING = 'no project'

/** The real file system, flushing nothing: whoever only looks at what a crash left need not make that last. */
const unflushed: Disk = {
  ...nodeDisk,
  open: async (path, flags, mode) => {
    const handle = await nodeDisk.open(path, flags, mode)
    handle.sync = () => Promise.resolve()
    return handle
  },
}

/**
 * All that a project holds, as text to be compared.
 * @param subjects articles and events whose annotations are read
 * @throws when anything can't be read, or the project can't be worked on
 */
export async function observe(folder: string, subjects: readonly string[], disk: Disk = unflushed): Promise<string> {
  let project: ProjectFolder
  try {
    project = await openProject(folder, { disk })
  } catch (error) {
    if (isNoProject(error)) return NOTHING
    throw error
  }
  try {
    return await contents(project, subjects)
  } finally {
    await project.close()
  }
}

async function contents(project: ProjectFolder, subjects: readonly string[]): Promise<string> {
  demand(project.readOnly === null, `it opens for reading only: ${project.readOnly ?? ''}`)
  await project.readArticles()
  const { records } = project
  const { annotations, sheets, damaged } = await project.annotations(subjects)
  const all = [...project.damaged, ...damaged]
  demand(all.length === 0, `damaged: ${all.map(({ file, problem }) => `${file} ${problem}`).join('; ')}`)
  const texts = await Promise.all(records.articles.map(async ({ id }) => {
    const { text, intact } = await project.text(id)
    demand(intact, `the text of ${id} is not the one that was imported`)
    return { id, text }
  }))
  const sorted = Object.entries({ ...records, annotations, sheets, texts }).map(([kind, value]: [string, unknown]) => [kind, Array.isArray(value) ? byId(value) : value])
  return JSON.stringify(Object.fromEntries(sorted))
}

const byId = (records: readonly { readonly id: string }[]): unknown => [...records].sort((a, b) => (a.id < b.id ? -1 : 1))

function isNoProject(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'not-found' && /holds no project\.json|is not there: opening/.test(error.message)
}

const SUBJECT = 'afterwards'
const after = annotation(SUBJECT, { subject: SUBJECT })
const event = { id: SUBJECT, name: 'Afterwards', date: '2026', variables: {} }
const further: Change = { label: 'go on', edits: [{ kind: 'annotation', id: SUBJECT, before: null, after }, { kind: 'event', id: SUBJECT, before: null, after: event }] }

/** Goes on working on what a crash left: a change of two files is saved, found again, and taken back. @returns what there is then, as `observe` does */
export async function goOn(folder: string, subjects: readonly string[]): Promise<string> {
  const project = await openProject(folder, { disk: unflushed })
  await project.save([further])
  await project.close()
  const again = await openProject(folder, { disk: unflushed })
  try {
    const { annotations } = await again.annotations([SUBJECT])
    demand(annotations.length === 1 && again.records.events.some(({ id }) => id === SUBJECT), 'what was saved afterwards is not there')
    await again.save([{ label: 'back', edits: further.edits.map((edit) => ({ ...edit, before: edit.after, after: null })) as Change['edits'] }])
  } finally {
    await again.close()
  }
  return observe(folder, subjects)
}
