import { expect, test } from 'vitest'
import { correctedChoices, noChoices, tickedChoices } from '../../../../src/renderer/store/import/corrections'
import { rowOrder, tally, unfiltered, type RowFilter, type RowSort } from '../../../../src/renderer/store/import/rows'
import { act, begun } from '../../../../src/renderer/store/import/state'
import { found } from './found'

const entries = [
  found('b.txt', { outlet: 'Lunde Courier', headline: 'Harbour stays open', date: '2024-03-13', words: 300 }),
  found('a.txt', { outlet: '', headline: 'Talks end', date: '', words: 20 }, { problems: [{ kind: 'very-short' }] }),
  found('c10.txt', { outlet: 'The Meridian', headline: 'Talks begin', date: '2024-03-12', words: 100 }, { known: { where: 'project', title: 'Talks begin' } }),
  found('c9.txt', { outlet: 'The Meridian', headline: 'Insurance', date: '2024-03', words: 100 }),
]
const state = begun({ found: entries, tables: [], refused: [], cancelled: false, stopped: null })
const files = (filter: Partial<RowFilter>, sort: RowSort = { column: null, descending: false }, from = state): string[] => rowOrder(from, { ...unfiltered, ...filter }, sort).map((id) => id.replace(/\.txt 0$/, ''))

test('rows stand as they were read, or by a column; what is empty stands last', () => {
  expect(files({})).toEqual(['b', 'a', 'c10', 'c9'])
  expect(files({}, { column: 'date', descending: false })).toEqual(['c9', 'c10', 'b', 'a'])
  expect(files({}, { column: 'date', descending: true })).toEqual(['b', 'c10', 'c9', 'a'])
  expect(files({}, { column: 'words', descending: true })).toEqual(['b', 'c10', 'c9', 'a'])
  expect(files({}, { column: 'file', descending: false })).toEqual(['a', 'b', 'c9', 'c10'])
  expect(files({}, { column: 'problems', descending: true })[0]).toBe('a')
})

test('rows are narrowed by words, by problem and by file', () => {
  expect(files({ text: 'talks meridian' })).toEqual(['c10'])
  expect(files({ problem: 'no-date' })).toEqual(['a'])
  expect(files({ problem: 'known' })).toEqual(['c10'])
  expect(files({ file: 'c9.txt' })).toEqual(['c9'])
})

test('a filter goes by what was corrected', () => {
  const now = act(state, (choices) => correctedChoices(choices, entries.slice(1, 2), () => ({ outlet: 'Velmar Today' })))
  expect(files({ text: 'velmar' }, undefined, now)).toEqual(['a'])
  expect(files({ problem: 'no-outlet' }, undefined, now)).toEqual([])
})

test('problems are counted in all articles, words in those that come in', () => {
  const { ticked, words, known, problems } = tally(state)
  expect([ticked, words, known]).toEqual([3, 420, 1])
  expect([...problems]).toEqual([['no-outlet', 1], ['no-date', 1], ['very-short', 1], ['known', 1]])
  expect(tally({ ...state, choices: tickedChoices(noChoices, entries, false) })).toMatchObject({ ticked: 0, words: 0 })
})
