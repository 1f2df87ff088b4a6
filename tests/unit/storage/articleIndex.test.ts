import { existsSync } from 'node:fs'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { Change } from '../../../src/domain/changes/change'
import { addArticles, editArticles } from '../../../src/domain/changes/commands/articles'
import { FORMAT_VERSION } from '../../../src/domain/project/format'
import type { Article } from '../../../src/domain/project/article'
import { emptyRecords, putRecord } from '../../../src/domain/project/records'
import { encode } from '../../../src/storage/envelope'
import { articlesFile } from '../../../src/storage/fileNames'
import { openProject } from '../../../src/storage/projectFolder'
import { annotation, article, coding, newProject, opened } from './project'

vi.setConfig({ testTimeout: 30_000 })

const many = (count: number, more: Partial<Article> = {}): Article[] => Array.from({ length: count }, (_, n) => article(`a${n}`, more))
const ids = (articles: readonly Article[]): string[] => articles.map(({ id }) => id).sort()

function editing(articles: readonly Article[], outlet: string): Change {
  const records = emptyRecords()
  for (const one of articles) putRecord(records, 'article', one.id, one)
  const change = editArticles(records, ids(articles), { outlet })
  if (!change) throw new Error('nothing to change')
  return change
}

describe('the list of articles', () => {
  it('stands in parts: changing one article writes one of them', async () => {
    const folder = await newProject()
    const project = await opened(folder)
    await project.save([addArticles(many(300))])
    const before = await generations(folder)
    expect(before.size).toBeGreaterThan(100)
    await project.save([editing([article('a7')], 'Herald')])
    const after = await generations(folder)
    expect([...after].filter(([file, generation]) => before.get(file) !== generation).map(([file]) => `articles/index/${file}`)).toEqual([articlesFile('a7')])
    expect(await project.articles(['a7', 'nobody', 'a8'])).toMatchObject([{ id: 'a7', outlet: 'Herald' }, { id: 'a8', outlet: 'Courier' }])
  })

  it('comes in pages when it is long, and has every article once', async () => {
    const folder = await newProject()
    const first = await opened(folder)
    await first.save([addArticles(many(400, { headline: 'x'.repeat(9_000) }).map((one) => ({ ...one, byline: 'y'.repeat(9_000) })))])
    await first.close()
    const project = await opened(folder)
    expect(project.articlesRead).toBe(false)
    expect(await project.articles(['a1'])).toHaveLength(1)
    const pages: Article[][] = []
    for (let from: number | null = 0; from !== null;) {
      const page = await project.articlePage(from)
      pages.push([...page.articles])
      from = page.next
    }
    expect(pages.length).toBeGreaterThan(3)
    expect(ids(pages.flat())).toEqual(ids(many(400)))
    expect(project.articlesRead).toBe(true)
    expect(ids(project.records.articles)).toEqual(ids(many(400)))
  })

  it('with a damaged part keeps the others writable, and shows the part’s previous generation', async () => {
    const folder = await newProject()
    const first = await opened(folder)
    await first.save([addArticles(many(50))])
    await first.save([editing([article('a7')], 'Herald')])
    await first.close()
    const part = articlesFile('a7')
    const other = ids(many(50)).find((id) => articlesFile(id) !== part) ?? ''
    await writeFile(join(folder, part), '{"half":')
    const project = await opened(folder)
    expect(project.readOnly).toBeNull()
    expect(project.damaged).toMatchObject([{ file: part, previous: { generation: 1 } }])
    expect(ids(project.records.articles)).toEqual(ids(many(50)))
    await project.save([editing([article(other)], 'Herald')])
    await expect(project.save([editing([article('a7')], 'Post')])).rejects.toMatchObject({ code: 'damaged', files: [part] })
    await expect(project.startAfresh(part)).rejects.toMatchObject({ code: 'refused' })
    await project.restore(part)
    await project.save([editing([article('a7')], 'Post')])
    expect(await project.articles(['a7'])).toMatchObject([{ outlet: 'Post' }])
  })

  it('that is not there at all is an error, not an empty corpus, unless there is no text either', async () => {
    const folder = await newProject()
    await rm(join(folder, 'articles/index'), { recursive: true })
    const project = await opened(folder)
    expect(project.records.articles).toEqual([])
    await project.save([addArticles(many(1))])
    await project.writeText('a0', 'x')
    await project.close()
    await rm(join(folder, 'articles/index'), { recursive: true })
    await expect(openProject(folder)).rejects.toMatchObject({ code: 'not-found', files: ['articles/index'] })
  })
})

