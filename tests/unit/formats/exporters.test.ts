import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHUNK } from '../../../src/formats/export/chunks'
import { usualOrder } from '../../../src/domain/exporting/order'
import { exporters } from '../../../src/formats/export/exporters'
import type { ProjectContents } from '../../../src/formats/source'
import { exported, project, sourceOf } from '../../fixtures/projects'
import { annotation, article, codebook, NOW } from '../../fixtures/records'

const empty: ProjectContents = { info: { id: 'p1', name: '', created: NOW, memo: '' }, coders: [], codebook, events: [], entities: [], outlets: [], rulings: [], sheets: [], articles: [], annotations: [], texts: new Map() }

test('no format stands twice in the list', () => {
  const found = exporters.map((exporter) => exporter.id)
  expect(new Set(found).size).toBe(found.length)
})

describe.each(exporters.flatMap((exporter) => exporter.shapes.map((shape) => [exporter.id, shape, exporter] as const)))('%s of %s', (_, shape, exporter) => {
  test('has a label and an extension', () => {
    expect(exporter.label).not.toBe('')
    expect(exporter.extension).toMatch(/^[a-z]+$/)
  })

  test.skipIf(exporter.id === 'jsonl')('writes an empty project', async () => {
    expect((await exported(exporter, sourceOf(empty), { shape })).content.length).toBeGreaterThan(0)
  })

  test('any project survives encoding chunk by chunk', async () => {
    await fc.assert(fc.asyncProperty(project, async (contents) => {
      const { content, chunks } = await exported(exporter, sourceOf(contents), { shape })
      expect(chunks.filter((chunk) => typeof chunk === 'string' && /\p{Surrogate}$/u.test(chunk))).toEqual([])
      expect(content.startsWith('\uFEFF')).toBe(false)
    }), { seed: 1, numRuns: 60 })
  })

  test.skipIf(shape === 'codebook')('passes on what its source throws', async () => {
    const failing = { ...sourceOf({ ...empty, coders: [{ id: 'ann', name: 'Ann', joined: NOW }], events: [{ id: 'e1', name: 'Summit', date: '', variables: {} }], articles: [article('a1', 'x')] }), coded: () => { throw new Error('damaged') } }
    await expect(exported(exporter, failing, { shape })).rejects.toThrow('damaged')
  })
})

test.each([['csv', 'annotations'], ['synoptic', 'project']] as const)('%s of %s comes in chunks and asks for one article at a time', async (id, shape) => {
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
