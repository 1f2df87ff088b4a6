import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copyGroups } from '../../../src/domain/align/copyGroups'
import { LEAST_SHARE, MOST_AT_A_MARK, NearDuplicates, shareOf, sharesOf, USUAL_SHARE, type LikePair } from '../../../src/domain/align/nearDuplicates'
import { SHINGLE, sketchOf } from '../../../src/domain/align/sketch'
import { wordHashes } from '../../../src/domain/align/wordHashes'
import { chance, copyOf, story, textOf, wireCorpus } from '../../fixtures/wire'

const seed = 23
const sketch = (text: string): ReturnType<typeof sketchOf> => sketchOf(text, [])
const shares = (a: string, b: string): ReturnType<typeof sharesOf> => sharesOf(sketch(a), sketch(b))

function pairsIn(texts: readonly { readonly id: string; readonly text: string }[]): { pairs: readonly LikePair[]; comparisons: number } {
  const near = new NearDuplicates()
  const pairs = texts.flatMap(({ id, text }) => near.add(id, sketch(text)))
  return { pairs, comparisons: near.comparisons }
}

test('words are compared without case, signs and the way accents are put together', () => {
  const same = ['Jong-un’s café', 'JONG UN\'S cafe\u0301!', '  jong, un — s: «Café»…']
  for (const other of same) expect(wordHashes(other)).toEqual(wordHashes(same[0] ?? ''))
  expect(wordHashes('金正恩')).toHaveLength(3)
  expect(wordHashes('')).toEqual([])
  expect(wordHashes('one two')).not.toEqual(wordHashes('two one'))
})

describe('the share in common', () => {
  test('a short version inside a long one is all of the one and a part of the other', () => {
    const sentences = story(420, chance(1))
    const found = shares(textOf('', sentences), textOf('', sentences.slice(0, 10)))
    expect(found.ofB).toBe(1)
    expect(found.ofA).toBeCloseTo(0.5, 1)
    expect(found.jaccard).toBeCloseTo(0.5, 1)
    expect(shareOf(found)).toBe(1)
  })

  test('what is excluded counts as not there', () => {
    const text = 'The minister opened the bridge on Friday and nobody came to see it.'
    const noise = 'Advertisement: read our other stories about bridges here today.'
    const with_ = `The minister opened the bridge ${noise} on Friday and nobody came to see it.`
    const start = with_.indexOf(noise)
    expect(sharesOf(sketch(text), sketchOf(with_, [{ start, end: start + noise.length }])).jaccard).toBe(1)
    expect(sharesOf(sketch(text), sketchOf(with_, [])).jaccard).toBeLessThan(1)
  })

  test('a text too short for a shingle is one, and an empty one has nothing in common with anything', () => {
    expect(shares('Please try again later', 'please try again, later!').jaccard).toBe(1)
    expect(shares('Please try again later', 'Please try again').jaccard).toBe(0)
    expect(shares('', '')).toEqual({ ofA: 0, ofB: 0, jaccard: 0 })
  })

  const words = fc.array(fc.constantFrom('the', 'bridge', 'minister', 'opened', 'nobody', 'came', 'Friday.', 'Élan', '会', '😀'), { maxLength: 60 }).map((some) => some.join(' '))

  test('is 1 for texts that are the same, the same both ways, and between 0 and 1', () => {
    fc.assert(fc.property(words, words, (a, b) => {
      const [there, back] = [shares(a, b), shares(b, a)]
      expect(there).toEqual({ ofA: back.ofB, ofB: back.ofA, jaccard: back.jaccard })
      for (const share of Object.values(there)) expect(share >= 0 && share <= 1).toBe(true)
      expect(there.jaccard).toBeLessThanOrEqual(Math.min(there.ofA, there.ofB))
      expect(shares(`${a} end`, `${a} end`)).toEqual({ ofA: 1, ofB: 1, jaccard: 1 })
    }), { seed })
  })

  test('a run of as many words as a window and a shingle is found wherever it stands', () => {
    fc.assert(fc.property(fc.nat(), fc.nat(200), fc.nat(200), (n, before, after) => {
      const next = chance(n)
      const run = story(80, next).join(' ').split(' ').slice(0, 12 + SHINGLE - 1).join(' ')
      const marks = new Set(sketch([...story(before, next), run, ...story(after, next)].join(' ')).marks)
      expect(sketch([...story(after, next), run, ...story(before, next)].join(' ')).marks.some((mark) => marks.has(mark))).toBe(true)
    }), { seed, numRuns: 60 })
  })
})

