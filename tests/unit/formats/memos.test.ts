import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { csv } from '../../../src/formats/export/csv'
import type { ProjectContents } from '../../../src/formats/source'
import { exported, project, sourceOf } from '../../fixtures/projects'
import { annotation, article, codebook, LATER, NOW } from '../../fixtures/records'

type Row = Record<string, string>

const written = async (contents: ProjectContents): Promise<Row[]> =>
  Papa.parse<Row>((await exported(csv, sourceOf(contents), { shape: 'memos' })).content, { header: true, skipEmptyLines: true, delimiter: ',', newline: '\r\n' }).data

const [framing, ...others] = codebook.dimensions
if (!framing) throw new Error('no dimension')
const dimensions = [{ ...framing, codes: framing.codes.map((code) => ({ ...code, memo: code.id === 'fight' ? 'rarely alone' : ' ' })) }, ...others]

const study: ProjectContents = {
  info: { id: 'p1', name: 'Example', created: NOW, memo: 'why we do this' }, coders: [{ id: 'ann', name: 'First coder', joined: NOW }], codebook: { ...codebook, dimensions },
  events: [{ id: 'e1', name: 'Summit', date: '2024-03-12', variables: {} }], entities: [{ id: 'x', name: 'the x', kind: 'group', aliases: [], memo: 'one body, two names' }], outlets: [], rulings: [],
  articles: [article('a1', 'one two three', { headline: '' })],
  sheets: [{ id: 's1', coder: 'ann', subject: 'a1', coded: [], memo: 'read twice', modified: LATER }, { id: 's2', coder: 'ann', subject: 'e1', coded: ['framing'], memo: 'much disputed', modified: LATER }],
  annotations: [annotation('n2', 'one <two> three', { note: '', code: 'conflict' }), annotation('n1', '<one> two <three>', { note: 'a, "b"\nc', modified: LATER }), annotation('n3', '', { subject: 'e1', unit: 'event', spans: [], note: 'whole', code: 'gone' })],
  texts: new Map([['a1', 'one two three']]),
}

test('every memo is a row that says what it is about, where, and whose it is', async () => {
  const place = { outlet: '', date: '', coder: '', quote: '', modified: '' }
  expect(await written(study)).toEqual([
    { ...place, kind: 'project', about: 'Example', memo: 'why we do this' },
    { ...place, kind: 'code', about: 'Framing > fight', memo: 'rarely alone' },
    { ...place, kind: 'entity', about: 'the x', memo: 'one body, two names' },
    { ...place, kind: 'event', about: 'Summit', date: '2024-03-12', coder: 'First coder', memo: 'much disputed', modified: LATER },
    { ...place, kind: 'annotation', about: 'gone, in “Summit”', date: '2024-03-12', coder: 'First coder', memo: 'whole', modified: NOW },
    { ...place, kind: 'article', about: 'a1.txt', outlet: 'The Meridian', date: '2024-03-12', coder: 'First coder', memo: 'read twice', modified: LATER },
    { kind: 'annotation', about: 'Framing > fight, in “a1.txt”', outlet: 'The Meridian', date: '2024-03-12', coder: 'First coder', quote: 'one […] three', memo: 'a, "b"\nc', modified: LATER },
  ])
})

test('in any project, every memo comes back once', async () => {
  await fc.assert(fc.asyncProperty(project, async (contents) => {
    const all = [...contents.annotations.map(({ note }) => note), ...contents.sheets.map(({ memo }) => memo)].filter((memo) => memo.trim() !== '')
    expect((await written(contents)).map((row) => row['memo'] ?? '').sort()).toEqual(all.sort())
  }), { seed: 6, numRuns: 100 })
})
