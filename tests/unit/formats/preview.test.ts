import { describe, expect, it } from 'vitest'
import { fitting } from '../../../src/domain/exporting/fitting'
import type { ExportOrder } from '../../../src/domain/exporting/order'
import { everything, usualOrder } from '../../../src/domain/exporting/usual'
import { exporters } from '../../../src/formats/export/exporters'
import { prepare } from '../../../src/formats/export/prepare'
import { previewOf, type Preview } from '../../../src/formats/export/preview'
import type { ProjectContents, ProjectSource } from '../../../src/formats/source'
import { sourceOf } from '../../fixtures/projects'
import { annotation, article, codebook, NOW } from '../../fixtures/records'

const many = Array.from({ length: 100 }, (_none, i) => article(`a${i}`, 'one two'))
const contents: ProjectContents = {
  info: { id: 'p1', name: 'Example', created: NOW, memo: '' }, coders: [{ id: 'ann', name: 'Ann', joined: NOW }], codebook, events: [], entities: [], outlets: [], rulings: [], sheets: [],
  articles: many, texts: new Map(many.map(({ id }) => [id, 'one two'])), annotations: many.map(({ id }) => annotation(`n-${id}`, '<one> two', { subject: id, note: '😀'.repeat(1_000) })),
}

const of = (source: ProjectSource, order: ExportOrder, over = () => false): Promise<Preview> => {
  const prepared = prepare(source, order)
  if (!prepared) throw new Error('no such export')
  return previewOf(prepared, order, over)
}

describe('a preview', () => {
  it('has the first rows of a table, and reads no more of the project than these need', async () => {
    const asked: string[] = []
    const source = sourceOf(contents)
    const preview = await of({ ...source, coded: (id) => { asked.push(id); return source.coded(id) } }, usualOrder)
    const [table] = preview.tables
    expect(table?.rows).toHaveLength(20)
    expect(table?.more).toBe(true)
    expect(asked.length).toBeLessThan(30)
    expect(preview).toMatchObject({ articles: 100, events: 0, text: null, files: ['.csv', '.csv.dictionary.json'] })
  })

  it('cuts long cells between characters', async () => {
    const [table] = (await of(sourceOf(contents), usualOrder)).tables
    const notes = table?.rows.map((row) => String(row[table.columns.findIndex(({ name }) => name === 'note')])) ?? []
    expect(notes).toHaveLength(20)
    for (const note of notes) expect(note).toMatch(/^(😀){100,200} …$/u)
  })

  it('says that there is more when looking took too long', async () => {
    let asked = 0
    const sparse = { ...contents, annotations: contents.annotations.slice(-1) }
    const preview = await of(sourceOf(sparse), usualOrder, () => (asked += 1) > 10)
    expect(preview.tables).toMatchObject([{ rows: [], more: true }])
  })

  it('has the beginning of a text, and nothing of what is no text', async () => {
    const json = await of(sourceOf(contents), { ...usualOrder, shape: 'project', format: 'synoptic' })
    expect(json.text).toMatch(/^\{"format":"synoptic-project"/)
    expect(json.text?.length).toBeLessThan(8_100)
    expect(json.tables).toEqual([])
    expect((await of(sourceOf(contents), { ...usualOrder, shape: 'project', format: 'html' })).text).toBeNull()
  })

  it('passes on what its source throws', async () => {
    await expect(of({ ...sourceOf(contents), coded: () => { throw new Error('damaged') } }, usualOrder)).rejects.toThrow('damaged')
  })
})

it.each(exporters.flatMap(({ id, shapes }) => shapes.map((shape) => [id, shape] as const)))('%s of %s has a preview of every project', async (format, shape) => {
  for (const source of [sourceOf(contents), sourceOf({ ...contents, articles: [], annotations: [] })]) {
    const preview = await of(source, { ...usualOrder, shape, format })
    expect(preview.files.length).toBeGreaterThan(0)
    for (const { columns, rows } of preview.tables) for (const row of rows) expect(row).toHaveLength(columns.length)
  }
})

describe('what is remembered of an export', () => {
  const known = { codebook, coders: contents.coders, events: [] }

  it('forgets which articles were ticked, and what is gone from the project', () => {
    const order: ExportOrder = { ...usualOrder, shape: 'articles', by: 'adjudicated', adjudicator: 'gone', selection: { ...everything, articles: ['a1'], coders: ['gone', 'ann'], codes: ['gone'], from: '2024' } }
    expect(fitting(order, known)).toEqual({ ...usualOrder, shape: 'articles', by: 'coder', adjudicator: null, selection: { ...everything, coders: ['ann'], from: '2024' } })
  })

  it('keeps the rest as it was', () => {
    const order: ExportOrder = { ...usualOrder, format: 'jsonl', texts: false, selection: { ...everything, dimensions: ['framing'], codes: ['fight'], complete: true } }
    expect(fitting(order, known)).toEqual(order)
  })
})
