import { describe, expect, test } from 'vitest'
import { evaluate } from '../../fixtures/alignment/evaluate'
import { putinKim } from '../../fixtures/alignment/putinKim'
import { sharedCorpus } from '../../fixtures/alignment/sharedCorpus'

const texts = sharedCorpus()

describe.skipIf(!texts)('five real articles on one event (skipped where ../shared is absent)', () => {
  const articles = texts ?? []

  test('the gold list stands in them as it says, and is long enough', () => {
    const misplaced = putinKim.flatMap(({ places, also = [] }) => [...places, ...also]).filter(({ article, start, end, quote }) =>
      articles[article]?.text.slice(start, start + quote.length) !== quote || end < start + quote.length || quote.split(/\s+/).length > 12)
    expect(misplaced).toEqual([])
    expect(putinKim.filter(({ places, also = [] }) => new Set([...places, ...also].map(({ article }) => article)).size < 2)).toEqual([])
    expect(evaluate([], putinKim, articles).strong).toMatchObject({ asked: 208, pairs: 110 })
  })
})
