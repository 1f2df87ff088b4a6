import { expect, test } from 'vitest'
import { editProject } from '../../../src/domain/changes/commands/project'
import { putRecord, THE } from '../../../src/domain/project/records'
import { allMemos } from '../../../src/domain/query/memos'
import { applied } from '../../fixtures/changeLaws'
import { annotation, article, NOW, records } from '../../fixtures/records'

test('memos of all kinds and coders, each where it belongs', () => {
  const made = records([article('a1', 'one two', { event: 'e1' })], [annotation('n1', '<one> two', { note: 'on the annotation' }), annotation('n2', 'one <two>')])
  putRecord(made, 'event', 'e1', { id: 'e1', name: 'Summit', date: '', variables: {} })
  putRecord(made, 'entity', 'p1', { id: 'p1', name: 'the chairman', kind: 'person', aliases: [], memo: 'on the entity' })
  const sheet = (id: string, subject: string, coder: string, memo: string) => { putRecord(made, 'sheet', id, { id, subject, coder, coded: [], memo, modified: NOW }) }
  sheet('s1', 'a1', 'ann', 'on the article')
  sheet('s2', 'a1', 'bob', 'another one on the article')
  sheet('s3', 'e1', 'ann', 'on the event')
  sheet('s4', 'e1', 'bob', '  ')
  putRecord(made, 'project', THE, { id: 'p1', name: 'Study', created: NOW, memo: 'on the project' })

  expect(allMemos(made).map(({ kind, id, coder, text }) => `${kind} ${id} ${coder ?? '-'}: ${text}`)).toEqual([
    'project the -: on the project',
    'event e1 ann: on the event',
    'article a1 ann: on the article',
    'article a1 bob: another one on the article',
    'annotation n1 ann: on the annotation',
    'entity p1 -: on the entity',
  ])
})

test('a project has a name and a memo of its own', () => {
  const start = records()
  const named = applied(start, editProject(start, { name: ' Study ' }))
  expect(named.project.get(THE)).toMatchObject({ name: 'Study', memo: '' })
  expect(applied(named, editProject(named, { memo: 'x' })).project.get(THE)).toMatchObject({ name: 'Study', memo: 'x' })
  expect(editProject(named, { name: 'Study' })).toBeNull()
  expect(editProject(start, { name: '  ' })).toBeNull()
})
