import { expect, it } from 'vitest'
import { invertEdit } from '../../../src/domain/changes/change'
import type { RawCoding, RawWork } from '../../../src/formats/work/rawWork'
import { WorkInHand } from '../../../src/main/workInHand'
import { OpenWork } from '../../../src/main/openWork'
import type { ProjectFolder } from '../../../src/storage/projectFolder'
import { pointsOf, quotes, text } from '../../fixtures/codedElsewhere'
import { newProject, opened } from '../storage/project'

const documentOf = (key: string, body: string | null) => ({ key, name: `${key}.txt`, text: body, headline: 'Ferry late', outlet: 'Lunde Courier', date: '2024-03-12', byline: '', section: '', language: '', url: '', event: null, variables: {}, memo: '' })
const codeOf = (name: string) => ({ key: name, name, colour: '', definition: '', memo: '', fields: [], codes: [] })

/** @param words whether the file holds the words of its passages */
const codingOf = (quote: string, code: string, words = true): RawCoding =>
  ({ key: '', document: 'd1', code, coder: 'u1', places: [{ ...pointsOf(quote), snippet: words ? quote : null }], values: {}, note: '', certainty: null, created: '', modified: '' })

const harbour: RawWork = {
  format: 'refi-project', program: 'Some Program 3', name: 'Ferries', coders: [{ key: 'u1', name: 'First coder' }],
  dimensions: [{ key: 'w', name: 'Who', definition: '', fields: [], codes: [codeOf('People'), codeOf('Ships')] }], events: [], documents: [documentOf('d1', text)],
  codings: [codingOf(quotes[0], 'People'), codingOf(quotes[1], 'Ships')], usual: null, losses: [{ what: 'links between codings', count: 3 }],
}
const works = (...raws: readonly RawWork[]): WorkInHand => new WorkInHand({ found: raws.map((raw, i) => ({ key: `f${i + 1}`, file: `study${i + 1}.qdpx`, format: 'REFI-QDA project', work: { raw } })), refused: [] }, false)

const quiet = (): void => undefined
const all = { files: ['f1', 'f2'], coders: {} }

async function study(): Promise<{ readonly folder: string; readonly project: ProjectFolder; readonly work: OpenWork }> {
  const folder = await newProject()
  const project = await opened(folder)
  return { folder, project, work: new OpenWork(project, 'p1', 'ana') }
}

async function passages(project: ProjectFolder): Promise<readonly string[]> {
  await project.readArticles()
  const { annotations } = await project.annotations(project.records.articles.map(({ id }) => id))
  return annotations.map(({ coder, spans }) => `${coder}: ${spans.map(({ quote }) => quote).join(' … ')}`).sort()
}

it('says what a file would bring before any of it is in the project', async () => {
  const { project, work } = await study()
  const { found: [file] } = await works(harbour).findings(work, {})
  expect(file).toMatchObject({
    key: 'f1', file: 'study1.qdpx', format: 'REFI-QDA project', program: 'Some Program 3', name: 'Ferries', documents: { total: 1, known: 0, missing: 0 }, codes: 2, knownCodes: 0, codings: 2, placed: 2,
    fresh: { articles: 1, annotations: 2, codes: 2 }, reading: { unit: 'code-point' }, losses: [expect.stringContaining('links between codings')],
  })
  expect(file?.coders).toEqual([expect.objectContaining({ name: 'First coder', codings: 2, here: 'ana', certain: false })])
  expect(file?.examples.map(({ passage }) => passage).sort()).toEqual([...quotes].sort())
  expect([await passages(project), project.records.articles, (await work.history.page(0)).pieces]).toEqual([[], [], []])
})

it('brings it in as one step, with the texts on the disk, under whoever was chosen', async () => {
  const { folder, project, work } = await study()
  const file = works(harbour)
  const { found: [found] } = await file.findings(work, {})
  const report = await file.keep(work, { files: ['f1'], coders: { f1: { [found?.coders[0]?.key ?? '']: 'ana' } } }, quiet)
  expect(report).toEqual({ articles: 1, annotations: 2, codes: 2, coders: 0 })
  expect((await work.history.page(0)).pieces).toHaveLength(1)
  await project.close()
  const again = await opened(folder)
  expect(await passages(again)).toEqual(quotes.map((quote) => `ana: ${quote}`).sort())
  expect((await again.text(again.records.articles[0]?.id ?? '')).text).toBe(text)
})

