import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { occurrences } from '../../../src/domain/text/occurrences'
import { withMarks } from '../../fixtures/marked'

const find = (text: string, words: string, more: { matchCase?: boolean; whole?: boolean } = {}): string =>
  withMarks(text, occurrences(text, { words, matchCase: false, whole: false, ...more }))

describe('a string is found', () => {
  test('wherever it stands, without overlaps', () => {
    expect(find('just fight, a just fight', 'just fight')).toBe('<just fight>, a <just fight>')
    expect(find('aaaa', 'aa')).toBe('<aa><aa>')
  })

  test('in any case, or in this one', () => {
    expect(find('Just fight, just fight', 'just fight')).toBe('<Just fight>, <just fight>')
    expect(find('Just fight, just fight', 'just fight', { matchCase: true })).toBe('Just fight, <just fight>')
  })

  test('as whole words: letters of any script and digits make a word longer', () => {
    expect(find('Kim, Kims, Kimé, 2Kim', 'Kim', { whole: true })).toBe('<Kim>, Kims, Kimé, 2Kim')
  })

  test('across line ends and odd spaces', () => {
    expect(find('a just\n fight', 'just fight')).toBe('a <just\n fight>')
  })

  test('letter by letter, whatever it means elsewhere', () => {
    expect(find('(a.b)* [x]- $1', '(a.b)*')).toBe('<(a.b)*> [x]- $1')
    expect(find('so-called 😀', '😀')).toBe('so-called <😀>')
    expect(find('anything', ' ')).toBe('anything')
  })
})

test('whatever is cut out of a text is found where it was cut', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
    const [start, end] = [a % text.length, b % (text.length + 1)].sort((x, y) => x - y) as [number, number]
    const words = text.slice(start, end)
    fc.pre(words.trim() === words && words !== '' && !/\p{Surrogate}/u.test(words))
    const found = occurrences(text, { words, matchCase: true, whole: false })
    expect(found.length).toBeGreaterThan(0)
    for (const span of found) expect(text.slice(span.start, span.end).split(/\s+/)).toEqual(words.split(/\s+/))
  }), { seed: 20261121 })
})

test('no more are looked for than asked', () => {
  expect(occurrences('a a a a', { words: 'a', matchCase: false, whole: false }, 2)).toHaveLength(2)
})
