import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHUNK } from '../../../src/formats/chunks'
import { exporters, type ExportFormat } from '../../../src/formats/exporters'
import type { ProjectContents } from '../../../src/formats/source'
import type { ExportFormat as Agreed } from '../../../src/preload/contract'
import { exported, project, sourceOf } from '../../fixtures/projects'
import { annotation, article, codebook, NOW } from '../../fixtures/records'

const empty: ProjectContents = { info: { id: 'p1', name: '', created: NOW, memo: '' }, coders: [], codebook, events: [], entities: [], outlets: [], rulings: [], sheets: [], articles: [], annotations: [], texts: new Map() }

test('the list is sorted, and its ids are those of the contract', () => {
  const found: readonly string[] = exporters.map((exporter) => exporter.id)
  expect(found).toEqual([...found].sort())
  const agreed: Agreed = 'csv' satisfies ExportFormat
  const mine: ExportFormat = agreed
  expect(found).toContain(mine)
})

describe.each(exporters.map((exporter) => [exporter.id, exporter] as const))('%s', (_, exporter) => {
  test('has a label and an extension', () => {
    expect(exporter.label).not.toBe('')
    expect(exporter.extension).toMatch(/^[a-z]+$/)
  })

  test('writes an empty project', async () => {
    expect((await exported(exporter.run(sourceOf(empty)))).content.length).toBeGreaterThan(0)
  })

  test('any project survives encoding chunk by chunk', async () => {
    await fc.assert(fc.asyncProperty(project, async (contents) => {
      const { content, chunks } = await exported(exporter.run(sourceOf(contents)))
      expect(Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))).toString('utf8')).toBe(content)
      expect(content.startsWith('\uFEFF')).toBe(false)
    }), { seed: 1, numRuns: 60 })
  })

  test('comes in chunks and asks for one article at a time', async () => {
    const note = '😀'.repeat(1000)
    const articles = Array.from({ length: 20 }, (_none, i) => article(`a${i}`, 'one two'))
    const asked: string[] = []
    const run = exporter.run({
      ...sourceOf({ ...empty, articles }),
      coded: (id) => {
        asked.push(id)
        return { annotations: Array.from({ length: 50 }, (_none, i) => annotation(`${id}-${i}`, '<one> two', { subject: id, note })), sheets: [] }
      },
    })
    const first = await run.next()
    expect(String(first.value).length).toBeGreaterThanOrEqual(CHUNK)
    expect(String(first.value).length).toBeLessThan(3 * CHUNK)
    expect(asked.length).toBeLessThan(10)
    const { chunks } = await exported(run)
    for (const chunk of chunks) expect(chunk).not.toMatch(/\p{Surrogate}$/u)
    expect(asked).toHaveLength(20)
  })

  test('passes on what its source throws', async () => {
    const failing = exporter.run({ ...sourceOf({ ...empty, articles: [article('a1', 'x')] }), coded: () => { throw new Error('damaged') } })
    await expect(exported(failing)).rejects.toThrow('damaged')
  })
})
