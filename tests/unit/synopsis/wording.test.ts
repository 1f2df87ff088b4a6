import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Link, Place } from '../../../src/domain/synopsis/parallel'
import { rendering, wording } from '../../../src/domain/synopsis/wording'

const seed = 20230914

interface Laid {
  readonly texts: ReadonlyMap<string, string>
  readonly places: readonly Place[]
}

/** Articles that each are one place, but for a word on either side. */
function laid(renderings: readonly string[]): Laid {
  const ids = renderings.map((_, i) => `a${i}`)
  return { texts: new Map(renderings.map((one, i) => [ids[i] ?? '', `so ${one} so`])), places: renderings.map((one, i) => ({ article: ids[i] ?? '', start: 3, end: 3 + one.length })) }
}

const found = ({ texts, places }: Laid, links: readonly Link[] = []): ReturnType<typeof wording> => wording({ places, links }, (id) => texts.get(id) ?? '')

/** Each rendering with what differs in brackets. */
function shown(...renderings: readonly string[]): readonly string[] {
  const one = laid(renderings)
  const all = found(one)
  return one.places.map((place) => (all.get(place) ?? []).map(({ start, end, agrees }) => {
    const words = one.texts.get(place.article)?.slice(start, end) ?? ''
    return agrees ? words : `[${words}]`
  }).join(''))
}

describe('words that most places have', () => {
  test('agree, and what differs is marked', () => {
    expect(shown('engaged in a just fight to defend its rights', 'engaged in a just fight to defend its rights', 'engaged in a sacred fight to protect its rights')).toEqual(['engaged in a just fight to defend its rights', 'engaged in a just fight to defend its rights', 'engaged in a [sacred] fight to [protect] its rights'])
  })

  test('of two, both differ', () => {
    expect(shown('victory in the just fight over evil', 'victory in the holy struggle over evil')).toEqual(['victory in the [just fight] over evil', 'victory in the [holy struggle] over evil'])
  })

  test('differ where each says it another way', () => {
    expect(shown('a just fight now', 'a sacred fight now', 'a holy fight now')).toEqual(['a [just] fight now', 'a [sacred] fight now', 'a [holy] fight now'])
  })

  test('are not what stands outside of a fragment', () => {
    expect(shown('Velmar is engaged in a just fight against the north', 'just fight', 'a sacred fight')).toEqual(['Velmar is engaged in a just fight against the north', 'just fight', 'a [sacred] fight'])
    expect(shown('Velmar is engaged in a just fight against the north', 'sacred fight')).toEqual(['Velmar is engaged in a [just] fight against the north', '[sacred] fight'])
  })

  test('are the same in other case, accents and apostrophes', () => {
    expect(shown("Velmar’s café", "velmar's CAFE")).toEqual(['Velmar’s café', "velmar's CAFE"])
  })
})

test('a word without content of its own that differs is marked only beside one that does', () => {
  expect(shown('support for all the measures taken', 'support for all measures taken')).toEqual(['support for all the measures taken', 'support for all measures taken'])
  expect(shown('support for the great measures taken', 'support for their new measures taken')).toEqual(['support for [the great] measures taken', 'support for [their new] measures taken'])
  expect(shown('we will not stand', 'we will stand')).toEqual(['we will [not] stand', 'we will stand'])
})

test('white space and signs go with the words that agree', () => {
  expect(shown('“peace, justice!”', '“peace; freedom!”')).toEqual(['“peace, [justice!”]', '“peace; [freedom!”]'])
  expect(shown('…', '…')).toEqual(['…', '…'])
})

test('runs of links say which of equal words are meant', () => {
  const one = laid(['fight one fight two', 'fight two'])
  const [a, b] = one.places
  if (!a || !b) throw new Error('two places')
  const link = (from: number, words: number): Link => ({ a, b, kind: 'identical', strength: 1, strong: true, runs: [{ a: { start: a.start + from, end: a.start + from + words }, b: { start: b.start, end: b.start + words } }] })
  const agreeing = (links: readonly Link[]): readonly boolean[] => (found(one, links).get(a) ?? []).map(({ agrees }) => agrees)
  expect(agreeing([link(10, 9)])).toEqual([true])
  expect(agreeing([link(0, 5)])).toEqual([true, false, true])
})

test('a rendering is the words with single spaces', () => {
  expect(rendering(' a  just\n fight ', { start: 0, end: 16 })).toBe('a just fight')
})

const words = fc.array(fc.constantFrom('just', 'sacred', 'fight', 'the', 'of', 'Fight', 'naïve', ',', '“', '\n', '😀', '不'), { minLength: 1, maxLength: 14 }).map((list) => list.join(' '))

describe('laws', () => {
  test('stretches cover each place without gaps, no two alike beside each other', () => {
    fc.assert(fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (renderings) => {
      const one = laid(renderings)
      const all = found(one)
      expect([...all.keys()]).toEqual(one.places)
      for (const [place, stretches] of all) {
        expect(stretches[0]?.start).toBe(place.start)
        expect(stretches.at(-1)?.end).toBe(place.end)
        for (const [i, { start, end, agrees }] of stretches.entries()) {
          expect(start).toBeLessThan(end)
          const before = stretches[i - 1]
          expect(before === undefined || (before.end === start && before.agrees !== agrees)).toBe(true)
        }
      }
    }), { seed, numRuns: 500 })
  })

  test('places that are all alike agree throughout', () => {
    fc.assert(fc.property(words, fc.integer({ min: 1, max: 5 }), (one, times) => {
      for (const stretches of found(laid(Array.from({ length: times }, () => one))).values()) expect(stretches).toEqual([expect.objectContaining({ agrees: true })])
    }), { seed, numRuns: 200 })
  })

  test('the order of the places changes nothing', () => {
    fc.assert(fc.property(fc.array(words, { minLength: 2, maxLength: 5 }), (renderings) => {
      const one = laid(renderings)
      const turned = found({ ...one, places: [...one.places].reverse() })
      for (const [place, stretches] of found(one)) expect(turned.get(place)).toEqual(stretches)
    }), { seed, numRuns: 500 })
  })
})

test('long places are done with in time', () => {
  const long = 'the just fight of the harbour '.repeat(4_000)
  const begun = performance.now()
  found(laid([long, long, `a ${long.replaceAll('just', 'sacred')}`]))
  expect(performance.now() - begun).toBeLessThan(3_000)
})
