import { describe, expect, test } from 'vitest'
import { LONGEST_LINE } from '../../../../src/domain/project/limits'
import { isDate } from '../../../../src/domain/project/dates'
import { canonicalText } from '../../../../src/domain/text/canonical'
import type { FoundArticle } from '../../../../src/formats/import/importer'
import { importers } from '../../../../src/formats/import/importers'
import { SourceFile } from '../../../../src/formats/import/sourceFile'
import { text, textOf } from '../../../../src/formats/import/text'
import { articlesIn, fileOf } from '../../../fixtures/imports'
import { book, para, word } from '../../../fixtures/documents'
import { linesAt, pdfOf } from '../../../fixtures/pdfs'
import { workbook } from '../../../fixtures/workbooks'
import { databaseFixtures } from './databaseFixtures'

test('every format has its own id, and the last one takes what no other recognises', () => {
  const named = importers.map(({ id }) => id)
  expect(new Set(named).size).toBe(named.length)
  expect(named.at(-1)).toBe('text')
})

const databases = await databaseFixtures()

/** A file of each format, by the importer's id; its name says nothing, except where any text could be of the format. */
const examples: Readonly<Record<string, () => string | Uint8Array | Promise<Uint8Array>>> = {
  ...Object.fromEntries(Object.entries(databases).map(([id, bytes]) => [id, () => bytes])),
  csv: () => 'Title,Text,Date\r\nA bridge opens,"It was\r\nlate.",2024-03-12\r\nA bridge closes,It was early.,2024-03-13\r\nNo bridge,At last.,2024-03-14\r\n',
  json: () => JSON.stringify([{ title: 'A bridge opens', text: 'It was\r\nlate.', date: '2024-03-12' }]),
  jsonl: () => '{"title":"A bridge opens","text":"It was late."}\n{"title":"A bridge closes","text":"It was early."}\n',
  docx: async () => await word(`${para('A bridge opens', '<w:pStyle w:val="Title"/>')}${para('It was late.')}`),
  epub: async () => await book({ chapters: { 'a.xhtml': '<h1>A bridge opens</h1><p>It was late.</p>' } }),
  html: () => '<!doctype html><title>A bridge opens</title><p>It was late.</p>',
  markdown: () => '# A bridge opens\n\nIt was late.',
  pdf: () => pdfOf([[...linesAt(50, 100, ['A bridge opens'], { size: 20 }), ...linesAt(50, 140, ['It was late.']), ...linesAt(290, 800, ['Page 1 of 1'])]]),
  rtf: () => '{\\rtf1\\ansi\\pard\\outlinelevel0 A bridge opens\\par\\pard It was late.\\par}',
  text: () => 'A bridge opens\r\n\r\nIt was late.',
  xlsx: async () => await workbook({ sheets: [{ name: 'Articles', rows: [['Title', 'Text'], ['A bridge opens', 'It was\r\nlate.']] }] }),
}

describe.each(importers.filter(({ id }) => id in examples))('$id', ({ id, read, table }) => {
  const file = async (): Promise<SourceFile> => fileOf(id === 'markdown' ? 'example.md' : 'example', await examples[id]?.() ?? '')

  test('is the first format that recognises its example', async () => {
    const source = await file()
    const recognised = await Promise.all(importers.map(async (one) => await one.recognises(source)))
    expect(importers[recognised.indexOf(true)]?.id).toBe(id)
  })

  test('gives articles as a project keeps them', async () => {
    const articles = await articlesIn({ read } as typeof text, await file())
    expect(articles[0]?.headline).toBe(id in databases ? articles[0]?.text.split('\n', 1)[0] : 'A bridge opens')
    for (const one of articles) {
      expect(canonicalText(one.text)).toBe(one.text)
      expect(isDate(one.date)).toBe(true)
      for (const line of [one.headline, one.outlet, one.byline, one.section, one.url, ...Object.values(one.variables)]) expect(line.length).toBeLessThanOrEqual(LONGEST_LINE)
      for (const { start, end } of one.headings) expect(one.text.slice(start, end)).toMatch(/^\S[^\n]*$/)
      for (const { start, end, quote } of one.passages) expect(one.text.slice(start, end)).toBe(quote)
      for (const places of [one.headings, one.passages]) expect(places.every(({ start }, i) => start >= (places[i - 1]?.end ?? 0))).toBe(true)
    }
  })

  test.runIf(table)('shows its columns', async () => {
    const sample = await table?.(await file())
    expect(sample?.guess.roles).toMatchObject({ headline: expect.stringMatching(/^title$/i) as string, text: expect.stringMatching(/^text$/i) as string })
    expect(sample?.rows.every((row) => row.length === sample.columns.length)).toBe(true)
  })
})

test('a plain text is one article, whole', async () => {
  const file = new SourceFile('a.txt', Buffer.from('\uFEFFA bridge opens\r\n\r\nIt was late.'))
  const found: FoundArticle[] = []
  for await (const one of text.read(file, { mapping: null })) found.push(one)
  const [first, ...more] = found
  expect(first).toMatchObject({ text: 'A bridge opens\n\nIt was late.', headline: 'A bridge opens', outlet: '', passages: [] })
  expect(more).toEqual([])
  expect([textOf(file), text.encodingOf(file)]).toEqual(['A bridge opens\n\nIt was late.', 'UTF-8'])
})

test('a day that only the prose names is offered for a plain text, not taken', async () => {
  const problems = async (content: string): Promise<unknown> => (await articlesIn(text, fileOf('a.txt', content))).map((one) => [one.date, one.problems])
  expect(await problems('A bridge opens\n\nIt opened on 12 March 2021.')).toEqual([['', [{ kind: 'date-in-text', date: '2021-03-12', quote: '12 March 2021' }]]])
  expect(await problems('A bridge opens\n13 March 2021\n\nIt opened on 12 March 2021.')).toEqual([['2021-03-13', []]])
})

test('a file is looked into once for each reading, and an error is thrown again', () => {
  const file = new SourceFile('x', Buffer.from('x'))
  let times = 0
  const reading = (one: SourceFile): string => { times += 1; return one.name }
  expect([file.once(reading), file.once(reading), times]).toEqual(['x', 'x', 1])
  const failing = (): never => { times += 1; throw new Error('no') }
  expect(() => file.once(failing)).toThrow('no')
  expect(() => file.once(failing)).toThrow('no')
  expect(times).toBe(2)
})
