import { expect, test } from 'vitest'
import { likelySameOutlets, outletNaming } from '../../../src/domain/project/outletNames'

const outlets = [
  { id: 'm', name: 'The Meridian', aliases: ['Meridian', 'Meridian, The'], variables: {} },
  { id: 'c', name: 'Courier', aliases: ['the meridian'], variables: {} },
]

test('an outlet gets the name the project knows it by', () => {
  const name = outletNaming(outlets)
  expect(['Meridian', ' MERIDIAN (The)', 'meridian', 'The  meridian', 'courier', ' Velmar Today '].map(name)).toEqual(['The Meridian', 'The Meridian', 'The Meridian', 'The Meridian', 'Courier', 'Velmar Today'])
  expect([name(''), outletNaming([])(' A ')]).toEqual(['', 'A'])
})

test('names that read alike may be the same', () => {
  expect(likelySameOutlets(['Al-Jazeera', 'The Meridian', 'AL JAZEERA', 'Meridian', 'AlJazeera', 'The', 'Courier'])).toEqual([['Al-Jazeera', 'AL JAZEERA', 'AlJazeera'], ['The Meridian', 'Meridian']])
})
