import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Link } from '../../../src/domain/synopsis/parallel'
import { rejectedPassages } from '../../../src/domain/synopsis/rejectedPassages'
import { isSamePlace, latestRuling, ruledPairs, type PlacedRuling, type RuledPair } from '../../../src/domain/synopsis/ruledPlaces'
import { sharedPassages, type SharedPassage } from '../../../src/domain/synopsis/sharedPassages'
import { overlaps } from '../../../src/domain/text/span'
import { link, place, ruling, weak, written } from '../../fixtures/links'

const articles = ['a', 'b', 'c', 'd', 'e', 'f']
const group = (links: readonly Link[], rulings: readonly PlacedRuling[] = []): readonly SharedPassage[] => sharedPassages(links, rulings, articles)
const shown = (passages: readonly SharedPassage[]): readonly string[] => passages.map(({ places, state }) => `${places.map(written).join(' ')} ${state}`)

describe('what is found', () => {
  test('hangs together by places that are the same, in the order of the articles', () => {
    expect(shown(group([link('b:0-10', 'c:5-15'), link('a:0-10', 'b:0-12'), link('c:40-50', 'a:30-40')]))).toEqual(['a:0-10 b:0-12 c:5-15 strong', 'a:30-40 c:40-50 strong'])
    expect(shown(sharedPassages([link('b:0-10', 'c:5-15'), link('a:0-10', 'b:0-12')], [], ['c', 'b']))).toEqual(['c:5-15 b:0-10 strong'])
  })

  test('is not one where places have less than half in common', () => {
    expect(shown(group([link('a:0-10', 'b:0-10'), link('a:6-16', 'c:0-10')]))).toEqual(['a:0-10 b:0-10 strong', 'a:6-16 c:0-10 strong'])
    expect(shown(group([link('a:0-10', 'b:0-10'), link('a:5-15', 'c:0-10')]))).toEqual(['a:0-15 b:0-10 c:0-10 strong'])
  })

  test('may have two places of one article', () => {
    expect(shown(group([link('a:0-10', 'b:0-10'), link('a:90-100', 'b:0-10')]))).toEqual(['a:0-10 a:90-100 b:0-10 strong'])
  })

  test('is only added to by suggestions, never made one by them', () => {
    const strong = [link('a:0-10', 'b:0-10'), link('c:0-10', 'd:0-10')]
    expect(shown(group([...strong, weak('b:0-10', 'c:0-10')]))).toEqual(['a:0-10 b:0-10 strong', 'c:0-10 d:0-10 strong'])
    expect(shown(group([...strong, weak('b:0-10', 'e:0-10', 0.2), weak('c:0-10', 'e:1-10', 0.3)]))).toEqual(['a:0-10 b:0-10 strong', 'c:0-10 d:0-10 e:0-10 strong'])
    expect(shown(group([...strong, weak('e:0-10', 'f:0-10')]))).toEqual(['a:0-10 b:0-10 strong', 'c:0-10 d:0-10 strong', 'e:0-10 f:0-10 suggested'])
    // A long place of a suggestion does not reach over two strong ones.
    expect(shown(group([link('a:0-10', 'b:0-10'), link('a:20-30', 'c:0-10'), weak('a:0-30', 'd:0-30')]))).toEqual(['a:0-10 b:0-10 d:0-30 strong', 'a:20-30 c:0-10 strong'])
  })

  test('is two where an article says both, unless most of the one is tied to the other', () => {
    const two = [link('a:0-10', 'b:0-10'), link('a:20-30', 'b:20-30'), link('a:0-10', 'c:0-10'), link('a:20-30', 'c:20-30'), link('b:0-10', 'c:0-10'), link('b:20-30', 'c:20-30')]
    expect(shown(group([...two, link('a:0-10', 'b:20-30', { strength: 0.5 })]))).toEqual(['a:0-10 b:0-10 c:0-10 strong', 'a:20-30 b:20-30 c:20-30 strong'])
    // A headline says what the body says again, and the others too.
    expect(shown(group([...two.slice(0, 1), ...two.slice(2, 3), ...two.slice(4, 5), link('a:90-99', 'b:0-10'), link('a:90-99', 'c:0-10')]))).toEqual(['a:0-10 a:90-99 b:0-10 c:0-10 strong'])
  })

  test('keeps its id when other articles come before it', () => {
    const links = [link('b:0-10', 'c:5-15'), link('a:0-10', 'b:0-12')]
    expect(sharedPassages(links, [], ['c', 'b', 'a'])[0]?.id).toBe(group(links)[0]?.id)
  })
})

