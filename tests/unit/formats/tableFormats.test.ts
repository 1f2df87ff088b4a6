import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { Column } from '../../../src/domain/exporting/column'
import type { ExportOrder } from '../../../src/domain/exporting/order'
import { usualOrder } from '../../../src/domain/exporting/usual'
import { codebookSchema } from '../../../src/domain/project/codebook'
import { withFormula, withoutFormula } from '../../../src/formats/export/formulaCells'
import { prepare } from '../../../src/formats/export/prepare'
import type { ProjectContents } from '../../../src/formats/source'
import { exported, project, sourceOf } from '../../fixtures/projects'
import { annotation, article, codebook, NOW } from '../../fixtures/records'
import { csvSafe } from '../../../src/formats/export/csvSafe'
import { json, jsonl } from '../../../src/formats/export/jsonTables'

type Row = Readonly<Record<string, unknown>>

const base: ProjectContents = {
  info: { id: 'p1', name: 'Example', created: NOW, memo: '' }, coders: [{ id: 'ann', name: 'Ann', joined: NOW }], codebook, events: [], entities: [], outlets: [], rulings: [], sheets: [],
  articles: [article('a1', 'one two')], annotations: [annotation('n1', '<one> two', { code: 'towards', values: { polarity: -1, target: 'Velmar' }, blind: true })], texts: new Map([['a1', 'one two']]),
}
const csvRows = (content: string): Row[] => Papa.parse<Row>(content, { header: true, skipEmptyLines: true, delimiter: ',', newline: '\r\n' }).data

/** Every file of an export, by its ending. */
async function files(contents: ProjectContents, order: Partial<ExportOrder>): Promise<Readonly<Record<string, string>>> {
  const prepared = prepare({ ...sourceOf(contents), program: 'Synoptic 9.8.7' }, { ...usualOrder, ...order })
  const found: Record<string, string> = {}
  for (const { ending, chunks } of prepared?.files ?? []) {
    let content = ''
    for await (const chunk of chunks()) content += String(chunk)
    found[ending] = content
  }
  return found
}

describe('JSON', () => {
  test('has numbers as numbers, yes and no as such, null where there is nothing', async () => {
    const [row] = JSON.parse((await exported(json, sourceOf(base))).content) as Row[]
    expect(row).toMatchObject({ annotation_id: 'n1', start: 0, end: 3, quote: 'one', polarity: -1, target: 'Velmar', speaker: null, blind: true, certainty: null, codebook_version: 3, note: null })
  })

  test('has the same rows, one a line, as JSON Lines', async () => {
    await fc.assert(fc.asyncProperty(project, async (contents) => {
      const lines = (await exported(jsonl, sourceOf(contents))).content.split('\n').filter((line) => line !== '')
      expect(lines.map((line) => JSON.parse(line) as Row)).toEqual(JSON.parse((await exported(json, sourceOf(contents))).content))
    }), { seed: 5, numRuns: 40 })
  })
})

