import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { csv } from '../../../src/formats/csv'
import type { ProjectContents } from '../../../src/formats/source'
import { exported, project, sourceOf } from '../../fixtures/projects'
import { NOW, annotation, article, codebook, fields } from '../../fixtures/records'

type Row = Record<string, string>

const written = async (contents: ProjectContents): Promise<string> => (await exported(csv.run(sourceOf(contents)))).content
const rowsOf = (content: string): Row[] => Papa.parse<Row>(content, { header: true, skipEmptyLines: true, delimiter: ',', newline: '\r\n' }).data

const source = '“We are in a <just fight> against <hegemonic> forces,” he said.'
const base: ProjectContents = {
  info: { id: 'p1', name: 'Example', created: NOW, memo: '' }, coders: [{ id: 'ann', name: 'Ann', joined: NOW }, { id: 'bob', name: 'Ann', joined: NOW }], codebook,
  events: [{ id: 'e1', name: 'Summit', date: '' }], entities: [], sheets: [], articles: [article('a1', source.replace(/[<>]/g, ''), { event: 'e1' })], annotations: [], texts: new Map([['a1', source.replace(/[<>]/g, '')]]),
}
const only = async (over: Parameters<typeof annotation>[2], contents = base): Promise<Row[]> =>
  rowsOf(await written({ ...contents, annotations: [annotation('n1', source, over)] }))

describe('the columns', () => {
  test('are the fixed ones and one per field', async () => {
    expect((await written(base)).trim()).toBe('annotation_id,article_id,outlet,date,headline,event,coder,dimension,code,unit,span,spans,start,end,quote,form,speaker,cue,polarity,target,note,created,modified')
  })

  test('a field that is called like one of them is told apart', async () => {
    const [framing] = codebook.dimensions
    if (!framing) throw new Error('no dimension')
    const clashing = { ...codebook, dimensions: [{ ...framing, fields: [{ ...fields.speaker, id: 'note', name: 'Note' }] }] }
    const [row] = await only({ values: { note: 'field' }, note: 'own' }, { ...base, codebook: clashing })
    expect(row).toMatchObject({ field_note: 'field', note: 'own' })
  })
})

describe('a row', () => {
  test('stands for each span of an annotation, with its place', async () => {
    const rows = await only({ coder: 'bob' })
    expect(rows.map((row) => [row['span'], row['spans'], row['start'], row['end'], row['quote']])).toEqual([['1', '2', '13', '23', 'just fight'], ['2', '2', '32', '41', 'hegemonic']])
    expect(rows[0]).toMatchObject({ annotation_id: 'n1', article_id: 'a1', outlet: 'The Meridian', date: '2024-03-12', event: 'Summit', dimension: 'Framing', code: 'Framing > fight' })
  })

  test('names the coder, with the id where two have the same name', async () => {
    expect((await only({ coder: 'bob' }))[0]?.['coder']).toBe('Ann (bob)')
  })

  test('gives choices by label, ordinals by number, text as it is, and the path of a nested code', async () => {
    expect((await only({ code: 'minister', values: { form: 'partial', cue: 'claims' } }))[0]).toMatchObject({ code: 'Sourcing > government > minister', form: 'partial quotation', cue: 'claims', speaker: '', polarity: '' })
    expect((await only({ code: 'towards', values: { polarity: -1, target: 'Velmar' } }))[0]).toMatchObject({ polarity: '-1', target: 'Velmar' })
    expect((await only({ code: 'gone', values: { form: 'direct' } }))[0]).toMatchObject({ dimension: '', code: 'gone', form: 'direct' })
  })

  test('without spans has empty places', async () => {
    expect((await only({ unit: 'article', spans: [] }))[0]).toMatchObject({ annotation_id: 'n1', span: '', spans: '0', start: '', end: '', quote: '' })
  })

  test('order is that of the text, whatever order annotations come in', async () => {
    const late = annotation('late', 'one two <three>'), early = annotation('early', '<one> two three')
    expect(rowsOf(await written({ ...base, annotations: [late, early] })).map((row) => row['annotation_id'])).toEqual(['early', 'late'])
  })
})

test('in any project, text.slice(start, end) is the quote in every row, and every note comes back', async () => {
  await fc.assert(fc.asyncProperty(project, async (contents) => {
    const rows = rowsOf(await written(contents))
    const notes = new Map(contents.annotations.map((one) => [one.id, one.note]))
    expect(rows).toHaveLength(contents.annotations.reduce((sum, one) => sum + one.spans.length, 0))
    for (const row of rows) {
      expect(contents.texts.get(row['article_id'] ?? '')?.slice(Number(row['start']), Number(row['end']))).toBe(row['quote'])
      expect(row['note']).toBe(notes.get(row['annotation_id'] ?? ''))
    }
  }), { seed: 2, numRuns: 100 })
})

const cells = new URL('../../../../shared/payloads/csv/formula_cells.json', import.meta.url)
const formulas = (): string[] => {
  const listed: { cell: string }[] = JSON.parse(readFileSync(cells, 'utf8')) as { cell: string }[]
  return listed.map(({ cell }) => cell)
}

test.runIf(existsSync(cells))('cells that look like formulas stay exact (left out where ../shared is missing)', async () => {
  const annotations = formulas().map((note, i) => annotation(`n${i}`, '<one>', { note, code: 'towards', values: { target: note } }))
  const rows = rowsOf(await written({ ...base, annotations }))
  for (const one of annotations) expect(rows.find((row) => row['annotation_id'] === one.id)).toMatchObject({ note: one.note, target: one.note })
})

const python = spawnSync('python3', ['-c', ''], { timeout: 10_000 }).status === 0

test.runIf(python)("Python's csv module reads it without options (left out without python3)", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'synoptic-csv-'))
  try {
    const notes = ['a "quoted" word', 'two\nlines', 'comma, and; semicolon', '😀 𝒞 é', '=1+1', ' spaces ', "it's", '\\n', '']
    const path = join(folder, 'out.csv')
    writeFileSync(path, await written({ ...base, annotations: notes.map((note, i) => annotation(`n${i}`, source, { note })) }))
    const script = 'import csv,json,sys\nwith open(sys.argv[1], encoding="utf-8") as f: print(json.dumps(list(csv.DictReader(f))))'
    const rows = JSON.parse(spawnSync('python3', ['-c', script, path], { encoding: 'utf8' }).stdout) as Row[]
    expect(rows.filter((row) => row['span'] === '1').map((row) => row['note'])).toEqual(notes)
    expect(rows.every((row) => row['quote'] === (row['span'] === '1' ? 'just fight' : 'hegemonic'))).toBe(true)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
