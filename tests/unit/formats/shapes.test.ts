import { describe, expect, test } from 'vitest'
import type { ExportCell } from '../../../src/domain/exporting/column'
import type { Selection } from '../../../src/domain/exporting/selection'
import { everything, usualOrder } from '../../../src/domain/exporting/usual'
import type { ExportOrder } from '../../../src/domain/exporting/order'
import { selectedSource } from '../../../src/formats/export/selectedSource'
import type { Table } from '../../../src/formats/export/table'
import { tablesOf } from '../../../src/formats/export/tables'
import { sourceOf } from '../../fixtures/projects'
import { wholeStudy } from '../../fixtures/wholeCoding'

type Row = Readonly<Record<string, ExportCell>>

async function rowsOf(table: Table | undefined): Promise<Row[]> {
  const found: Row[] = []
  for await (const some of table?.rows() ?? []) for (const row of some) found.push(Object.fromEntries((table?.columns ?? []).map(({ name }, i) => [name, row[i] ?? null])))
  return found
}
const tables = (order: Partial<ExportOrder>, selection: Partial<Selection> = {}): readonly Table[] => tablesOf(selectedSource(sourceOf(wholeStudy), { ...everything, ...selection }), { ...usualOrder, ...order })
const only = async (order: Partial<ExportOrder>, selection: Partial<Selection> = {}): Promise<Row[]> => rowsOf(tables(order, selection)[0])

describe('articles', () => {
  test('have a row for each coder who coded anything, and one without a coder where nobody did', async () => {
    const rows = await only({ shape: 'articles' })
    expect(rows.map((row) => [row['article_id'], row['coder'], row['event'], row['section'], row['words'], row['outlet_country'], row['article_desk'], row['event_scale']])).toEqual([
      ['a1', 'Ann', 'Summit', 'News', 3, 'Lunde', null, 'large'], ['a1', 'Bob', 'Summit', 'News', 3, 'Lunde', null, 'large'], ['a2', 'Bob', 'Summit', null, 3, null, 'home', 'large'], ['a3', null, null, null, 3, 'Lunde', null, null],
    ])
  })

  test('have each code as yes or no and as a count, empty where nothing was coded in the dimension', async () => {
    const rows = await only({ shape: 'articles' })
    expect(rows.map((row) => ['coded_frames', 'has_conflict', 'n_conflict', 'has_blame', 'n_blame'].map((name) => row[name]))).toEqual([
      ['coded', false, 0, true, 2], ['coded', true, 1, false, 0], ['begun', true, 1, false, 0], [null, null, null, null, null],
    ])
  })

  test('have the code that was given for the whole, “(none)” where it was finished without one, and what was entered', async () => {
    const rows = await only({ shape: 'articles' })
    expect(rows.map((row) => ['coded_tone', 'tone', 'tone_strength', 'tone_why', 'has_for', 'trade_main', 'coded_topics'].map((name) => row[name]))).toEqual([
      ['coded', 'for', 2, 'praise', true, null, 'none'], ['coded', 'against', 1, 'blame', false, true, 'begun'], ['none', '(none)', null, null, false, null, 'none'], [null, null, null, null, null, null, null],
    ])
  })

  test('have means of what was entered for passages, and of scores', async () => {
    const [row, other] = await only({ shape: 'articles' })
    expect(['frames_weight_mean', 'frames_named_mean', 'frames_repeated_mean', 'blame_score'].map((name) => row?.[name])).toEqual([1.5, 1, 0.5, 1])
    expect(other).toMatchObject({ frames_weight_mean: null, blame_score: null })
  })

  test('together have one row each: codes that anyone found, sums, means of numbers, answers side by side', async () => {
    const rows = await only({ shape: 'articles', by: 'together' })
    expect(rows.map((row) => ['article_id', 'coders', 'coded_frames', 'n_conflict', 'n_blame', 'tone', 'tone_strength', 'tone_why', 'trade_main'].map((name) => row[name]))).toEqual([
      ['a1', 2, 'coded', 1, 2, 'against; for', 1.5, 'praise; blame', true], ['a2', 1, 'begun', 1, 0, '(none)', null, null, null], ['a3', 0, null, null, null, null, null, null, null],
    ])
  })

  test('adjudicated have what the one coder did whose coding is final', async () => {
    const rows = await only({ shape: 'articles', by: 'adjudicated', adjudicator: 'ann' })
    expect(rows.map((row) => [row['article_id'], row['coder'], row['tone'], row['n_blame']])).toEqual([['a1', 'Ann', 'for', 2], ['a2', 'Ann', null, null], ['a3', 'Ann', null, null]])
  })

  test('have columns of chosen codes alone, also where these stand under another', async () => {
    const [row] = await only({ shape: 'articles' }, { codes: ['blame'] })
    expect(Object.keys(row ?? {}).filter((name) => /^(has|coded)_/.test(name))).toEqual(['coded_frames', 'has_blame'])
  })

  test('say of each column what it is, and no two are called the same', () => {
    for (const table of [...tables({ shape: 'articles' }), ...tables({ shape: 'articles', by: 'together' }), ...tables({ shape: 'events' }), ...tables({ shape: 'matrix' }), ...tables({ shape: 'codebook' })]) {
      expect(new Set(table.columns.map(({ name }) => name)).size).toBe(table.columns.length)
      for (const { name, label, meaning } of table.columns) expect([name, label, meaning]).toEqual([expect.stringMatching(/^\p{L}[\p{L}\p{N}\p{M}_]*$/u), expect.stringMatching(/./), expect.stringMatching(/\.$/)])
    }
    const tone = tables({ shape: 'articles' })[0]?.columns.find(({ name }) => name === 'tone')
    expect(tone).toMatchObject({ label: 'Tone', type: 'text', level: 'ordinal', values: [{ value: 'against', label: 'against' }, { value: 'for', label: 'for' }, { value: '(none)', label: 'nothing found' }] })
  })
})