describe('cells that look like formulas', () => {
  const trigger = /^[=+\-@\t\r\n\0＝＋－＠]|[;\t\r\n][=+\-@\0＝＋－＠]/
  const cell = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '\0', ';', ',', 'a', ' ', '＝', '"'), maxLength: 12 })

  test('are none when they are guarded, and exactly themselves again when that is taken off', () => {
    fc.assert(fc.property(cell, (one) => {
      expect(withoutFormula(one)).not.toMatch(trigger)
      expect(withFormula(withoutFormula(one))).toBe(one)
    }), { seed: 6, numRuns: 5000 })
  })

  test('have one apostrophe before them; other cells are left as they are', () => {
    expect(['=1+1', "'=1+1", '-5', 'x;=1+1', ' =1', "it's", '2024-01-05', 'a; -b', 'a\n\nb'].map(withoutFormula)).toEqual(["'=1+1", "''=1+1", "'-5", "x;'=1+1", ' =1', "it's", '2024-01-05', 'a; -b', 'a\n\nb'])
  })

  test('that are numbers stay numbers', async () => {
    const { content } = await exported(csvSafe, sourceOf(base))
    expect(csvRows(content)[0]).toMatchObject({ polarity: '-1' })
  })

  const listed = new URL('../../../../shared/payloads/csv/formula_cells.json', import.meta.url)
  test.runIf(existsSync(listed))('come back exactly from quotations, notes and names of codes (left out where ../shared is missing)', async () => {
    const cells = (JSON.parse(readFileSync(listed, 'utf8')) as { cell: string; starts_trigger: boolean }[])
    const body = cells.map((one) => one.cell).join('|')
    const names = codebookSchema.parse({ name: 'Names', version: 1, dimensions: [{ id: 'd', name: '=D', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', codes: cells.map((one, i) => ({ id: `c${i}`, name: one.cell, colour: 'blue' })) }] })
    let at = 0
    const annotations = cells.map((one, i) => {
      const start = at
      at += one.cell.length + 1
      return annotation(`n${String(i).padStart(3, '0')}`, 'x', { code: `c${i}`, note: one.cell, spans: [{ start, end: start + one.cell.length, quote: one.cell, prefix: '', suffix: '' }] })
    })
    const rows = csvRows((await exported(csvSafe, sourceOf({ ...base, codebook: names, annotations, texts: new Map([['a1', body]]) }))).content)
    expect(rows).toHaveLength(cells.length)
    for (const [i, row] of rows.entries()) {
      const written = ['quote', 'note', 'code'].map((name) => String(row[name]))
      expect(written.map(withFormula)).toEqual([cells[i]?.cell, cells[i]?.cell, `=D > ${cells[i]?.cell ?? ''}`])
      for (const one of written) expect(one).not.toMatch(trigger)
    }
  })
})

describe('the data dictionary', () => {
  interface Dictionary { readonly tables: readonly { readonly ending: string; readonly columns: readonly Column[] }[] }
  const extensionOf = { 'csv': 'csv', 'csv-safe': 'csv', 'json': 'json', 'jsonl': 'jsonl' } as const
  const formats = Object.keys(extensionOf) as (keyof typeof extensionOf)[]

  test.each(formats)('of %s explains every column, and says what wrote it and how', async (format) => {
    const { [`.${extensionOf[format]}.dictionary.json`]: content = '', ...others } = await files(base, { format })
    const dictionary = JSON.parse(content) as Dictionary
    expect(dictionary).toMatchObject({ format: 'synoptic-dictionary', program: 'Synoptic 9.8.7', project: { id: 'p1', name: 'Example', codebook: { name: 'Example', version: 3 } }, export: { shape: 'annotations', format }, offsets: { unit: 'UTF-16 code units' } })
    const [table] = dictionary.tables
    expect(Object.keys(others)).toEqual([table?.ending])
    for (const column of table?.columns ?? []) expect(column).toMatchObject({ label: expect.stringMatching(/./) as string, meaning: expect.stringMatching(/\.$/) as string })
    expect(table?.columns.find(({ name }) => name === 'polarity')).toEqual({ name: 'polarity', label: 'Polarity', meaning: 'The number of the step on the scale.', type: 'whole', level: 'ordinal', values: [{ value: -1, label: '−1' }, { value: 0, label: '0' }, { value: 1, label: '+1' }] })
  })

  test('is the same each time', async () => {
    expect(await files(base, {})).toEqual(await files(base, {}))
  })
})

test('positions only: there are no columns for the words of articles', async () => {
  const { '.csv': content = '', '.csv.dictionary.json': dictionary = '' } = await files(base, { texts: false })
  expect(csvRows(content)[0]).toMatchObject({ start: '0', end: '3' })
  expect(Object.keys(csvRows(content)[0] ?? {})).not.toContain('quote')
  expect(dictionary).not.toContain('"name": "quote"')
})

test('a table of final codings says that it is empty when nobody was chosen whose coding is final', () => {
  const losses = (over: Partial<ExportOrder>) => prepare(sourceOf(base), { ...usualOrder, shape: 'articles', by: 'adjudicated', ...over })?.losses
  expect(losses({})).toEqual(['Nothing that was coded is in it, as no coder is chosen whose coding is final.'])
  expect(losses({ adjudicator: 'ann' })).toEqual([])
})
