import { describe, expect, test } from 'vitest'
import { Aligner } from '../../../src/domain/align/aligner'
import { sharedPassages } from '../../../src/domain/synopsis/sharedPassages'
import { evaluate, pairsIn, precision, recall, told } from '../../fixtures/alignment/evaluate'
import { putinKim } from '../../fixtures/alignment/putinKim'
import { rarityIn } from '../../fixtures/alignment/rarity'
import { sharedCorpus } from '../../fixtures/alignment/sharedCorpus'

const RECALL = 0.8
const PRECISION = 0.95

const texts = sharedCorpus()

describe.skipIf(!texts)('five real articles on one event (skipped where ../shared is absent)', () => {
  const articles = texts ?? []

  test('the gold list stands in them as it says, and is long enough', () => {
    const misplaced = putinKim.flatMap(({ places, also = [] }) => [...places, ...also]).filter(({ article, start, end, quote }) =>
      articles[article]?.text.slice(start, start + quote.length) !== quote || end < start + quote.length || quote.split(/\s+/).length > 12)
    expect(misplaced).toEqual([])
    expect(putinKim.filter(({ places, also = [] }) => new Set([...places, ...also].map(({ article }) => article)).size < 2)).toEqual([])
    expect(evaluate([], putinKim, articles).strong).toMatchObject({ asked: 211, pairs: 113 })
  })

  test(`what is shown as found has a recall of ${RECALL} at a precision of ${PRECISION} at least`, () => {
    const { links } = new Aligner(rarityIn(articles)).align(articles)
    const { strong, suggested, misses, falseHits, falseSuggestions } = evaluate(links, putinKim, articles)
    const grouped = evaluate(pairsIn(sharedPassages(links, [], articles.map(({ id }) => id))), putinKim, articles)
    const reached = recall(strong) >= RECALL && precision(strong) >= PRECISION
    console.log([`A3 | strong: ${told(strong)} | with suggestions: ${told(suggested)} | pairs within passages, strong: ${told(grouped.strong)}`, ...(reached ? [] : ['Misses', ...misses, 'False hits', ...falseHits, 'False suggestions', ...falseSuggestions])].join('\n'))
    expect(recall(strong)).toBeGreaterThanOrEqual(RECALL)
    expect(precision(strong)).toBeGreaterThanOrEqual(PRECISION)
  })
})
