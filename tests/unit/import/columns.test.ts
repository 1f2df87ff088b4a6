import { expect, test } from 'vitest'
import { meaningOf, needsDayOrder, withMeaning } from '../../../src/domain/import/columns'
import type { ColumnMapping } from '../../../src/domain/import/mapping'

const columns = ['id', 'title', 'body', 'paper']
const mapping: ColumnMapping = { roles: { text: 'body', headline: 'title' }, variables: ['id'], dates: 'day-first' }
const meanings = (of: ColumnMapping): string[] => columns.map((one) => meaningOf(of, one))

test('each column means one thing', () => {
  expect(meanings(mapping)).toEqual(['variable', 'headline', 'text', 'ignored'])
  expect(meanings(withMeaning(mapping, columns, 'paper', 'outlet'))).toEqual(['variable', 'headline', 'text', 'outlet'])
  expect(meanings(withMeaning(mapping, columns, 'id', 'ignored'))).toEqual(['ignored', 'headline', 'text', 'ignored'])
  expect(withMeaning(mapping, columns, 'paper', 'variable')).toEqual({ ...mapping, variables: ['id', 'paper'] })
})

test('a column that loses its role to another becomes a variable', () => {
  const now = withMeaning(mapping, columns, 'paper', 'headline')
  expect(meanings(now)).toEqual(['variable', 'variable', 'text', 'headline'])
  expect(now).toEqual({ roles: { text: 'body', headline: 'paper' }, variables: ['id', 'title'], dates: 'day-first' })
})

test('the order of day and month matters only where both could be either', () => {
  expect(needsDayOrder(['2024-03-04', '13/4/2024', '4.13.24', 'March 4, 2024', ''])).toBe(false)
  expect(needsDayOrder(['13/04/2024', '03/04/2024'])).toBe(true)
  expect(needsDayOrder(['3.4.24 10:00'])).toBe(true)
})
