import { expect, test } from 'vitest'
import type { Entity } from '../../../src/domain/project/entity'
import { findEntities, normalName } from '../../../src/domain/project/entityNames'

const entity = (id: string, name: string, ...aliases: string[]): Entity => ({ id, name, kind: 'person', aliases, memo: '' })
const register = [entity('kim', 'Kim Jong Un', 'the chairman', 'North Korea’s leader'), entity('lee', 'Lee Dune'), entity('un', 'United Nations', 'UN'), entity('joe', 'Ísland Íbéria')]

const found = (typed: string): string[] => findEntities(register, typed, 10).map(({ entity: { id }, alias, fit }) => `${id} ${fit}${alias === null ? '' : ` ${alias}`}`)

test('names are compared without case, accents and punctuation', () => {
  expect(normalName('  Ísland  Íbéria ')).toBe('island iberia')
  expect(normalName('KIM JONG-UN')).toBe(normalName('Kim Jong Un'))
  expect(normalName('北京')).toBe('北京')
  expect(normalName('…')).toBe('…')
})

test('the best fit comes first: the very name, its beginning, a word, something inside', () => {
  expect(found('un')).toEqual(['un same UN', 'kim word', 'lee inside'])
  expect(found('UNI')).toEqual(['un beginning'])
  expect(found('iberia')).toEqual(['joe word'])
  expect(found('nobody')).toEqual([])
})

test('an alias speaks for its entity', () => {
  expect(found('the chair')).toEqual(['kim beginning the chairman'])
  expect(found('leader')).toEqual(['kim word North Korea’s leader'])
})

test('while nothing is typed all are found, by name, as many as asked for', () => {
  expect(findEntities(register, '', 3).map((one) => one.entity.name)).toEqual(['Ísland Íbéria', 'Kim Jong Un', 'Lee Dune'])
})
