import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paragraphs, sentences, words } from '../../../src/domain/text/segments'
import { withMarks } from '../../fixtures/marked'

const whole = (text: string): { start: number; end: number } => ({ start: 0, end: text.length })
const inSentences = (text: string, language?: string): string => withMarks(text, sentences(text, whole(text), language))
const inWords = (text: string): string => withMarks(text, words(text, whole(text)))

test('paragraphs are lines that hold something', () => {
  const text = '\n\nOne.\n \t\nTwo\n\u00a0\n  three  '
  expect(withMarks(text, paragraphs(text))).toBe('\n\n<One.>\n \t\n<Two>\n\u00a0\n<  three  >')
  expect(paragraphs('')).toEqual([])
})

describe('sentences', () => {
  test.each([
    ['<One two.> <Three?> <“Four!”>'],
    ['<Talks with Dr. Smith and the U.S. Treasury ended on Sept. 13.> <Nobody spoke.>'],
    ['<George W. Bush left.> <J. D. Vance came.>'],
    ['<It cost 3.5 million.>\n<Then it ended>'],
    ['<The last one ends with Sen.>'],
    ['  <No full stop>  '],
  ])('%s', (source) => { expect(inSentences(source.replace(/[<>]/g, ''))).toBe(source) })

  test('an unknown or empty language is read as English', () => {
    for (const language of ['', 'not a tag', 'x-klingon']) expect(inSentences('One. Two.', language)).toBe('<One.> <Two.>')
  })

  test('lie within what was asked for', () => {
    const text = 'One two. Three four. Five.'
    expect(withMarks(text, sentences(text, { start: 4, end: 14 }))).toBe('One <two.> <Three> four. Five.')
  })
})

test('words leave out punctuation and keep apostrophes', () => {
  expect(inWords('“Kim’s” visit — five hours.')).toBe('“<Kim’s>” <visit> — <five> <hours>.')
})

test('whatever the text, segments come in order, apart, not empty, and lose nothing but white space', () => {
  const pieces = fc.array(fc.constantFrom('One', 'Dr', 'U.S', '.', ' ', '\n', '“', '”', '?', '😀', 'é', '\u0301', '、', '会'), { maxLength: 25 })
  fc.assert(fc.property(pieces, (parts) => {
    const text = parts.join('')
    for (const found of [paragraphs(text), sentences(text, whole(text)), words(text, whole(text))]) {
      let last = 0
      for (const span of found) {
        expect(span.start).toBeGreaterThanOrEqual(last)
        expect(span.end).toBeGreaterThan(span.start)
        last = span.end
      }
    }
    expect(sentences(text, whole(text)).map((span) => text.slice(span.start, span.end)).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  }), { seed: 13 })
})