test('events have a row for each coder: how many articles and outlets, what was coded of the event and in its articles', async () => {
  const rows = await only({ shape: 'events' })
  expect(rows.map((row) => ['event_id', 'event', 'date', 'articles', 'outlets', 'coder', 'stance', 'coded_frames', 'n_conflict', 'n_blame', 'event_scale'].map((name) => row[name]))).toEqual([
    ['e1', 'Summit', '2024-03', 2, 1, 'Ann', 'open', 'begun', 0, 2, 'large'], ['e1', 'Summit', '2024-03', 2, 1, 'Bob', null, 'begun', 2, 0, 'large'],
  ])
})

describe('a matrix', () => {
  test('is a table of units and coders for each variable; what is missing is told from what is not there', async () => {
    const all = tables({ shape: 'matrix' })
    expect(all.map(({ id }) => id)).toEqual([
      'matrix_has_conflict', 'matrix_has_blame', 'matrix_tone', 'matrix_has_against', 'matrix_has_for', 'matrix_tone_strength', 'matrix_tone_why', 'matrix_has_trade', 'matrix_has_peace', 'matrix_trade_main', 'matrix_event_stance', 'matrix_event_has_open',
    ])
    const of = async (id: string) => rowsOf(all.find((table) => table.id === `matrix_${id}`))
    expect(await of('has_blame')).toEqual([{ unit: 'a1', ann: true, bob: false }, { unit: 'a2', ann: null, bob: false }, { unit: 'a3', ann: null, bob: null }])
    expect(await of('tone')).toEqual([{ unit: 'a1', ann: 'for', bob: 'against' }, { unit: 'a2', ann: null, bob: '(none)' }, { unit: 'a3', ann: null, bob: null }])
    expect(await of('event_stance')).toEqual([{ unit: 'e1', ann: 'open', bob: null }])
  })

  test('is worked out for many variables at a time, in whatever order its tables are asked for', async () => {
    const asked: string[] = []
    const source = { ...sourceOf(wholeStudy), coded: (id: string) => { asked.push(id); return sourceOf(wholeStudy).coded(id) } }
    const all = tablesOf(source, { ...usualOrder, shape: 'matrix' })
    for (const table of [...all].reverse()) await rowsOf(table)
    expect(asked).toEqual(['e1', 'a1', 'a2', 'a3'])
  })
})

test('the codebook has a row per code with all that is said of it, and one for a dimension without codes', async () => {
  const rows = await only({ shape: 'codebook' })
  expect(rows.map((row) => [row['path'], row['code_id'], row['parent_id'], row['depth'], row['unit']])).toEqual([
    ['Frames > Conflict', 'conflict', null, 0, 'span'], ['Frames > Conflict > blame', 'blame', 'conflict', 1, 'span'], ['Tone > against', 'against', null, 0, 'article'], ['Tone > for', 'for', null, 0, 'article'],
    ['Topics > trade', 'trade', null, 0, 'article'], ['Topics > peace', 'peace', null, 0, 'article'], ['Stance > open', 'open', null, 0, 'event'], ['Empty', null, null, null, 'span'],
  ])
  expect(rows[0]).toMatchObject({ definition: 'Sides fight.', include: 'war', exclude: 'sport', examples: 'They clash. (a paper)', dimension_definition: 'After a scheme.', fields: 'Weight (ordinal, ordinal): 1 = step 1 | 2 = step 2 | 3 = step 3', revised: 0 })
})