describe('rulings', () => {
  const three = [link('a:0-10', 'b:0-10'), link('b:0-10', 'c:0-10'), link('a:0-10', 'c:0-10')]

  test('hold together what is not found any more', () => {
    const [only, ...more] = group([], [ruling('r1', 'together', ['a:0-10 b:0-10'])])
    expect(more).toEqual([])
    expect(only).toMatchObject({ state: 'confirmed', links: [], strength: 1, kind: 'wording' })
    expect(only?.places.map(written)).toEqual(['a:0-10', 'b:0-10'])
  })

  test('keep apart what is found, and list it as rejected', () => {
    const whole = [ruling('r1', 'apart', ['a:0-10', 'b:0-10', 'c:0-10'])]
    expect(group(three, whole)).toEqual([])
    expect(rejectedPassages(three, whole, articles, []).map(({ id, places, links, state }) => [id, places.map(written).join(' '), links.length, state])).toEqual([['rejected:r1', 'a:0-10 b:0-10 c:0-10', 3, 'rejected']])
    const part = [ruling('r1', 'apart', ['a:0-10', 'b:0-10 c:0-10'])]
    const left = group(three, part)
    expect(shown(left)).toEqual(['b:0-10 c:0-10 strong'])
    expect(rejectedPassages(three, part, articles, left)).toHaveLength(1)
  })

  test('that only divide are not listed as rejected', () => {
    const links = [...three, link('c:0-10', 'd:0-10')]
    const rulings = [ruling('r1', 'apart', ['a:0-10 b:0-10', 'c:0-10 d:0-10'])]
    expect(shown(group(links, rulings))).toEqual(['a:0-10 b:0-10 strong', 'c:0-10 d:0-10 strong'])
    expect(rejectedPassages(links, rulings, articles, group(links, rulings))).toEqual([])
  })

  test('count the later before the earlier', () => {
    const [early, late] = ['2026-03-01T09:30:00.000Z', '2026-03-02T09:30:00.000Z']
    expect(shown(group(three, [ruling('r1', 'together', ['a:0-10 b:0-10'], early), ruling('r2', 'apart', ['a:0-10', 'b:0-10 c:0-10'], late)]))).toEqual(['b:0-10 c:0-10 strong'])
    expect(shown(group(three, [ruling('r1', 'together', ['a:0-10 b:0-10'], late), ruling('r2', 'apart', ['a:0-10', 'b:0-10', 'c:0-10'], early)]))).toEqual(['a:0-10 b:0-10 confirmed'])
    expect(shown(group(three, [ruling('r1', 'together', ['a:0-10 b:0-10'], early), ruling('r2', 'apart', ['a:0-10', 'b:0-10'], early)]))[0]).toMatch(/^[ab]:0-10 c:0-10/)
  })

  test('are not overruled by what is found: confirmed passages stay as they are, and stay two', () => {
    const rulings = [ruling('r1', 'together', ['a:0-10 b:0-10']), ruling('r2', 'together', ['c:0-10 d:0-10'])]
    expect(shown(group([link('b:0-10', 'c:0-10')], rulings))).toEqual(['a:0-10 b:0-10 confirmed', 'c:0-10 d:0-10 confirmed'])
    // A longer place that is found later does not make the confirmed one longer.
    const [longer] = group([link('b:0-18', 'e:0-18')], rulings)
    expect(shown(longer ? [longer] : [])).toEqual(['a:0-10 b:0-10 e:0-18 confirmed'])
    expect(longer?.links[0]?.a).toEqual(place('b:0-10'))
    expect(longer?.links[0]?.runs).toEqual([{ a: { start: 0, end: 10 }, b: { start: 0, end: 10 } }])
  })

  test('on places of articles that are not there count for nothing', () => {
    expect(group([], [ruling('r1', 'together', ['a:0-10 gone:0-10'])])).toEqual([])
  })
})

const anyPlace = fc.tuple(fc.constantFrom(...articles), fc.nat(12), fc.integer({ min: 3, max: 9 })).map(([article, start, length]) => `${article}:${start * 4}-${start * 4 + length}`)
const anyLink = fc.tuple(anyPlace, anyPlace, fc.boolean(), fc.constantFrom(0.2, 0.5, 0.8)).filter(([a, b]) => a[0] !== b[0])
  .map(([a, b, strong, strength]) => link(a, b, { strong, strength }))
const anyLinks = fc.array(anyLink, { maxLength: 24 })
const anyRulings = fc.array(fc.tuple(fc.boolean(), fc.uniqueArray(anyPlace, { minLength: 2, maxLength: 4, selector: (one) => one[0] }), fc.nat(9)), { maxLength: 6 })
  .map((all) => all.map(([together, places, minute], i) => ruling(`r${i}`, together ? 'together' : 'apart', together ? [places.join(' ')] : [places[0] ?? '', places.slice(1).join(' ')], `2026-03-01T09:0${minute}:00.000Z`)))

