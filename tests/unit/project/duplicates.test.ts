import { expect, test } from 'vitest'
import { likelyDuplicates } from '../../../src/domain/project/duplicates'
import type { Entity } from '../../../src/domain/project/entity'

const entity = (id: string, name: string, ...aliases: string[]): Entity => ({ id, name, kind: 'person', aliases, memo: '' })

test('names that read alike, and names that are another’s alias, may be one', () => {
  expect(likelyDuplicates([entity('a', 'Kim Jong Un'), entity('b', 'Lee'), entity('c', 'KIM JONG-UN'), entity('d', 'Chairman', 'kim jong un')])).toEqual([['a', 'c', 'd']])
  expect(likelyDuplicates([entity('a', 'Kim', 'the leader'), entity('b', 'Lee', 'the leader')])).toEqual([])
  expect(likelyDuplicates([entity('a', 'UN', 'United Nations'), entity('b', 'United Nations', 'UN'), entity('c', 'Lee'), entity('d', 'Léé')])).toEqual([['a', 'b'], ['c', 'd']])
})
