import { mkdtemp, rm, symlink, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import type { Edit } from '../../../../src/domain/changes/change'
import type { Article } from '../../../../src/domain/project/article'
import { CorpusDesk } from '../../../../src/main/corpus/corpusDesk'
import type { ProjectFolder } from '../../../../src/storage/projectFolder'
import { builtCorpusWorker } from '../../../fixtures/corpusWorker'
import { article, newProject, opened } from '../../storage/project'

let built: string
let worker: string
beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'synoptic-worker-'))
  worker = await builtCorpusWorker(built)
})
afterAll(() => rm(built, { recursive: true, force: true }))

/** A project of these texts, the articles being `a0`, `a1`, …, and what looks through it. */
async function corpusOf(texts: readonly string[]): Promise<{ project: ProjectFolder; desk: CorpusDesk; saves: (...edits: Edit[]) => Promise<void> }> {
  const project = await opened(await newProject())
  const desk = new CorpusDesk(project, worker)
  onTestFinished(() => { desk.close() })
  const saves = async (...edits: Edit[]): Promise<void> => {
    await project.save([{ label: 'made', edits }])
    desk.note(edits)
  }
  for (const [i, text] of texts.entries()) await project.writeText(`a${i}`, text)
  await saves(...texts.map((_, i) => added(article(`a${i}`))))
  return { project, desk, saves }
}

const added = (after: Article): Edit => ({ kind: 'article', id: after.id, before: null, after })
const measured = (desk: CorpusDesk): Promise<{ articles: number; length: number }> => desk.run('measure', null)

it('holds the texts of the project', async () => {
  const { desk } = await corpusOf(['four', 'сé“'])
  expect(await measured(desk)).toEqual({ articles: 2, length: 7 })
})

it('hears of articles that come, get another text and go, and only of those', async () => {
  const { project, desk, saves } = await corpusOf(['four'])
  await measured(desk)
  await project.writeText('a1', 'fives')
  await saves(added(article('a1')))
  expect(await measured(desk)).toEqual({ articles: 2, length: 9 })
  await project.writeText('a0', 'corrected', 2)
  await saves({ kind: 'article', id: 'a0', before: article('a0'), after: article('a0', { version: 2 }) })
  expect(await measured(desk)).toEqual({ articles: 2, length: 14 })
  await saves({ kind: 'article', id: 'a1', before: article('a1'), after: null })
  expect(await measured(desk)).toEqual({ articles: 1, length: 9 })
})

it('leaves out texts that are not there, or lead out of the project', async () => {
  const { project, desk } = await corpusOf(['four', 'fives', 'sixsix'])
  const file = (id: string): string => join(project.folder, `articles/text/${id}.txt`)
  await unlink(file('a0'))
  await unlink(file('a1'))
  await symlink(file('a2'), file('a1'))
  expect(await measured(desk)).toEqual({ articles: 1, length: 6 })
})

it('ends what is cancelled, and goes on with the next', async () => {
  const { desk } = await corpusOf(Array.from({ length: 50 }, (_, i) => 'x'.repeat(i + 1)))
  const cancel = new AbortController()
  const run = desk.run('measure', null, { signal: cancel.signal })
  cancel.abort()
  await expect(run).rejects.toMatchObject({ code: 'cancelled' })
  expect((await measured(desk)).articles).toBe(50)
})

it('begins anew after it was ended, and not after the project was closed', async () => {
  const { desk } = await corpusOf(['four'])
  const run = measured(desk)
  desk.stop()
  await expect(run).rejects.toMatchObject({ code: 'cancelled' })
  expect(await measured(desk)).toEqual({ articles: 1, length: 4 })
  desk.close()
  await expect(measured(desk)).rejects.toMatchObject({ code: 'cancelled' })
})

it('says so when the worker breaks down, and begins anew', async () => {
  const { project } = await corpusOf(['four'])
  const broken = new CorpusDesk(project, join(built, 'missing.cjs'))
  onTestFinished(() => { broken.close() })
  await expect(broken.run('measure', null)).rejects.toMatchObject({ code: 'unexpected' })
  await expect(broken.run('measure', null)).rejects.toThrow('broke down')
})