it('finds nothing new in it a second time, and goes to the article that is there', async () => {
  const { project, work } = await study()
  const file = works(harbour)
  await file.findings(work, {})
  await file.keep(work, all, quiet)
  const { found: [found] } = await works(harbour).findings(work, {})
  expect(found).toMatchObject({ documents: { total: 1, known: 1, missing: 0 }, knownCodes: 2, fresh: { articles: 0, annotations: 0, codes: 0 } })
  const second = works({ ...harbour, name: 'Another', codings: [codingOf('nothing', 'People')] })
  await second.findings(work, {})
  expect(await second.keep(work, all, quiet)).toMatchObject({ articles: 0, annotations: 1 })
  expect(project.records.articles).toHaveLength(1)
})

it('brings what two files share once', async () => {
  const { project, work } = await study()
  const both = works(harbour, { ...harbour, codings: [...harbour.codings, codingOf('nothing', 'People')] })
  await both.findings(work, {})
  expect(await both.keep(work, all, quiet)).toEqual({ articles: 1, annotations: 3, codes: 2, coders: 1 })
  expect(await passages(project)).toHaveLength(3)
})

it('brings nothing of a file whose positions nobody can be sure of, until somebody says how they are counted', async () => {
  const { project, work } = await study()
  const unsure = works({ ...harbour, codings: [codingOf(quotes[0], 'People', false)] })
  expect((await unsure.findings(work, {})).found[0]).toMatchObject({ reading: null })
  expect(await unsure.keep(work, all, quiet)).toMatchObject({ annotations: 0 })
  expect(await passages(project)).toEqual([])
  const { found: [found] } = await unsure.findings(work, { f1: { unit: 'code-point', breaks: 'lf' } })
  expect(found).toMatchObject({ reading: { unit: 'code-point', breaks: 'lf' }, placed: 1 })
  expect(found?.examples[0]?.passage).toBe(quotes[0])
  expect(await unsure.keep(work, all, quiet)).toMatchObject({ annotations: 1 })
})

it('counts documents that have no text anywhere, and what was coded in them, as staying behind', async () => {
  const { work } = await study()
  const { found: [found] } = await works({ ...harbour, documents: [...harbour.documents, documentOf('d2', null)], codings: [...harbour.codings, { ...codingOf('nothing', 'People'), document: 'd2' }] }).findings(work, {})
  expect(found).toMatchObject({ documents: { total: 2, known: 0, missing: 1 }, codings: 3, placed: 2 })
})

it('leaves nothing behind when it can’t be saved', async () => {
  const { project, work } = await study()
  const file = works(harbour)
  await file.findings(work, {})
  const other = await project.saveInParts()
  await expect(file.keep(work, all, quiet)).rejects.toThrow('Another large change is under way')
  await other.drop()
  expect([await passages(project), project.records.articles]).toEqual([[], []])
  expect(await file.keep(work, all, quiet)).toMatchObject({ annotations: 2 })
})

it('comes in again after it was undone, also with another text under the same id', async () => {
  const { project, work } = await study()
  const bring = async (raw: RawWork): Promise<void> => {
    const file = works(raw)
    await file.findings(work, {})
    expect(await file.keep(work, all, quiet)).toMatchObject({ articles: 1 })
  }
  const undo = async (): Promise<void> => {
    const [last] = (await work.history.page(0)).pieces.slice(-1)
    await project.save([{ label: 'undo', edits: (last?.edits ?? []).map(invertEdit) }])
  }
  const key = '00000000-0000-4000-8000-000000000020'
  const own = (body: string): RawWork => ({ ...harbour, documents: [documentOf(key, body)], codings: harbour.codings.map((one) => ({ ...one, document: key })) })
  await bring(own(text))
  await undo()
  await bring(own(text))
  await undo()
  await bring(own(`${text}And nobody asked.\n`))
  const [article] = project.records.articles
  expect([project.records.articles.length, article?.id === key]).toEqual([1, false])
  expect((await project.text(article?.id ?? '')).text).toContain('nobody asked')
  expect(await passages(project)).toHaveLength(2)
})