describe('among many texts', () => {
  test('copies are found with the share they have, and nothing else', () => {
    const { texts, planted } = wireCorpus(600)
    const { pairs } = pairsIn(texts)
    const text = new Map(texts.map((one) => [one.id, one.text]))
    for (const { original, copy, kept } of planted) {
      const pair = pairs.find(({ a, b }) => a === original && b === copy)
      expect(pair, `${original} ${copy} ${kept}`).toMatchObject(shares(text.get(original) ?? '', text.get(copy) ?? ''))
      expect(shareOf(pair ?? { ofA: 0, ofB: 0 })).toBeGreaterThan(kept - 0.15)
    }
    // Copies of one original are like each other too; nobody else is.
    const groups = copyGroups(planted.map(({ original, copy }) => ({ a: original, b: copy, ofA: 1, ofB: 1, jaccard: 1 })), 1)
    const together = new Map(groups.flatMap(({ articles }, i) => articles.map((id) => [id, i] as const)))
    for (const { a, b } of pairs) expect(together.get(a), `${a} ${b}`).toBe(together.get(b) ?? 'none')
  })

  test('comparing each with each finds the same', () => {
    fc.assert(fc.property(fc.nat(), (n) => {
      const { texts } = wireCorpus(30, n)
      const sketches = texts.map(({ id, text }) => ({ id, sketch: sketch(text) }))
      const all = sketches.flatMap((a, i) => sketches.slice(i + 1).flatMap((b) => {
        const found = sharesOf(a.sketch, b.sketch)
        return shareOf(found) >= LEAST_SHARE ? [`${a.id} ${b.id} ${shareOf(found)}`] : []
      }))
      expect(pairsIn(texts).pairs.map((pair) => `${pair.a} ${pair.b} ${shareOf(pair)}`).sort()).toEqual(all.sort())
    }), { seed, numRuns: 15 })
  })

  test('what it costs grows with the number of texts, also where all are the same', () => {
    const apart = (size: number): number => pairsIn(wireCorpus(size).texts).comparisons
    expect(apart(800)).toBeLessThan(apart(400) * 2.5)
    const next = chance(3)
    const sentences = story(200, next)
    const all = Array.from({ length: 300 }, (_, i) => ({ id: `a${i}`, text: textOf(`Headline ${i}`, copyOf(sentences, 0.9, 'shortened', next)) }))
    const { pairs, comparisons } = pairsIn(all)
    expect(comparisons).toBeLessThan(all.length * 3 * MOST_AT_A_MARK)
    expect(copyGroups(pairs, USUAL_SHARE).map(({ articles }) => articles.length)).toEqual([300])
  })

  test('a line that all texts have makes no comparisons and no copies', () => {
    const texts = wireCorpus(400).texts.filter((_, i) => i % 10 < 8).map(({ id, text }) => ({ id, text: `${text}\n\nReporting by our staff in the capital and abroad, editing by the night desk; follow us on every channel there is.` }))
    const { pairs, comparisons } = pairsIn(texts)
    expect(pairs).toEqual([])
    expect(comparisons).toBe(0)
  })
})

describe('groups', () => {
  const pair = (a: string, b: string, share: number): LikePair => ({ a, b, ofA: share, ofB: share / 2, jaccard: share / 2 })
  const pairs = [pair('a', 'b', 0.6), pair('b', 'c', 0.55), pair('d', 'e', 0.9), pair('c', 'd', 0.4)]

  test('hold together what hangs together, with most in common first', () => {
    expect(copyGroups(pairs, 0.5).map(({ articles }) => articles)).toEqual([['d', 'e'], ['a', 'b', 'c']])
    expect(copyGroups(pairs, 0.3).map(({ articles }) => [...articles].sort())).toEqual([['a', 'b', 'c', 'd', 'e']])
    expect(copyGroups(pairs, 0.95)).toEqual([])
    expect(copyGroups(pairs, 0.5)[1]?.pairs).toEqual(pairs.slice(0, 2))
  })
})
