import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, placeOf, spanOf } from '../../../src/domain/text/fold'
import { foldedCharacter } from '../../../src/domain/text/foldedCharacter'
import { latinLookalike } from '../../../src/domain/text/lookalikes'
import { splitsPair } from '../../../src/domain/text/span'
import { pieces } from '../../fixtures/searching'

const folded = (text: string): string => fold(text).text

describe('a search passes over', () => {
  test('capitals, accents and strokes', () => {
    expect(folded('ÉTÉ Łódź e\u0301te\u0301')).toBe('ete lodz ete')
    expect(folded('STRASSE Straße')).toBe('strasse strasse')
    expect(folded('İstanbul ısı')).toBe('istanbul isi')
  })

  test('typographic signs', () => {
    expect(folded('“so‑called” ‘just’ – 1914—18…')).toBe(`"so-called" 'just' - 1914-18...`)
  })

  test('any amount of any white space', () => {
    expect(folded('a\u00a0\u2009b\n\n c')).toBe('a b c')
  })

  test('what can’t be seen', () => {
    expect(folded('Cos\u00admo\u200bdro\u2060me\u202e\ufe0f\u{e0041}')).toBe('cosmodrome')
  })

  test('letters that look Latin', () => {
    expect(folded('Сosmodrome')).toBe('cosmodrome')
    expect(folded('ＣＯＳＭＯ 𝐜𝓸𝖘𝚖𝗈 ΝΑΤΟ')).toBe('cosmo cosmo nato')
  })
})

describe('a search does not take for the same', () => {
  test('letters of one script that differ in more than an accent', () => {
    expect(folded('か') === folded('が')).toBe(false)
    expect(folded('कि') === folded('क')).toBe(false)
    expect(folded('한')).toBe('한')
    expect(folded('´')).toBe(`'`)
  })

  test('but both cases of a letter of any script', () => {
    for (const letter of 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяαβγδεζηθικλμνξοπρστυφχψωաբգდ') expect(folded(letter.toUpperCase())).toBe(folded(letter))
    expect(folded('ΟΔΟΣ')).toBe(folded('οδος'))
  })
})

test('where capitals count, letters that look Latin are Latin in their case', () => {
  expect(fold('Сosmo – ВBC, É', 'case').text).toBe('Cosmo - BBC, E')
})

test('what looks like a Latin letter is none itself', () => {
  expect(['С', 'с', 'ν', '𝐀', 'ｚ'].map(latinLookalike)).toEqual(['C', 'c', 'v', 'A', 'z'])
  expect(['C', 'é', 'ж', ' ', 'ﬁ', '1'].map(latinLookalike)).toEqual([null, null, null, null, null, null])
})

const texts = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 2 })), { maxLength: 30 }).map((parts) => parts.join(''))

test('folding is folding each character, but that white space is one space', () => {
  fc.assert(fc.property(texts, (text) => {
    expect(folded(text)).toBe(Array.from(text, (one) => foldedCharacter(one, 'plain')).join('').replace(/ +/g, ' '))
  }), { seed: 41 })
})

test('what is folded already stays as it is', () => {
  fc.assert(fc.property(texts, (text) => {
    expect(folded(folded(text))).toBe(folded(text))
  }), { seed: 42 })
})

test('any stretch of the folded text leads back to one of the text that folds to it', () => {
  fc.assert(fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
    const whole = fold(text)
    fc.pre(whole.text !== '')
    const start = a % whole.text.length
    const end = start + 1 + (b % (whole.text.length - start))
    const span = spanOf(whole, () => text, start, end)
    expect(span.start).toBe(placeOf(whole, start) - (splitsPair(text, placeOf(whole, start)) ? 1 : 0))
    expect(splitsPair(text, span.start) || splitsPair(text, span.end)).toBe(false)
    expect(folded(text.slice(span.start, span.end))).toContain(whole.text.slice(start, end))
  }), { seed: 43, numRuns: 500 })
})
