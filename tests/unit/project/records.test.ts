import { expect, test } from 'vitest'
import { annotationsInOrder, putRecord } from '../../../src/domain/project/records'
import { annotation, records } from '../../fixtures/records'

const idsOf = (made: ReturnType<typeof records>, article: string): string[] => annotationsInOrder(made, article).map((one) => one.id)

test('annotations come in the order of the text, longer first, then by id', () => {
  const made = records([], [annotation('d', 'one two <three>'), annotation('b', '<one> two three'), annotation('a', '<one> two three'), annotation('c', '<one two> three'), annotation('e', '', { unit: 'article' })])
  expect(idsOf(made, 'a1')).toEqual(['e', 'c', 'a', 'b', 'd'])
  expect(idsOf(made, 'elsewhere')).toEqual([])
})

test('the index by article follows what is put, moved and taken out', () => {
  const made = records([], [annotation('n1', '<one>'), annotation('n2', '<one>')])
  putRecord(made, 'annotation', 'n1', annotation('n1', '<one>', { subject: 'a2' }))
  expect([idsOf(made, 'a1'), idsOf(made, 'a2')]).toEqual([['n2'], ['n1']])
  putRecord(made, 'annotation', 'n1', null)
  putRecord(made, 'annotation', 'n2', annotation('n2', 'one <two>', { note: 'x' }))
  expect([...made.annotationsOf.keys()]).toEqual(['a1'])
  expect(annotationsInOrder(made, 'a1')).toEqual([annotation('n2', 'one <two>', { note: 'x' })])
  putRecord(made, 'annotation', 'none', null)
})
