import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decode } from '../../../src/formats/decode'
import { plainTextFacts } from '../../../src/formats/plainText'
import { writtenDate } from '../../../src/formats/writtenDate'

describe('the date a line is nothing but', () => {
  test.each([
    'September 18, 2023', 'Sept. 18, 2023', 'Sep 18 2023', '18 September 2023', '18th September, 2023', 'Monday, September 18, 2023', 'Mon 18 Sept 2023', '2023-09-18', '  SEPTEMBER  18, 2023 ',
  ])('%s', (line) => { expect(writtenDate(line)).toBe('2023-09-18') })

  test.each([
    '09/18/2023', '18.09.2023', '09-18-2023', 'February 30, 2023', '2023-13-01', '2023-00-10', 'September 2023', '2023', 'Published September 18, 2023', 'September 18, 2023 at 4 p.m.', 'Marchand 3, 2023', '31 April 2023', 'May 0, 2023',
  ])('not: %s', (line) => { expect(writtenDate(line)).toBeUndefined() })
})

describe('headline and date of a plain text', () => {
  test('are what stands at its top', () => {
    expect(plainTextFacts('\n\n  A headline  \n\nMarch 12, 2024\n\nBody.')).toEqual({ headline: 'A headline', date: '2024-03-12' })
    expect(plainTextFacts('March 12, 2024\nA headline\nBody.')).toEqual({ headline: 'A headline', date: '2024-03-12' })
  })

  test('stay empty where the text does not give them', () => {
    expect(plainTextFacts(`${'A whole paragraph, not a headline. '.repeat(7)}\nBody`)).toEqual({ headline: '', date: '' })
    expect(plainTextFacts(`Headline${'\nline'.repeat(8)}\nMarch 12, 2024`).date).toBe('')
    expect(plainTextFacts('word '.repeat(2e6))).toEqual({ headline: '', date: '' })
  })

  test('markup and odd signs in a headline are just that', () => {
    expect(plainTextFacts('<script>alert(1)</script>\nBody').headline).toBe('<script>alert(1)</script>')
  })
})

const corpus = new URL('../../../../shared/corpus/putin-kim-2023/', import.meta.url)

test.runIf(existsSync(corpus))('the shared articles give a headline each where they have one, and one date (left out where ../shared is missing)', () => {
  const facts = readdirSync(corpus).sort().map((name) => {
    const read = decode(readFileSync(new URL(name, corpus)))
    return read.ok ? plainTextFacts(read.text) : undefined
  })
  expect(facts.map((one) => one?.date)).toEqual(['', '', '', '', '2023-09-18'])
  expect(facts.map((one) => one?.headline.slice(0, 12))).toEqual(['Putin and Ki', "'Just fight'", '', 'Talks betwee', 'Join our bra'])
})
