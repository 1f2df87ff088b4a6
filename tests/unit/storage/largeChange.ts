import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Edit } from '../../../src/domain/changes/change'
import type { Annotation } from '../../../src/domain/project/annotation'
import { openProject, type ProjectFolder } from '../../../src/storage/projectFolder'
import type { FaultyDisk } from './faultyDisk'
import { annotation, newProject, temporaryFolder } from './project'

/** Enough files that what a crash left of them is written while the project is open already. */
const MANY = 40

const articlesOf = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `a${n}`)
export const articles = articlesOf(MANY)
const at = (n: number, note: string): Annotation => annotation(`n${n}`, { subject: `a${n}`, note })

/** One annotation in each of many shards gets another note. */
export const renoted = (from: string, to: string, count = MANY): readonly Edit[] =>
  Array.from({ length: count }, (_, n) => ({ kind: 'annotation', id: `n${n}`, before: at(n, from), after: at(n, to) }))

/** The edits in parts of so many. */
export const inParts = (edits: readonly Edit[], size: number): readonly (readonly Edit[])[] =>
  Array.from({ length: Math.ceil(edits.length / size) }, (_, n) => edits.slice(n * size, (n + 1) * size))

/** A closed project of many shards, all of whose annotations have the same note. */
export async function manyShards(count = MANY, note = 'old'): Promise<string> {
  const folder = await newProject()
  const project = await openProject(folder)
  await project.save([{ label: 'code', edits: renoted('', note, count).map((edit) => ({ ...edit, before: null }) as Edit) }])
  await project.close()
  return folder
}

/** Resolves when all files of large changes are written, or with why not. */
export const written = (project: ProjectFolder): Promise<string | null> => new Promise((resolve) => {
  project.onWriting((writing) => {
    if (writing === null || writing.problem !== null) resolve(writing?.problem ?? null)
  })
})

/** The notes there are, each once, and how much is damaged: what the open project says, and what its files hold in the end. */
export async function notesIn(folder: string, count = MANY): Promise<{ readonly said: readonly string[]; readonly onDisk: readonly string[]; readonly damaged: number }> {
  const articles = articlesOf(count)
  const project = await openProject(folder)
  const { annotations, damaged } = await project.annotations(articles)
  await written(project)
  await project.close()
  const again = await openProject(folder)
  const onDisk = await again.annotations(articles)
  await again.close()
  const notes = (all: readonly Annotation[]): readonly string[] => [...new Set(all.map(({ note }) => note))].sort()
  return { said: notes(annotations), onDisk: notes(onDisk.annotations), damaged: damaged.length + onDisk.damaged.length + again.damaged.length }
}

/** Stops all that a project writes, as a crash at this moment would; @returns a copy of its folder as that leaves it */
export async function crashed(folder: string, faulty?: FaultyDisk, project?: ProjectFolder): Promise<string> {
  faulty?.arm(1, 'EIO', true)
  // What is under way ends first: a copy made meanwhile would be of no moment at all.
  if (project) await project.save([]).catch(() => undefined)
  const copy = join(await temporaryFolder(), 'copy')
  await cp(folder, copy, { recursive: true })
  await rm(join(copy, '.lock'), { force: true })
  faulty?.disarm()
  return copy
}
