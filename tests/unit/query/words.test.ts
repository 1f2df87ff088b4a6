import { expect, test } from 'vitest'
import { holdsAll, occurrences, wordsOf } from '../../../src/domain/query/words'
import { withMarks } from '../../fixtures/marked'

const drawn = (text: string, typed: string): string => withMarks(text, occurrences(text, wordsOf(typed)))

test('what is typed is words that all have to occur, however they are written', () => {
  expect(wordsOf('  Just   FIGHT ')).toEqual(['just', 'fight'])
  expect(holdsAll('a just and holy fight', wordsOf('fight just'))).toBe(true)
  expect(holdsAll('a just war', wordsOf('fight just'))).toBe(false)
  expect(wordsOf('   ')).toEqual([])
})

test('words are drawn wherever they stand, once where they overlap', () => {
  expect(drawn('A just fight, unjust.', 'JUST fight')).toBe('A <just> <fight>, un<just>.')
  expect(drawn('hegemony', 'hege gemony')).toBe('<hegemony>')
  expect(drawn('nothing', 'x')).toBe('nothing')
})
