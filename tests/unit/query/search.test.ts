import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSearch, type Wanted } from '../../../src/domain/query/search'
import { fold } from '../../../src/domain/text/fold'
import { overlaps, splitsPair } from '../../../src/domain/text/span'
import { marked, withMarks } from '../../fixtures/marked'
import { pieces, search, wanted } from '../../fixtures/searching'

/** The text with the hits in pointed brackets. */
const find = (text: string, typed: string, more: Partial<Wanted> = {}): string => withMarks(text, search(text, typed, more))
const phrase = (text: string, typed: string, more: Partial<Wanted> = {}): string => find(text, typed, { as: 'phrase', ...more })

describe('words', () => {
  test('are found wherever they stand, as long as all of them occur', () => {
    expect(find('The sun rose. A son rose.', 'rose sun')).toBe('The <sun> <rose>. A son <rose>.')
    expect(find('The sun rose.', 'rose moon')).toBe('The sun rose.')
  })

  test('are whole ones only where that is asked: letters of any script, accents and digits make them longer', () => {
    expect(find('Kim, Kims, Kimж, 2Kim', 'kim')).toBe('<Kim>, <Kim>s, <Kim>ж, 2<Kim>')
    expect(find('Kim, Kims, Kimж, 2Kim, 𝐀Kim', 'kim', { whole: true })).toBe('<Kim>, Kims, Kimж, 2Kim, 𝐀Kim')
  })

  test('may stand in one text a million times', () => {
    expect(search('nothing\n'.repeat(1_000_000), 'nothing')).toHaveLength(1_000_000)
    expect(search('nothing at\n'.repeat(500_000), 'nothing at')).toHaveLength(1_000_000)
  })

  test('do not cover each other: the first and longest is the hit', () => {
    expect(find('Sunday sun', 'sun sunday')).toBe('<Sunday> <sun>')
  })

  test('stand beside phrases, whose quotation marks may be of any kind or still open', () => {
    for (const typed of ['fight "just war"', 'fight “just war”', 'fight „just war“', 'fight «just war»', 'fight "just war']) expect(find('A just war, no fight; just a war.', typed)).toBe('A <just war>, no <fight>; just a war.')
  })
})

describe('a phrase', () => {
  test('is found without overlaps, across line ends and odd spaces', () => {
    expect(phrase('aaaa', 'aa')).toBe('<aa><aa>')
    expect(phrase('a just\n\u00a0fight', 'just fight')).toBe('a <just\n\u00a0fight>')
  })

  test('is taken letter by letter, whatever it means elsewhere', () => {
    expect(phrase('(a.b)* [x]- $1', '(a.b)*')).toBe('<(a.b)*> [x]- $1')
    expect(phrase('so-called 😀', '😀')).toBe('so-called <😀>')
    expect(phrase('say "so"', '"so"')).toBe('say <"so">')
  })
})

describe('what looks the same is the same', () => {
  test('either way', () => {
    for (const typed of ['Cosmodrome', 'Сosmodrome', 'COSMODROME', 'c\u00adosmodrome']) expect(find('A Сosmodrome, a Cosmodrome.', typed)).toBe('A <Сosmodrome>, a <Cosmodrome>.')
  })

  test('and what can’t be seen belongs to a hit only inside it', () => {
    expect(find('at\u200b the\u200bre\u200b', 'there')).toBe('at\u200b <the\u200bre>\u200b')
    expect(find('cafe\u0301 cafés', 'cafe')).toBe('<cafe\u0301> <café>s')
  })

  test('but not exactly as written', () => {
    expect(find('Сosmodrome, Cosmodrome, cosmodrome', 'Cosmodrome', { exact: true })).toBe('Сosmodrome, <Cosmodrome>, cosmodrome')
    expect(find('a\u200bb ab', '\u200b', { exact: true })).toBe('a<\u200b>b ab')
    expect(find('just\nfight just fight', '"just fight"', { exact: true })).toBe('just\nfight <just fight>')
  })
})

