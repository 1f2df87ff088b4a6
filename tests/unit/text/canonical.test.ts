import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText, countWords } from '../../../src/domain/text/canonical'

test('the mark goes, line ends become LF, everything else stays', () => {
  expect(canonicalText('\uFEFFone\r\ntwo\rthree\n')).toBe('one\ntwo\nthree\n')
  const odd = '\u0421osmodrome\u00a0\u200b\u2028\u0085 e\u0301 \uFEFF 😀\t '
  expect(canonicalText(odd)).toBe(odd)
})

test('a canonical text is canonical', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('\r', '\n', 'a', '😀') }), (text) => {
    const once = canonicalText(text)
    expect(canonicalText(once)).toBe(once)
    expect(once).not.toContain('\r')
  }), { seed: 12 })
})

test.each([
  ['', 0], [' \n—… “”', 0], ['one', 1], ['Kim’s four-hour visit, in the U.S.', 6], ['34 million, 5:40 a.m.', 5], ['Лидеры встретились', 2], ['cafe\u0301 au lait', 3], ['a\u200bb', 2],
])('%j has %i words', (text, count) => { expect(countWords(text)).toBe(count) })
