import { expect, test } from 'vitest'
import { fits, signatureOf, type ColumnMapping } from '../../../../src/domain/import/mapping'

const mapping: ColumnMapping = { roles: { text: 'body', date: 'day' }, variables: ['desk'], dates: null }

test('tables with the same columns have the same signature, whatever their order', () => {
  expect(signatureOf(['body', 'day', 'desk'])).toBe(signatureOf(['desk', 'body', 'day']))
  expect(signatureOf(['body', 'day'])).not.toBe(signatureOf(['body', 'day', 'desk']))
  expect(signatureOf(['a,b'])).not.toBe(signatureOf(['a', 'b']))
})

test('a mapping fits a table that has all its columns, and perhaps more', () => {
  expect(fits(mapping, ['desk', 'body', 'day', 'more'])).toBe(true)
  expect(fits(mapping, ['body', 'day'])).toBe(false)
  expect(fits(mapping, ['body', 'desk'])).toBe(false)
  expect(fits({ roles: { text: 'toString' }, variables: [], dates: null }, [])).toBe(false)
})
