import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logOddsZ, ownWords, type OwnWord } from '../../../src/domain/synopsis/ownWords'
import { count, noTallies, occurrencesIn, type Tallies } from '../../../src/domain/synopsis/wordTally'
import type { EventText } from '../../../src/domain/synopsis/parallel'

const textOf = (text: string, over: Partial<EventText> = {}): EventText => ({ id: 'a1', text, language: 'en', excluded: [], ...over })

function tallied(...texts: readonly EventText[]): Tallies {
  const into = noTallies()
  for (const text of texts) for (const _ of count(text, into));
  return into
}

const find = (words: readonly OwnWord[], key: string): OwnWord | undefined => words.find((one) => one.key === key)

describe('log-odds with a prior', () => {
  test('is what the formula says, worked out by hand', () => {
    // 6 of 100 words against 2 of 300; the prior has 40 words, 8/400 of them this one: 0.8.
    const first = 6.8 / (140 - 6.8)
    const second = 2.8 / (340 - 2.8)
    const variance = 1 / 6.8 + 1 / 2.8
    expect(logOddsZ(6, 100, 2, 300, 40)).toBeCloseTo((Math.log(first) - Math.log(second)) / Math.sqrt(variance), 12)
    // And as a number, so that the test does not only repeat the code.
    expect(logOddsZ(6, 100, 2, 300, 40)).toBeCloseTo(2.5577, 4)
  })

  test('is nothing where a word is as frequent on both sides, or the only one', () => {
    expect(logOddsZ(5, 100, 15, 300)).toBeCloseTo(0, 10)
    expect(logOddsZ(7, 7, 3, 3)).toBe(0)
  })

  test('turns round when the sides change places, and never is no number', () => {
    const side = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 5_000 })).map(([own, more]) => [own, own + more] as const)
    fc.assert(fc.property(side, side, ([a, n], [b, m]) => {
      fc.pre(a + b > 0)
      const z = logOddsZ(a, n, b, m)
      expect(Number.isFinite(z)).toBe(true)
      expect(logOddsZ(b, m, a, n)).toBeCloseTo(-z, 10)
      expect(Math.abs(a / n - b / m) < 1e-9 || Math.sign(z) === Math.sign(a / n - b / m)).toBe(true)
    }), { seed: 5, numRuns: 300 })
  })
})

describe('own words', () => {
  const courier = tallied(textOf('The minister praised a holy struggle. “A holy struggle,” the paper wrote, a holy struggle for the port.'))
  const post = tallied(textOf('The minister spoke of a just fight in the port. The fight is just, the minister said, and just it is.'))

  test('puts what one outlet has alone first and what it lacks last', () => {
    const found = ownWords(courier, post)
    expect(found.filter(({ telling }) => telling).slice(0, 3).map(({ key }) => key).sort()).toEqual(['holy', 'holy struggle', 'struggle'])
    expect(found.filter(({ telling }) => telling).slice(-2).map(({ key }) => key).sort()).toEqual(['fight', 'just'])
    expect(find(found, 'holy struggle')).toMatchObject({ of: 2, own: 3, others: 0, name: false, telling: true })
    expect(find(found, 'holy')?.ownRate).toBeCloseTo(3_000 / 18, 10)
    expect(find(found, 'the')?.telling).toBe(false)
  })

  test('the other side has the same words with the other sign', () => {
    const [there, back] = [ownWords(courier, post), ownWords(post, courier)]
    expect(back.length).toBe(there.length)
    for (const one of there) expect(find(back, one.key)?.z).toBeCloseTo(-one.z, 10)
  })

  test('leaves out rare words, and all where a side has none', () => {
    expect(find(ownWords(courier, post), 'praised')).toBeUndefined()
    expect(find(ownWords(courier, post, 1), 'praised')).toMatchObject({ own: 1, others: 0 })
    expect(ownWords(courier, noTallies())).toEqual([])
  })

  test('knows names by capitals that no sentence begins with', () => {
    const found = ownWords(tallied(textOf('At Lunde Harbour the boats wait. Boats from Lunde Harbour wait.')), post, 1)
    expect(found.filter(({ name }) => name).map(({ written }) => written).sort()).toEqual(['Harbour', 'Lunde', 'Lunde Harbour'])
    expect(find(found, 'boats')?.written).toBe('boats')
  })
})

describe('words of a text', () => {
  const keys = (text: EventText): readonly string[] => [...occurrencesIn(text)].flat().map(({ key }) => key)

  test('are one whatever their accents, capitals and apostrophes; pairs end where a sign stands between', () => {
    expect(keys(textOf('The Premier’s café-bar, closed'))).toEqual(['the', 'premier', 'the premier', 'cafe', 'premier cafe', 'bar', 'cafe bar', 'closed'])
  })

  test('stand where the text has them, without what is excluded', () => {
    const text = 'Advertisement\n\nA holy struggle.\nShare this'
    const found = [...occurrencesIn(textOf(text, { excluded: [{ start: 0, end: 13 }, { start: 32, end: 42 }] }))].flat()
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['A', 'holy', 'A holy', 'struggle', 'holy struggle'])
  })

  test('are found where they are written without spaces', () => {
    expect(keys(textOf('圣战开始了', { language: 'zh' })).length).toBeGreaterThan(1)
  })
})
