import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { addArticles } from '../../../src/domain/changes/commands/articles'
import type { Edit } from '../../../src/domain/changes/change'
import { sha256 } from '../../../src/storage/disk'
import { openProject, type ProjectFolder } from '../../../src/storage/projectFolder'
import { StorageError } from '../../../src/storage/storageError'
import { annotation, article, coding, studyIn } from '../../fixtures/study'
import type { Campaign } from '../campaign'
import { Count, demand } from '../harness/count'
import { inNewFolder } from '../harness/folders'
import { importedText } from '../harness/importedText'
import { smallDisk, type SmallDisk } from '../harness/smallDisk'
import { firstFailing } from '../harness/scenarios'

/** KiB: from hardly more than the project needs to enough for dozens of saves, by blocks of a file system. */
const sizes = Array.from({ length: 61 }, (_, n) => 80 + 4 * n)
const MOST = 400

interface Work {
  /** What is there when it is done. */
  readonly ids: readonly string[]
  readonly steps: readonly (() => Promise<unknown>)[]
}

export const fullDisk: Campaign = {
  id: 'full-disk',
  title: 'Saving, changing in parts and importing goes on until the disk is full, with 61 sizes of disk; then there is room again',
  claim: 'what was reported as saved and is not there, what is there in half, a file that can’t be read, or what can’t be saved when there is room',
  run: async ({ full, say }) => {
    let mounted = false
    const count = new Count(say)
    for (const size of sizes.filter((_, n) => full || n % 12 === 0)) {
      await count.attempt(`a disk of ${size} KiB`, () => inNewFolder(async (parent) => {
        const small = await smallDisk(parent, size)
        mounted = small.mounted
        try {
          await fill(small, parent)
        } finally {
          small.remove()
        }
      }))
    }
    return count.outcome(mounted ? 'on file systems of their own' : 'with a disk that says it is full, as mounting one is not permitted here')
  },
}

async function fill(small: SmallDisk, parent: string): Promise<void> {
  const folder = await studyIn(small.folder)
  const project = await openProject(folder, { disk: small.disk })
  const saved: string[] = []
  try {
    for (let n = 0; ; n += 1) {
      demand(n < MOST, 'the disk does not get full')
      const work = workOf(project, n)
      const failed = await firstFailing(work.steps)
      if (failed) {
        demand(failed.error instanceof StorageError && failed.error.code === 'disk-full', `it is reported otherwise: ${String(failed.error)}`)
        await demandThere(folder, join(parent, 'full'), saved, work.ids)
        small.enlarge()
        const again = await firstFailing(work.steps.slice(failed.step))
        demand(again === null, `it can’t be saved again: ${String(again?.error)}`)
        saved.push(...work.ids)
        break
      }
      saved.push(...work.ids)
    }
  } finally {
    await project.close()
  }
  await demandThere(folder, join(parent, 'roomy'), saved, [])
}

/** By turns: a change of one file, of two, an import, a change in parts. */
function workOf(project: ProjectFolder, n: number): Work {
  const note = 'x'.repeat(1000)
  const made = [annotation(`n${n}`, { note }), annotation(`m${n}`, { subject: 'a2', note })]
  const edits = made.map((after): Edit => ({ kind: 'annotation', id: after.id, before: null, after }))
  const ids = made.map(({ id }) => id)
  if (n % 4 === 0) return { ids: ids.slice(0, 1), steps: [() => project.save([coding(annotation(`n${n}`, { note }))])] }
  if (n % 4 === 1) return { ids, steps: [() => project.save([{ label: 'both', edits }])] }
  if (n % 4 === 3) return { ids, steps: [() => inParts(project, edits)] }
  const [id, text] = [`i${n}`, importedText(`i${n}`)]
  return {
    ids: [id],
    steps: [() => project.stageText(id, text), () => project.keepTexts([id]), () => project.save([addArticles([article(id, { hash: sha256(text), length: text.length })])])],
  }
}

async function inParts(project: ProjectFolder, edits: readonly Edit[]): Promise<void> {
  const save = await project.saveInParts()
  try {
    for (const edit of edits) await save.add([edit])
    await save.decide()
  } catch (error) {
    await save.drop()
    throw error
  }
}

/** What a copy of the folder holds when it is opened elsewhere: what was saved, and all or nothing of what was not. */
async function demandThere(folder: string, copy: string, saved: readonly string[], failed: readonly string[]): Promise<void> {
  await cp(folder, copy, { recursive: true })
  await rm(join(copy, '.lock'), { force: true })
  const project = await openProject(copy)
  try {
    await project.readArticles()
    const { annotations, damaged } = await project.annotations(['a1', 'a2'])
    demand(damaged.length + project.damaged.length === 0, 'there are files that can’t be read')
    for (const { id } of project.records.articles) demand((await project.text(id)).intact, `the text of ${id} is not whole`)
    const there = [...annotations, ...project.records.articles].map(({ id }) => id).sort().join()
    const expected = [saved, [...saved, ...failed]].map((ids) => [...ids].sort().join())
    demand(expected.includes(there), `${there} is there in place of ${expected[0]}`)
  } finally {
    await project.close()
  }
}
