import { truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { addArticles } from '../../../src/domain/changes/commands/articles'
import { sha256, type Disk } from '../../../src/storage/disk'
import { openProject, type ProjectFolder } from '../../../src/storage/projectFolder'
import { annotation, article, coding, removing, studyIn } from '../../fixtures/study'

/** Something a researcher does, which is there as a whole afterwards or not at all. */
export interface Scenario {
  readonly name: string
  /** Makes the closed project it begins with. @returns its folder */
  make(parent: string): Promise<string>
  /** What goes before on the open project, on a sound disk. */
  prepare?(project: ProjectFolder): Promise<void>
  /** What it may say of any failure. */
  readonly maySay?: string
  /** What has to be durable one after the other; one that failed is done again, and those after it. */
  steps(project: ProjectFolder): readonly (() => Promise<unknown>)[]
}

/** A project in which `old` was coded of a1, in the second generation of its file. */
async function coded(parent: string): Promise<string> {
  const folder = await studyIn(parent)
  const project = await openProject(folder)
  await project.save([coding(annotation('older'))])
  await project.save([coding(annotation('old')), removing(annotation('older'))])
  await project.close()
  return folder
}

const one = coding(annotation('new'))
const both = { label: 'both', edits: [...one.edits, ...coding(annotation('new2', { subject: 'a2' })).edits] }
const texts = new Map(['i1', 'i2', 'i3'].map((id) => [id, `The text of ${id}.`]))
const imported = addArticles([...texts].map(([id, text]) => article(id, { hash: sha256(text), length: text.length })))

export const scenarios: readonly Scenario[] = [
  { name: 'a change of one file', make: coded, steps: (project) => [() => project.save([one])] },
  { name: 'the first change of a file', make: coded, steps: (project) => [() => project.save([coding(annotation('new', { subject: 'a2' }))])] },
  { name: 'a change of several files', make: coded, steps: (project) => [() => project.save([both])] },
  {
    name: 'a change in parts', make: coded,
    steps: (project) => [async () => {
      const save = await project.saveInParts()
      try {
        for (const edit of both.edits) await save.add([edit])
        await save.decide()
      } catch (error) {
        await save.drop()
        throw error
      }
    }],
  },
  {
    name: 'an import', make: coded,
    prepare: async (project) => { for (const [id, text] of texts) await project.stageText(id, text) },
    steps: (project) => [() => project.keepTexts([...texts.keys()]), () => project.save([imported])],
  },
  {
    name: 'restoring a damaged file',
    make: async (parent) => {
      const folder = await coded(parent)
      await truncate(join(folder, 'annotations/ana/a1.json'), 100)
      return folder
    },
    prepare: async (project) => { await project.annotations(['a1']) },
    // The previous generation that can't be read at the moment.
    maySay: 'not-found',
    // It is not among the damaged ones any more when only the report of it failed.
    steps: (project) => [async () => { if (project.damaged.length > 0) await project.restore('annotations/ana/a1.json') }],
  },
]

/** Does the steps up to the first that fails. @returns which that is, so that it can be gone on from; null when all were done */
export async function firstFailing(steps: readonly (() => Promise<unknown>)[]): Promise<{ readonly step: number; readonly error: unknown } | null> {
  for (const [step, run] of steps.entries()) {
    const failed = await run().then(() => null, (error: unknown) => ({ step, error }))
    if (failed) return failed
  }
  return null
}

/** All that is read of a project, as text to be compared; what it says when it does not open. */
export async function contentOf(folder: string, disk?: Disk): Promise<string> {
  const project = await openProject(folder, disk && { disk })
  try {
    await project.readArticles()
    const { records } = project
    const { annotations, sheets, damaged } = await project.annotations(['a1', 'a2'])
    const read = await Promise.all(sorted(records.articles).map(async ({ id }) => [id, await project.text(id).catch(() => null)]))
    return JSON.stringify({ ...records, articles: sorted(records.articles), annotations: sorted(annotations), sheets, texts: read, damaged: [...damaged, ...project.damaged].map(({ file }) => file) })
  } finally {
    await project.close()
  }
}

const sorted = <T extends { readonly id: string }>(all: readonly T[]): readonly T[] => [...all].sort((a, b) => (a.id < b.id ? -1 : 1))
