import { describe, expect, test } from 'vitest'
import { acceptProposals } from '../../../src/domain/changes/commands/acceptProposals'
import { carriedInto, mergeEvents } from '../../../src/domain/changes/commands/mergeEvents'
import { codebookSchema } from '../../../src/domain/project/codebook'
import type { Annotation } from '../../../src/domain/project/annotation'
import { putRecord, THE, type Records } from '../../../src/domain/project/records'
import { applied } from '../../fixtures/changeLaws'
import { annotation, article, ids, LATER, NOW, records } from '../../fixtures/records'

const ofEvent = (id: string, subject: string, code: string, over: Partial<Annotation> = {}): Annotation => ({ ...annotation(id, '<x>'), spans: [], unit: 'event', subject, code, ...over })

function start(annotations: readonly Annotation[] = []): Records {
  const made = records([article('a1', 'one', { event: 'e1' }), article('a2', 'two', { event: 'e2' }), article('a3', 'three', { event: null })], annotations)
  putRecord(made, 'codebook', THE, codebookSchema.parse({
    name: 'Events', version: 1,
    dimensions: [
      { id: 'scale', name: 'Scale', unit: 'event', choice: 'one', level: 'nominal', mark: 'tint', codes: [{ id: 'small', name: 'small', colour: 'blue' }, { id: 'large', name: 'large', colour: 'green' }] },
      { id: 'themes', name: 'Themes', unit: 'event', choice: 'many', level: 'nominal', mark: 'tint', codes: [{ id: 'war', name: 'war', colour: 'rust' }, { id: 'trade', name: 'trade', colour: 'green' }] },
      { id: 'actors', name: 'Actors', unit: 'event', choice: 'many', level: 'nominal', mark: 'tint', fields: [{ id: 'who', name: 'Who', kind: 'entity', required: true }], codes: [{ id: 'acts', name: 'acts', colour: 'blue' }] },
    ],
  }))
  putRecord(made, 'event', 'e1', { id: 'e1', name: 'Talks', date: '2024-03-14', variables: { scale: '1', place: 'Lunde' } })
  putRecord(made, 'event', 'e2', { id: 'e2', name: 'Summit', date: '2024-03-12', variables: { scale: '2' } })
  return made
}
const at = { now: LATER }

describe('merging two events', () => {
  test('brings articles, date and variables together', () => {
    const now = applied(start(), mergeEvents(start(), { from: 'e1', into: 'e2' }, at))
    expect([...now.article.values()].map(({ event }) => event)).toEqual(['e2', 'e2', null])
    expect([...now.event.values()]).toEqual([{ id: 'e2', name: 'Summit', date: '2024-03-12', variables: { scale: '2', place: 'Lunde' } }])
    expect(mergeEvents(start(), { from: 'e1', into: 'e1' }, at)).toBeNull()
    expect(mergeEvents(start(), { from: 'gone', into: 'e1' }, at)).toBeNull()
  })

  test('carries along what was coded, as far as the same coder has not answered the same', () => {
    const before = start([
      ofEvent('n1', 'e1', 'small'), ofEvent('n2', 'e2', 'large'), ofEvent('n3', 'e1', 'war'), ofEvent('n4', 'e2', 'war'), ofEvent('n5', 'e1', 'trade'),
      ofEvent('n6', 'e1', 'small', { coder: 'bob' }), ofEvent('n7', 'e1', 'acts', { values: { who: 'x' } }), ofEvent('n8', 'e2', 'acts', { values: { who: 'y' } }),
    ])
    const { carried, left } = carriedInto(before, 'e1', 'e2')
    expect(carried.map(({ id }) => id)).toEqual(['n5', 'n6', 'n7'])
    expect(left.map(({ id }) => id)).toEqual(['n1', 'n3'])
    const now = applied(before, mergeEvents(before, { from: 'e1', into: 'e2' }, at))
    expect([...now.annotation.values()].map(({ id, subject }) => `${id} ${subject}`).sort()).toEqual(['n2 e2', 'n4 e2', 'n5 e2', 'n6 e2', 'n7 e2', 'n8 e2'])
  })

  test('joins the coding sheets of each coder', () => {
    const before = start()
    const sheet = { subject: 'e1', coded: ['scale'], memo: 'unsure', modified: NOW }
    putRecord(before, 'sheet', 's1', { id: 's1', coder: 'ann', ...sheet })
    putRecord(before, 'sheet', 's2', { id: 's2', coder: 'bob', ...sheet })
    putRecord(before, 'sheet', 's3', { id: 's3', coder: 'ann', subject: 'e2', coded: ['themes'], memo: 'clear', modified: NOW })
    const now = applied(before, mergeEvents(before, { from: 'e1', into: 'e2' }, at))
    expect([...now.sheet.values()].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      { id: 's2', coder: 'bob', ...sheet, subject: 'e2' },
      { id: 's3', coder: 'ann', subject: 'e2', coded: ['themes', 'scale'], memo: 'clear\n\nunsure', modified: LATER },
    ])
  })
})

test('proposals become events in one step; what has an event by now stays there', () => {
  const before = start()
  for (const id of ['a4', 'a5']) putRecord(before, 'article', id, article(id, id, { date: '2024-05-01' }))
  const outcome = acceptProposals(before, [
    { event: null, name: ' Strike ', articles: ['a4', 'a1', 'gone'] }, { event: 'e2', name: '', articles: ['a3', 'a4'] }, { event: 'away', name: '', articles: ['a5'] }, { event: null, name: ' ', articles: ['a5'] },
  ], { id: ids('e-') })
  const now = applied(before, outcome)
  expect(outcome?.label).toBe('make 1 event of 2 articles')
  expect([...now.article.values()].map(({ id, event }) => `${id} ${event}`)).toEqual(['a1 e1', 'a2 e2', 'a3 e2', 'a4 e-1', 'a5 null'])
  expect(now.event.get('e-1')).toEqual({ id: 'e-1', name: 'Strike', date: '2024-05-01', variables: {} })
  expect(acceptProposals(now, [{ event: null, name: 'Again', articles: ['a1', 'a4'] }], { id: ids() })).toBeNull()
  expect(acceptProposals(before, [{ event: 'e1', name: '', articles: ['a3'] }], { id: ids() })?.label).toBe('add 1 article to an event')
})
