import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitsPair } from '../../../src/domain/text/span'
import { spotEntities, spotter, type Named } from '../../../src/domain/text/spot'
import { marked, withMarks } from '../../fixtures/marked'

const named = (id: string, ...names: string[]): Named => ({ id, names })
const register = [named('kim', 'Kim Jong Un', 'Kim', 'the chairman'), named('un', 'United Nations', 'UN'), named('us', 'US'), named('lee', 'Lee', 'the chairman')]

/** What is found, marked in the text. */
const shown = (text: string, entities = register): string => withMarks(text, [...new Map(spotEntities(text, entities).map((one) => [one.start, one])).values()])

describe('names in a text', () => {
  test('are whole words, the longest first', () => {
    expect(shown('Kim Jong Un met Kim, not Kimberley.')).toBe('<Kim Jong Un> met <Kim>, not Kimberley.')
    expect(shown('The UN’s UNESCO')).toBe('The <UN>’s UNESCO')
  })

  test('are found in their own case, those in lower case in any', () => {
    expect(shown('Tell us what the US said')).toBe('Tell us what the <US> said')
    expect(shown('The chairman, THE CHAIRMAN')).toBe('<The chairman>, <THE CHAIRMAN>')
  })

  test('may be broken over a line and have either apostrophe', () => {
    expect(shown('United\nNations, United\u00a0Nations')).toBe('<United\nNations>, <United\u00a0Nations>')
    expect(shown('O’Brien and O\'Brien', [named('o', "O'Brien")])).toBe('<O’Brien> and <O\'Brien>')
  })

  test('need no spaces where a script has none, and know letters of all scripts', () => {
    expect(shown('习近平说普京', [named('xi', '习近平')])).toBe('<习近平>说普京')
    expect(shown('Zoë met Zo', [named('zo', 'Zo')])).toBe('Zoë met <Zo>')
    expect(shown('Путина, Путин', [named('p', 'Путин')])).toBe('Путина, <Путин>')
  })

  test('speak for every entity that is called so', () => {
    expect(spotEntities('said the chairman', register)).toEqual([{ entity: 'kim', start: 5, end: 17 }, { entity: 'lee', start: 5, end: 17 }])
  })

  test('are looked for within a part, of which they must not stick out', () => {
    const { text, span } = marked('Kim <met Kim Jong> Un')
    expect(spotter(register)(text, span)).toEqual([{ entity: 'kim', start: 8, end: 11 }])
    expect(spotEntities('Kim', [named('none', ' ', '')])).toEqual([])
  })
})

test('whatever the text, what is found reads as a name, apart from the rest, and nothing is missed', () => {
  const word = fc.constantFrom('Kim', 'un', 'UN', 'İz', '😀', 'a', 'Lee', '普')
  const names = fc.array(fc.array(word, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(' ')), { minLength: 1, maxLength: 5 })
  const texts = fc.array(fc.oneof(word, fc.constantFrom(' ', ', ', '\n', '-', '’s')), { maxLength: 20 }).map((parts) => parts.join(''))
  const reads = (text: string, name: string): boolean => {
    const so = text.replace(/\s/g, ' ')
    return so === name || (name === name.toLowerCase() && so.toLowerCase() === name)
  }
  fc.assert(fc.property(texts, names, (text, list) => {
    const found = spotEntities(text, list.map((name, i) => named(`e${i}`, name)))
    let last = { start: -1, end: 0 }
    for (const one of found) {
      expect(reads(text.slice(one.start, one.end), list[Number(one.entity.slice(1))] ?? '')).toBe(true)
      expect(splitsPair(text, one.start) || splitsPair(text, one.end)).toBe(false)
      expect(one.start >= last.end || one.start === last.start).toBe(true)
      last = one
    }
    // By itself, between full stops, a name is always found.
    for (const name of list) expect(spotEntities(`. ${name}. `, list.map((one, i) => named(`e${i}`, one)))).toContainEqual({ entity: `e${list.indexOf(name)}`, start: 2, end: 2 + name.length })
  }), { seed: 31 })
})

test('takes no longer with many names', () => {
  const many = Array.from({ length: 20_000 }, (_, i) => named(`e${i}`, `Name ${i}`, `Other ${i}`))
  const text = 'Name 19999 met Other 5 at a summit. '.repeat(3_000)
  const spot = spotter(many)
  const began = performance.now()
  expect(spot(text)).toHaveLength(6_000)
  // A search for each name would take minutes.
  expect(performance.now() - began).toBeLessThan(5_000)
})
