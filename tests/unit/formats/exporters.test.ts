import { homedir, hostname, tmpdir, userInfo } from 'node:os'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ExportOrder } from '../../../src/domain/exporting/order'
import { usualOrder } from '../../../src/domain/exporting/usual'
import { CHUNK } from '../../../src/formats/export/chunks'
import { exporters } from '../../../src/formats/export/exporters'
import type { ProjectContents } from '../../../src/formats/source'
import { CANARY, sampleContents, textIn, withCanary, written } from '../../fixtures/exporting'
import { project, sourceOf } from '../../fixtures/projects'
import { annotation, article, codebook, NOW } from '../../fixtures/records'
import { wholeStudy } from '../../fixtures/wholeCoding'

const empty: ProjectContents = { info: { id: 'p1', name: '', created: NOW, memo: '' }, coders: [], codebook, events: [], entities: [], outlets: [], rulings: [], sheets: [], articles: [], annotations: [], texts: new Map() }
const fixtures: readonly (readonly [string, ProjectContents])[] = [
  ['an empty project', empty], ['a project without codes', { ...wholeStudy, codebook: { ...codebook, dimensions: [] } }], ['a study of wholes', wholeStudy], ['articles with everything in them', withCanary], ['the sample project', sampleContents()],
]

test('no format stands twice in the list', () => {
  const found = exporters.map((exporter) => exporter.id)
  expect(new Set(found).size).toBe(found.length)
})

describe.each(exporters.flatMap((exporter) => exporter.shapes.map((shape) => [exporter.id, shape, exporter] as const)))('%s of %s', (format, shape, exporter) => {
  const perUnit = shape === 'articles' || shape === 'events'
  /** Everything that one may order of it. */
  const orders: readonly Partial<ExportOrder>[] = [{}, { texts: false }, { lineEnds: 'crlf' as const }, ...(perUnit ? [{ by: 'together' as const }, { by: 'adjudicated' as const, adjudicator: 'ann' }, { by: 'adjudicated' as const }] : [])].map((one) => ({ format, shape, ...one }))

  test('says what it is, whom it is for, and what it loses', () => {
    expect(exporter.label).toMatch(/\S/)
    expect(exporter.about).toMatch(/[.]$/)
    expect(exporter.extension).toMatch(/^[a-z]+$/)
    for (const order of orders) for (const loss of exporter.losses(sourceOf(withCanary), { ...usualOrder, ...order })) expect(loss).toMatch(/^\S.*[.]$/)
  })

  test.each(fixtures)('writes %s: each file under a name of its own, the same bytes each time', async (_, contents) => {
    for (const order of orders) {
      const files = await written(sourceOf(contents), order)
      // A matrix has no file where there is no variable.
      for (const { ending } of files.slice(0, 1)) expect(ending).toMatch(new RegExp(`^\\.([\\p{L}\\p{N}\\p{M}_]+\\.)?${exporter.extension}$`, 'u'))
      expect(new Set(files.map(({ ending }) => ending.toLowerCase())).size).toBe(files.length)
      expect((await written(sourceOf(contents), order)).map(({ bytes }) => bytes.toString('base64'))).toEqual(files.map(({ bytes }) => bytes.toString('base64')))
    }
  })

  test('any project survives encoding chunk by chunk', async () => {
    await fc.assert(fc.asyncProperty(project, async (contents) => {
      for (const { chunks } of await written(sourceOf(contents), { format, shape })) {
        expect(chunks.filter((chunk) => typeof chunk === 'string' && /\p{Surrogate}$/u.test(chunk))).toEqual([])
        expect(typeof chunks[0] === 'string' && chunks[0].startsWith('\uFEFF')).toBe(false)
      }
    }), { seed: 1, numRuns: 30 })
  })

  test.skipIf(shape === 'codebook')('passes on what its source throws', async () => {
    const failing = { ...sourceOf({ ...empty, coders: [{ id: 'ann', name: 'Ann', joined: NOW }], events: [{ id: 'e1', name: 'Summit', date: '', variables: {} }], articles: [article('a1', 'x')] }), coded: () => { throw new Error('damaged') } }
    await expect(written(failing, { format, shape })).rejects.toThrow('damaged')
  })

  test('holds no word of an article where positions only are to leave the project', async () => {
    for (const { ending, bytes } of (await Promise.all(orders.map((order) => written(sourceOf(withCanary), { ...order, texts: false })))).flat()) expect(`${ending} ${await textIn({ bytes })}`).not.toMatch(new RegExp(CANARY, 'i'))
  })

  test('holds nothing of who and where the computer is', async () => {
    const own = [homedir(), tmpdir(), hostname(), process.cwd(), userInfo().username].filter((name) => name.length > 4)
    for (const { bytes } of await written({ ...sourceOf(withCanary), program: 'Synoptic 1.2.3' }, { format, shape })) {
      const text = await textIn({ bytes })
      for (const name of own) expect(text).not.toContain(name)
    }
  })
})

test('what must not be in an export of positions only is in others', async () => {
  for (const format of ['csv', 'parquet', 'xlsx', 'synoptic', 'qdpx'] as const) {
    const shape = format === 'synoptic' || format === 'qdpx' ? 'project' : 'annotations'
    const texts = await Promise.all((await written(sourceOf(withCanary), { format, shape })).map(textIn))
    expect(texts.join()).toContain(CANARY)
  }
})

test.each([['csv', 'annotations'], ['jsonl', 'annotations'], ['synoptic', 'project']] as const)('%s of %s comes in chunks and asks for one article at a time', async (id, shape) => {
  const note = '😀'.repeat(1000)
  const articles = Array.from({ length: 20 }, (_none, i) => article(`a${i}`, 'one two'))
  const asked: string[] = []
  const source = {
    ...sourceOf({ ...empty, articles }),
    coded: (subject: string) => {
      asked.push(subject)
      return { annotations: Array.from({ length: 50 }, (_none, i) => annotation(`${subject}-${i}`, '<one> two', { subject, note })), sheets: [] }
    },
  }
  const exporter = exporters.find((one) => one.id === id)
  let first = ''
  for await (const chunk of exporter?.files(source, { ...usualOrder, shape, format: id })[0]?.chunks() ?? []) {
    expect(chunk).not.toMatch(/\p{Surrogate}$/u)
    if (first !== '') continue
    first = String(chunk)
    expect(first.length).toBeGreaterThanOrEqual(CHUNK)
    expect(first.length).toBeLessThan(3 * CHUNK)
    expect(asked.length).toBeLessThan(10)
  }
  expect(asked).toHaveLength(20)
})