test('capitals count where that is asked, also those of look-alikes', () => {
  expect(phrase('Just fight, just fight', 'just fight', { matchCase: true })).toBe('Just fight, <just fight>')
  expect(find('ВBC bbc', 'BBC', { matchCase: true })).toBe('<ВBC> bbc')
  expect(find('aaA', 'aA', { matchCase: true })).toBe('a<aA>')
})

describe('a regular expression', () => {
  const regex = (text: string, typed: string, more: Partial<Wanted> = {}): string => find(text, typed, { as: 'regex', ...more })

  test('sees the text as it is', () => {
    expect(regex('In 1914 and 2024.', String.raw`\d{4}`)).toBe('In <1914> and <2024>.')
    expect(regex('Kim kim', '^kim')).toBe('<Kim> kim')
    expect(regex('Kim kim', 'kim', { matchCase: true })).toBe('Kim <kim>')
    expect(regex('a 😀 b', '.(?= b)')).toBe('a <😀> b')
  })

  test('of nothing finds nothing, and whole words are whole words', () => {
    expect(regex('bb', 'a*')).toBe('bb')
    expect(regex('war, warm', 'war|warm', { whole: true })).toBe('<war>, <warm>')
  })

  test('that is none is said to be none', () => {
    expect(parseSearch(wanted('(', { as: 'regex' })).problem).toBe('This is no regular expression yet: unterminated group.')
    expect(parseSearch(wanted('a)(b', { as: 'regex', whole: true })).problem).toContain('unmatched')
  })
})

test('nothing is asked for by nothing, space or quotation marks', () => {
  for (const typed of ['', ' ', '"', '“”', '\u200b']) expect(parseSearch(wanted(typed))).toEqual({ search: null, problem: null })
})

test('what is excluded is not looked through, and does not make a word occur', () => {
  const { text, spans } = marked('<Advertisement: sun> The sun rose.')
  expect(withMarks(text, search(text, 'sun', {}, spans))).toBe('Advertisement: sun The <sun> rose.')
  expect(search(text, 'sun advertisement', {}, spans)).toEqual([])
})

const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''))
const few = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('').trim())

test('hits are in order, apart, whole characters, and read as what was asked for', () => {
  fc.assert(fc.property(texts, few, fc.boolean(), fc.boolean(), (text, typed, whole, matchCase) => {
    let last = 0
    for (const { start, end } of search(text, typed, { as: 'phrase', whole, matchCase })) {
      expect(start).toBeGreaterThanOrEqual(last)
      expect(end).toBeGreaterThan(start)
      expect(splitsPair(text, start) || splitsPair(text, end)).toBe(false)
      expect(fold(text.slice(start, end)).text).toContain(fold(typed).text.trim())
      last = end
    }
  }), { seed: 51, numRuns: 500 })
})

test('a phrase is found as often as a plain look at the folded text finds it', () => {
  fc.assert(fc.property(texts, few, (text, typed) => {
    const term = fold(typed).text.trim()
    fc.pre(term !== '')
    expect(search(text, typed, { as: 'phrase' })).toHaveLength(fold(text).text.split(term).length - 1)
  }), { seed: 52, numRuns: 500 })
})

test('exactly as written, hits are where the text has it letter by letter', () => {
  fc.assert(fc.property(texts, few, (text, typed) => {
    fc.pre(typed !== '')
    expect(search(text, typed, { as: 'phrase', exact: true }).map(({ start, end }) => text.slice(start, end))).toEqual(Array.from({ length: text.split(typed).length - 1 }, () => typed))
  }), { seed: 53, numRuns: 500 })
})

test('whatever is cut out of a text is found where it was cut', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
    const [start, end] = [a % text.length, b % (text.length + 1)].sort((x, y) => x - y) as [number, number]
    const words = text.slice(start, end)
    fc.pre(words.trim() === words && fold(words).text.trim() !== '' && !/\p{Surrogate}/u.test(words))
    expect(search(text, words, { as: 'phrase' }).some((hit) => overlaps(hit, { start, end }))).toBe(true)
  }), { seed: 54 })
})
