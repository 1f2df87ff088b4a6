import { expect, test } from 'vitest'
import { noRecentCodes, withUsed } from '../../../src/renderer/store/recentCodes'

const used = (...codes: string[]) => codes.reduce(withUsed, noRecentCodes)

test('codes take numbers in the order of their first use and keep them', () => {
  expect(used('a', 'b', 'a', 'c').slots.slice(0, 4)).toEqual(['a', 'b', 'c', null])
  expect(used('a', 'b', 'a', 'c').order).toEqual(['c', 'a', 'b'])
})

test('with nine in use a new one takes the number of the one used longest ago', () => {
  const nine = used('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'a')
  expect(withUsed(nine, 'x').slots).toEqual(['a', 'x', 'c', 'd', 'e', 'f', 'g', 'h', 'i'])
})
