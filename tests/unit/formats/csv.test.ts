import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { Annotation } from '../../../src/domain/project/annotation'
import { codebookSchema } from '../../../src/domain/project/codebook'
import { codeEntries } from '../../../src/domain/project/codes'
import { fieldSchema } from '../../../src/domain/project/field'
import { csv } from '../../../src/formats/export/csv'
import type { ProjectContents } from '../../../src/formats/source'
import { exported, project, sourceOf } from '../../fixtures/projects'
import { LATER, NOW, annotation, article, codebook, fields } from '../../fixtures/records'

type Row = Record<string, string>

const written = async (contents: ProjectContents): Promise<string> => (await exported(csv, sourceOf(contents))).content
const rowsOf = (content: string): Row[] => Papa.parse<Row>(content, { header: true, skipEmptyLines: true, delimiter: ',', newline: '\r\n' }).data

const source = '“We are in a <just fight> against <hegemonic> forces,” he said.'
const base: ProjectContents = {
  info: { id: 'p1', name: 'Example', created: NOW, memo: '' }, coders: [{ id: 'ann', name: 'Ann', joined: NOW }, { id: 'bob', name: 'Ann', joined: NOW }], codebook,
  events: [{ id: 'e1', name: 'Summit', date: '', variables: {} }], entities: [], outlets: [], rulings: [], sheets: [], articles: [article('a1', source.replace(/[<>]/g, ''), { event: 'e1' })], annotations: [], texts: new Map([['a1', source.replace(/[<>]/g, '')]]),
}
const only = async (over: Parameters<typeof annotation>[2], contents = base): Promise<Row[]> =>
  rowsOf(await written({ ...contents, annotations: [annotation('n1', source, over)] }))

