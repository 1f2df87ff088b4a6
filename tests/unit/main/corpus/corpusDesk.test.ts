import { mkdtemp, rm, symlink, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import type { Edit } from '../../../../src/domain/changes/change'
import { Mask } from '../../../../src/domain/masking/mask'
import type { Article } from '../../../../src/domain/project/article'
import type { FindResult, LineOrder } from '../../../../src/domain/query/concordance'
import type { Wanted } from '../../../../src/domain/query/search'
import { CorpusDesk, type RunOptions } from '../../../../src/main/corpus/corpusDesk'
import type { ProjectFolder } from '../../../../src/storage/projectFolder'
import { builtCorpusWorker } from '../../../fixtures/corpusWorker'
import { wanted } from '../../../fixtures/searching'
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
const find = (desk: CorpusDesk, typed: string, more: { as?: Wanted['as']; inExcluded?: boolean; articles?: string; most?: number; silence?: RunOptions['silence']; signal?: AbortSignal } = {}): Promise<FindResult> => {
  const { as = 'words', inExcluded = false, articles = null, most = 1_000, ...options } = more
  return desk.run('find', { place: 'find', id: 'one', wanted: wanted(typed, { as }), inExcluded, articles, most }, options)
}
const lines = async (desk: CorpusDesk, order: LineOrder = 'corpus', id = 'one'): Promise<readonly string[]> => {
  const hits = await desk.run('findOrder', { place: 'find', id, order })
  return (await desk.run('findLines', { place: 'find', id, hits })).map(({ article: of, before, quote, after }) => `${of}: ${before}<${quote}>${after}`)
}

it('finds what is looked for in all texts, and keeps it in corpus order', async () => {
  const { desk } = await corpusOf(['The sun rose.', 'No star.', 'Сun? Sun\n\nand sun.'])
  expect(await find(desk, 'sun')).toEqual({ hits: 3, articles: 2, unread: 0, full: false, outlets: [{ outlet: 'Courier', hits: 3, articles: 2 }] })
  expect(await lines(desk)).toEqual(['a0: The <sun> rose.', 'a2: Сun? <Sun>\n\nand sun.', 'a2: Сun? Sun\n\nand <sun>.'])
  expect(await lines(desk, 'right-1')).toEqual(['a2: Сun? <Sun>\n\nand sun.', 'a0: The <sun> rose.', 'a2: Сun? Sun\n\nand <sun>.'])
  expect(await lines(desk, 'left-1')).toEqual(['a2: Сun? Sun\n\nand <sun>.', 'a2: Сun? <Sun>\n\nand sun.', 'a0: The <sun> rose.'])
  expect(await lines(desk, 'corpus', 'another')).toEqual([])
})

it('finds nothing that is hidden while outlets are masked, and tells outlets apart by their labels', async () => {
  const { project, desk: unmasked } = await corpusOf(['The sun rose, the Courier says.', 'The Courier saw no sun.'])
  expect(await find(unmasked, 'courier')).toMatchObject({ hits: 2 })
  const mask = new Mask({ on: true, seed: 'a seed', outlets: ['Courier'] }, 'ann', [], [])
  const desk = new CorpusDesk({ folder: project.folder, readArticles: () => project.readArticles(), get records() { return project.records }, mask: () => mask }, worker)
  onTestFinished(() => { desk.close() })
  expect(await find(desk, 'courier')).toMatchObject({ hits: 0, outlets: [] })
  expect(await find(desk, 'says courier|rose,.*says', { as: 'regex' })).toMatchObject({ hits: 1 })
  expect(await find(desk, 'sun')).toMatchObject({ outlets: [{ outlet: 'Outlet A', hits: 2, articles: 2 }] })
  expect(await lines(desk, 'outlet')).toEqual(['a0: The <sun> rose, the ▒▒▒▒▒▒▒ says.', 'a1: The ▒▒▒▒▒▒▒ saw no <sun>.'])
})

it('goes through articles in the coder’s own order while outlets are masked', async () => {
  const { project } = await corpusOf(Array.from({ length: 6 }, () => 'The sun rose.'))
  const orders = await Promise.all(['ann', 'bob'].map(async (coder) => {
    const mask = new Mask({ on: true, seed: 'a seed', outlets: ['Courier'] }, coder, [], [])
    const desk = new CorpusDesk({ folder: project.folder, readArticles: () => project.readArticles(), get records() { return project.records }, mask: () => mask }, worker)
    onTestFinished(() => { desk.close() })
    await find(desk, 'sun')
    const found = (await lines(desk, 'corpus')).map((line) => line.slice(0, 2))
    expect(found).toEqual(mask.inOrder(project.records.articles).map(({ id }) => id))
    return found.join()
  }))
  expect(orders[0]).not.toBe(orders[1])
})

it('looks only through the articles asked for, and ends with as many hits as are taken', async () => {
  const { desk } = await corpusOf(['sun sun', 'sun', 'sun'])
  expect(await find(desk, 'sun', { articles: '["a1","nowhere"]' })).toMatchObject({ hits: 1, articles: 1 })
  expect(await find(desk, 'sun', { most: 3 })).toMatchObject({ hits: 3, articles: 2, full: true })
})

it('leaves out what is excluded, unless that is asked for', async () => {
  const { project, desk, saves } = await corpusOf([])
  const text = 'Advertisement: sun. The sun rose.'
  await project.writeText('a0', text)
  const passage = { start: 0, end: 19, quote: text.slice(0, 19), reason: 'advertisement', state: 'excluded', words: 2 } as const
  await saves(added(article('a0', { length: text.length, passages: [passage] })))
  expect(await find(desk, 'sun')).toMatchObject({ hits: 1 })
  expect(await find(desk, 'sun', { inExcluded: true })).toMatchObject({ hits: 2 })
})

it('hears of articles that come, get another text and go', async () => {
  const { project, desk, saves } = await corpusOf(['sun'])
  expect(await find(desk, 'sun')).toMatchObject({ articles: 1 })
  await project.writeText('a1', 'sun')
  await saves(added(article('a1')))
  expect(await find(desk, 'sun')).toMatchObject({ articles: 2 })
  await project.writeText('a0', 'moon', 2)
  await saves({ kind: 'article', id: 'a0', before: article('a0'), after: article('a0', { version: 2 }) })
  expect(await find(desk, 'sun')).toMatchObject({ articles: 1 })
  expect(await find(desk, 'moon')).toMatchObject({ articles: 1 })
  await saves({ kind: 'article', id: 'a1', before: article('a1'), after: null })
  expect(await find(desk, 'sun')).toMatchObject({ articles: 0 })
})

it('ends a regular expression that runs wild, and goes on with the next', async () => {
  const { desk } = await corpusOf([`${'a'.repeat(40)}!`, 'sun'])
  await expect(find(desk, '(a+)+$', { as: 'regex', silence: { ms: 500, message: 'too long' } })).rejects.toMatchObject({ code: 'refused', message: 'too long' })
  expect(await find(desk, 'sun')).toMatchObject({ hits: 1 })
})

it('leaves out texts that are not there, or lead out of the project', async () => {
  const { project, desk } = await corpusOf(['sun', 'sun', 'sun'])
  const file = (id: string): string => join(project.folder, `articles/text/${id}.txt`)
  await unlink(file('a0'))
  await unlink(file('a1'))
  await symlink(file('a2'), file('a1'))
  expect(await find(desk, 'sun')).toMatchObject({ articles: 1, unread: 2 })
})

it('ends what is cancelled, and goes on with the next', async () => {
  const { desk } = await corpusOf(Array.from({ length: 50 }, () => 'x'))
  const cancel = new AbortController()
  const run = find(desk, 'x', { signal: cancel.signal })
  cancel.abort()
  await expect(run).rejects.toMatchObject({ code: 'cancelled' })
  expect(await find(desk, 'x')).toMatchObject({ articles: 50 })
})

it('begins anew after it was ended, and not after the project was closed', async () => {
  const { desk } = await corpusOf(['sun'])
  const run = find(desk, 'sun')
  desk.stop()
  await expect(run).rejects.toMatchObject({ code: 'cancelled' })
  expect(await find(desk, 'sun')).toMatchObject({ hits: 1 })
  desk.close()
  await expect(find(desk, 'sun')).rejects.toMatchObject({ code: 'cancelled' })
})

it('says so when the worker breaks down, and begins anew', async () => {
  const { project } = await corpusOf(['sun'])
  const broken = new CorpusDesk(project, join(built, 'missing.cjs'))
  onTestFinished(() => { broken.close() })
  await expect(find(broken, 'sun')).rejects.toMatchObject({ code: 'unexpected' })
  await expect(find(broken, 'sun')).rejects.toThrow('broke down')
})
