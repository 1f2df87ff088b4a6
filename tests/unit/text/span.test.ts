import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { legalSpan, overlaps, sameSpan, splitsPair, trimmedSpan } from '../../../src/domain/text/span'
import { marked, withMarks } from '../../fixtures/marked'

const shown = (text: string, span: ReturnType<typeof legalSpan>): string | undefined => span && withMarks(text, [span])

test('spans that only touch do not overlap', () => {
  const { spans: [one, two, across] } = marked('<one><two>')
  expect(one && two && overlaps(one, two)).toBe(false)
  expect(across).toBeUndefined()
  expect(overlaps({ start: 0, end: 4 }, { start: 3, end: 6 })).toBe(true)
  expect(sameSpan({ start: 0, end: 4 }, { start: 0, end: 4 })).toBe(true)
})

describe('a legal span', () => {
  test('has its ends in order and inside the text', () => {
    expect(shown('one two', legalSpan('one two', 7, 4))).toBe('one <two>')
    expect(shown('one two', legalSpan('one two', -5, 99))).toBe('<one two>')
  })

  test('grows to whole surrogate pairs', () => {
    expect(shown('a😀b', legalSpan('a😀b', 2, 4))).toBe('a<😀b>')
    expect(shown('a😀b', legalSpan('a😀b', 0, 2))).toBe('<a😀>b')
  })

  test('is none where nothing is selected, also inside a pair or beyond the end', () => {
    expect(legalSpan('one', 2, 2)).toBeUndefined()
    expect(legalSpan('a😀b', 2, 2)).toBeUndefined()
    expect(legalSpan('one', 5, 9)).toBeUndefined()
  })

  test('never splits a pair and covers what was asked for', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '😀', ' ', '\n', '𝒞') }), fc.integer({ min: -2, max: 30 }), fc.integer({ min: -2, max: 30 }), (text, a, b) => {
      const span = legalSpan(text, a, b)
      if (!span) return
      expect(splitsPair(text, span.start) || splitsPair(text, span.end)).toBe(false)
      expect(span.start).toBeLessThanOrEqual(Math.max(0, Math.min(a, b)))
      expect(span.end).toBeGreaterThanOrEqual(Math.min(text.length, Math.max(a, b)))
    }), { seed: 11 })
  })
})

test('trimming takes white space off both ends, and leaves none when there is nothing else', () => {
  const { text, span } = marked('one< two \n>three')
  expect(shown(text, trimmedSpan(text, span))).toBe('one <two> \nthree')
  expect(trimmedSpan('a \u00a0\n b', { start: 1, end: 5 })).toBeUndefined()
})