const holds = (passages: readonly SharedPassage[], [p, q]: RuledPair): boolean => passages.some(({ places }) => places.some((one) => isSamePlace(one, p)) && places.some((one) => isSamePlace(one, q)))
const pairs = ({ ruling: { verdict }, groups }: PlacedRuling): readonly RuledPair[] => ruledPairs({ verdict, groups })

describe('any links and rulings', () => {
  const seed = { seed: 20260301, numRuns: 400 }

  test('come to the same in any order', () => {
    fc.assert(fc.property(anyLinks, anyRulings, fc.nat(), (links, rulings, by) => {
      const turned = <T>(list: readonly T[]): T[] => [...list.slice(by % (list.length + 1)), ...list.slice(0, by % (list.length + 1))].reverse()
      expect(group(turned(links), turned(rulings))).toEqual(group(links, rulings))
    }), seed)
  })

  test('never put what is last said to be apart into one passage, and always what is last said to be together', () => {
    fc.assert(fc.property(anyLinks, anyRulings.filter((all) => all.length > 0), (links, rulings) => {
      const passages = group(links, rulings)
      const [last] = [...rulings].sort(latestRuling)
      const asPlaced = ([p, q]: RuledPair): boolean => passages.some(({ places }) => [p, q].every((end) => places.some((one) => written(one) === written(end))))
      const wrong = last ? pairs(last).filter((pair) => (last.ruling.verdict === 'together' ? !holds(passages, pair) : asPlaced(pair))) : []
      expect(wrong).toEqual([])
    }), seed)
  })

  test('give up a decision only for a later one to the contrary', () => {
    fc.assert(fc.property(anyLinks, anyRulings, (links, rulings) => {
      const passages = group(links, rulings)
      const apart = rulings.filter(({ ruling: { verdict } }) => verdict === 'apart').sort(latestRuling)
      const unopposed = rulings.filter((one) => one.ruling.verdict === 'together' && (!apart[0] || latestRuling(one, apart[0]) < 0))
      expect(unopposed.flatMap((one) => pairs(one).filter((pair) => !holds(passages, pair)))).toEqual([])
    }), seed)
  })

  test('come to places that do not overlap, two articles at least, and an id for each', () => {
    fc.assert(fc.property(anyLinks, anyRulings, (links, rulings) => {
      const passages = group(links, rulings)
      expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length)
      for (const { places, links: own } of passages) {
        expect(new Set(places.map(({ article }) => article)).size).toBeGreaterThan(1)
        for (const [i, one] of places.entries()) for (const other of places.slice(i + 1)) expect(one.article === other.article && overlaps(one, other)).toBe(false)
        for (const { a, b } of own) for (const end of [a, b]) expect(places.some((one) => one.article === end.article && one.start <= end.start && end.end <= one.end)).toBe(true)
      }
    }), seed)
  })

  test('stay as they are when all of it is confirmed', () => {
    fc.assert(fc.property(anyLinks, fc.boolean(), (links, onlyStrong) => {
      const found = onlyStrong ? links.filter(({ strong }) => strong) : links
      const passages = group(found)
      const confirmed = passages.map(({ places }, i) => ruling(`r${i}`, 'together', [places.map(written).join(' ')]))
      const wanted = shown(passages.map((one) => ({ ...one, state: 'confirmed' as const })))
      expect(shown(group([], confirmed))).toEqual(wanted)
      const again = group(found, confirmed)
      expect(confirmed.flatMap((one) => pairs(one).filter((pair) => !holds(again, pair)))).toEqual([])
      // Suggestions may be added to what was only suggested before.
      expect(onlyStrong ? shown(again) : wanted).toEqual(wanted)
    }), seed)
  })
})

test('20,000 links of 60 articles are grouped at once', () => {
  const names = Array.from({ length: 60 }, (_, i) => `n${i}`)
  const links = Array.from({ length: 20_000 }, (_, i): Link => {
    const [a, b] = [i % 60, (i * 7 + 1 + Math.floor(i / 60)) % 60]
    const at = (Math.floor(i / 60) % 90) * 40 + (i % 3)
    return link(`n${a}:${at}-${at + 30}`, `n${b === a ? (b + 1) % 60 : b}:${at}-${at + 28}`, { strong: i % 5 > 0, strength: (i % 97) / 97 })
  })
  const took = Array.from({ length: 6 }, () => {
    const before = process.cpuUsage()
    expect(sharedPassages(links, [], names).length).toBeGreaterThan(50)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  // Milliseconds of the processor, all its threads together: other tests may run beside this one.
  expect(Math.min(...took)).toBeLessThan(200)
})