describe('a list of format 2, in one file', () => {
  const old = 'articles/index.json'

  async function older(articles: readonly Article[]): Promise<string> {
    const folder = await newProject()
    await rm(join(folder, 'articles/index'), { recursive: true })
    const bytes = encode('articles', 'articles/index', { data: { articles: articles.map(({ passages: _p, headings: _h, earlier: _e, copies: _c, version: _v, ...rest }) => rest) }, generation: 4, written: '2026-03-01T12:00:00.000Z' })
    await writeFile(join(folder, old), bytes.toString().replace(`"version":${FORMAT_VERSION}`, '"version":2'))
    return folder
  }

  it('comes into parts at opening, whole, and is kept aside', async () => {
    const folder = await older(many(40))
    const project = await opened(folder)
    expect(project.readOnly).toBeNull()
    expect([...project.records.articles].sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))).toEqual(many(40))
    expect(existsSync(join(folder, old))).toBe(false)
    expect((await readdir(join(folder, '.quarantine'))).some((name) => name.startsWith('articles~index.json'))).toBe(true)
    expect(JSON.parse(await readFile(join(folder, 'project.json'), 'utf8'))).toMatchObject({ version: FORMAT_VERSION })
    await project.save([editing([article('a7')], 'Herald'), coding(annotation('n1'))])
    await project.close()
    expect(await (await opened(folder)).articles(['a7'])).toMatchObject([{ outlet: 'Herald' }])
  })

  it('loses nothing when the change of form was interrupted at any point', async () => {
    const folder = await older(many(40))
    const project = await opened(folder)
    await project.close()
    const [kept] = (await readdir(join(folder, '.quarantine'))).filter((name) => name.startsWith('articles~index.json'))
    // As if the power had gone before the old list was taken away, with some parts written and some not.
    await rename(join(folder, '.quarantine', kept ?? ''), join(folder, old))
    await rm(join(folder, 'manifest'), { recursive: true })
    for (const name of (await readdir(join(folder, 'articles/index'))).slice(0, 10)) await rm(join(folder, 'articles/index', name))
    const again = await opened(folder)
    expect(ids(again.records.articles)).toEqual(ids(many(40)))
    expect(existsSync(join(folder, old))).toBe(false)
  })

  it('that comes back beside the parts, from a synced folder, does not overwrite what is newer', async () => {
    const folder = await older(many(5))
    const list = await readFile(join(folder, old))
    const project = await opened(folder)
    await project.save([editing([article('a1')], 'Herald')])
    await project.close()
    await writeFile(join(folder, old), list)
    const again = await opened(folder)
    expect(ids(again.records.articles)).toEqual(ids(many(5)))
    expect(await again.articles(['a1'])).toMatchObject([{ outlet: 'Herald' }])
    expect(existsSync(join(folder, old))).toBe(false)
  })

  it('is read as it is where the folder may not be written', async () => {
    const folder = await older(many(5))
    const bytes = await readFile(join(folder, old))
    await writeFile(join(folder, 'project.json'), (await readFile(join(folder, 'project.json'), 'utf8')).replace(`"version":${FORMAT_VERSION}`, '"version":9'))
    const project = await opened(folder)
    expect(project.readOnly).toContain('newer version')
    expect(ids(project.records.articles)).toEqual(ids(many(5)))
    expect((await readFile(join(folder, old))).equals(bytes)).toBe(true)
  })
})

async function generations(folder: string): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const name of (await readdir(join(folder, 'articles/index'))).filter((one) => one.endsWith('.json'))) {
    const file = join(folder, 'articles/index', name)
    if ((await stat(file)).isFile()) found.set(name, (JSON.parse(await readFile(file, 'utf8')) as { generation: number }).generation)
  }
  return found
}