describe('the columns', () => {
  test('are the fixed ones and one per field', async () => {
    expect((await written(base)).trim()).toBe('annotation_id,article_id,outlet,date,headline,event,coder,dimension,code,unit,coded,span,spans,start,end,quote,form,speaker,cue,polarity,target,certainty,note,codebook_version,blind,created,modified')
  })

  test('hold what is known of the outlet', async () => {
    const outlets: ProjectContents['outlets'] = [
      { id: 'o1', name: 'The Meridian', aliases: ['Meridian'], variables: { country: 'Lunde', 'A plan': 'x', 'a-plan': 'y' } },
      { id: 'o2', name: 'Velmar Today', aliases: [], variables: { type: 'daily' } },
    ]
    const [row] = await only({}, { ...base, outlets })
    expect(row).toMatchObject({ outlet: 'The Meridian', outlet_country: 'Lunde', outlet_a_plan: 'x', outlet_a_plan_2: 'y', outlet_type: '' })
    const unknown = { ...base, outlets, articles: base.articles.map((one) => ({ ...one, outlet: 'Meridian' })) }
    expect((await only({}, unknown))[0]).toMatchObject({ outlet_country: '', outlet_type: '' })
    const columns = (await written({ ...base, outlets })).split('\r\n')[0]
    expect(columns).toMatch(/outlet_a_plan,outlet_a_plan_2,outlet_country,outlet_type$/)
  })

  test('a field that is called like one of them is told apart', async () => {
    const [framing] = codebook.dimensions
    if (!framing) throw new Error('no dimension')
    const clashing = { ...codebook, dimensions: [{ ...framing, fields: [{ ...fields.speaker, id: 'note', name: 'Note' }] }] }
    const [row] = await only({ values: { note: 'field' }, note: 'own' }, { ...base, codebook: clashing })
    expect(row).toMatchObject({ field_note: 'field', note: 'own' })
  })

  test('of variables come last, named by what they belong to; names that read alike are told apart', async () => {
    const [a1] = base.articles
    if (!a1) throw new Error('no article')
    const contents: ProjectContents = {
      ...base, events: [{ id: 'e1', name: 'Summit', date: '', variables: { Scale: 'large' } }, { id: 'e2', name: 'Strike', date: '', variables: { scale: '2', 'In print?': 'yes' } }],
      articles: [{ ...a1, variables: { desk: 'foreign, "home"' } }, article('a2', 'two', { event: null })],
    }
    const rows = rowsOf(await written({ ...contents, annotations: [annotation('n1', source.replaceAll('<hegemonic>', 'hegemonic')), annotation('n2', '<two>', { subject: 'a2' }), annotation('n3', '<x>', { subject: 'e2', unit: 'event', spans: [] })] }))
    expect(Object.keys(rows[0] ?? {}).slice(-4)).toEqual(['article_desk', 'event_in_print', 'event_scale', 'event_scale_2'])
    expect(rows.map((row) => [row['annotation_id'], row['article_desk'], row['event_in_print'], row['event_scale'], row['event_scale_2']])).toEqual([
      ['n3', '', 'yes', '2', ''], ['n1', 'foreign, "home"', '', '', 'large'], ['n2', '', '', '', ''],
    ])
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

describe('an annotation with roles', () => {
  const roles = ['source', 'cue', 'content'].map((id) => fieldSchema.parse({ id, name: id, kind: 'role' }))
  const attribution = codebookSchema.parse({
    name: 'Attribution', version: 5,
    dimensions: [{ id: 'd', name: 'Attribution', unit: 'span', choice: 'many', level: 'nominal', mark: 'line', fields: [...roles, { id: 'cue_spans', name: 'Clash', kind: 'text' }], codes: [{ id: 'said', name: 'said', colour: 'blue' }] }],
  })
  const text = '<A bridge>, <it was said>, <will close>.'
  const given = annotation('n1', text, { code: 'said', values: { cue_spans: 'own' } })
  const spans = given.spans.map((span, i) => ({ ...span, role: ['content', 'cue', 'content'][i] ?? '' }))

  test('is one row: its extent, its parts in the order of the text, and each role with its places', async () => {
    const rows = rowsOf(await written({ ...base, codebook: attribution, annotations: [{ ...given, spans }] }))
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      span: '', spans: '3', start: '0', end: '33', quote: 'A bridge […] it was said […] will close', source: '', source_spans: '', cue: 'it was said', content: 'A bridge […] will close', content_spans: '0-8; 23-33',
      cue_spans: 'own', field_cue_spans: '10-21',
    })
  })
})

describe('fields of every kind', () => {
  const kinds = codebookSchema.parse({
    name: 'Kinds', version: 7,
    dimensions: [{
      id: 'd', name: 'D', unit: 'event', choice: 'many', level: 'nominal', mark: 'tint',
      fields: [
        { id: 'yes', name: 'Yes', kind: 'yes-no' }, { id: 'no', name: 'No', kind: 'yes-no' }, { id: 'who', name: 'Who', kind: 'entity', showIf: { field: 'yes', is: [true] } }, { id: 'chain', name: 'Chain', kind: 'entities' },
        { id: 'tags', name: 'Tags', kind: 'many-of', options: [{ id: 'a', label: 'first, of two' }, { id: 'b', label: 'second' }] }, { id: 'within', name: 'Within', kind: 'link' },
      ],
      codes: [{ id: 'scale', name: 'scale', colour: 'blue', score: 'mean' }, { id: 'plain', name: 'plain', colour: 'blue' }],
    }],
  })
  const entities = ['x', 'y'].map((id) => ({ id, name: `the ${id}`, kind: 'group', aliases: [], memo: '' }) as const)
  const coded = (values: Annotation['values'], over: Partial<Annotation> = {}): Promise<string> =>
    written({ ...base, codebook: kinds, entities, annotations: [annotation('n1', '', { subject: 'e1', unit: 'event', code: 'scale', values, spans: [], certainty: 'low', ...over })] })

  test('are written as one counts them, names for ids, with score, certainty and version', async () => {
    const [row] = rowsOf(await coded({ yes: true, no: false, who: 'x', chain: ['y', 'x', 'gone'], tags: ['b', 'a'], within: 'n7' }))
    expect(row).toMatchObject({
      article_id: '', event: 'Summit', unit: 'event', coded: 'yes', yes: '1', no: '0', who: 'the x', chain: 'the y; the x; gone', tags: 'second; first, of two', within: 'n7', score: '0.5', certainty: 'low', codebook_version: '3',
    })
  })

  test('are empty while a condition hides them, and a code without a score has none', async () => {
    expect(rowsOf(await coded({ yes: false, who: 'x' }, { code: 'plain', certainty: null }))[0]).toMatchObject({ who: '', score: '', certainty: '' })
  })
})

describe('“coded: none”', () => {
  const sheet = (coder: string, subject: string, coded: string[]): ProjectContents['sheets'][number] => ({ id: `${coder}-${subject}`, coder, subject, coded, memo: 'of the sheet', modified: LATER })

  test('is a row for each dimension a coder has finished without finding any of it', async () => {
    const rows = rowsOf(await written({ ...base, annotations: [annotation('n1', source, { coder: 'bob', code: 'fight' })], sheets: [sheet('ann', 'a1', ['sentiment', 'framing', 'gone']), sheet('bob', 'a1', ['framing', 'sourcing']), sheet('bob', 'e1', ['sourcing'])] }))
    expect(rows.map((row) => [row['article_id'], row['event'], row['coder'], row['dimension'], row['coded'], row['annotation_id']])).toEqual([
      ['', 'Summit', 'Ann (bob)', 'Sourcing', 'none', ''],
      ['a1', 'Summit', 'Ann (bob)', 'Framing', 'yes', 'n1'], ['a1', 'Summit', 'Ann (bob)', 'Framing', 'yes', 'n1'],
      ['a1', 'Summit', 'Ann (ann)', 'Framing', 'none', ''], ['a1', 'Summit', 'Ann (ann)', 'Sentiment', 'none', ''], ['a1', 'Summit', 'Ann (bob)', 'Sourcing', 'none', ''],
    ])
    expect(rows.at(-1)).toMatchObject({ unit: 'span', code: '', span: '', spans: '0', start: '', quote: '', form: '', note: '', codebook_version: '', created: '', modified: LATER })
  })
})

test('in any project, text.slice(start, end) is the quote in every row of a span, every note comes back, and nothing finished is lost', async () => {
  await fc.assert(fc.asyncProperty(project, async (contents) => {
    const all = rowsOf(await written(contents))
    const rows = all.filter((row) => row['span'] !== '')
    const notes = new Map(contents.annotations.map((one) => [one.id, one.note]))
    expect(rows).toHaveLength(contents.annotations.reduce((sum, one) => sum + one.spans.length, 0))
    for (const row of rows) {
      expect(contents.texts.get(row['article_id'] ?? '')?.slice(Number(row['start']), Number(row['end']))).toBe(row['quote'])
      expect(row['note']).toBe(notes.get(row['annotation_id'] ?? ''))
    }
    const ofCode = new Map([...codeEntries(contents.codebook)].map(([id, { dimension }]) => [id, dimension.name]))
    const finished = contents.sheets.flatMap(({ coder, subject, coded }) => contents.codebook.dimensions.filter(({ id }) => coded.includes(id)).map(({ name }) => `${coder} ${subject} ${name}`))
    const found = new Set(contents.annotations.map(({ coder, subject, code }) => `${coder} ${subject} ${ofCode.get(code) ?? ''}`))
    const none = all.filter((row) => row['coded'] === 'none').map((row) => `${row['coder'] ?? ''} ${row['article_id'] ?? ''} ${row['dimension'] ?? ''}`)
    expect(none.sort()).toEqual(finished.filter((one) => !found.has(one)).sort())
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
