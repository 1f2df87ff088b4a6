import { describe, expect, test } from 'vitest'
import type { Link } from '../../../src/domain/synopsis/parallel'
import { sharedPassages } from '../../../src/domain/synopsis/sharedPassages'
import { evaluate, pairsIn, precision, recall, told } from '../../fixtures/alignment/evaluate'
import type { GoldFamily, GoldPlace } from '../../fixtures/alignment/putinKim'

const texts = [
  { id: 'courier', text: 'The minister spoke of a “just fight” and promised support. Rain fell on the harbour.' },
  { id: 'post', text: 'A holy struggle, said the minister, who will support the harbour in the rain.' },
]

const place = (article: number, quote: string): GoldPlace => {
  const start = texts[article]?.text.indexOf(quote) ?? -1
  return { article, start, end: start + quote.length, quote }
}

const gold: readonly GoldFamily[] = [
  { says: 'A just fight', evidence: 'quotation', places: [place(0, 'just fight'), place(1, 'holy struggle')] },
  { says: 'Support', evidence: 'wording', places: [place(0, 'promised support'), place(1, 'will support')], also: [place(1, 'said the minister')] },
]

function link(a: string, b: string, strong = true): Link {
  const [x, y] = [place(0, a), place(1, b)]
  return { a: { article: 'courier', start: x.start, end: x.end }, b: { article: 'post', start: y.start, end: y.end }, kind: 'wording', strength: 0.5, strong, runs: [] }
}

const ONE_FOUND = { found: 1, asked: 2, right: 1, shown: 1, filled: 1, pairs: 2 }

describe('links are compared with a gold list', () => {
  test('a link is right where it touches places of one family, and finds them', () => {
    const { strong, misses, falseHits } = evaluate([link('a “just fight” and', 'holy')], gold, texts)
    expect(strong).toEqual(ONE_FOUND)
    expect(misses).toEqual(['Support: [0] promised support | [1] will support'])
    expect(falseHits).toEqual([])
    expect([recall(strong), precision(strong)]).toEqual([0.5, 1])
  })

  test('whichever side comes first, and one link may find several', () => {
    const { a, b, ...rest } = link('“just fight” and promised support', 'A holy struggle, said the minister, who will support')
    expect(evaluate([{ ...rest, a: b, b: a }], gold, texts).strong).toEqual({ ...ONE_FOUND, found: 2, filled: 2 })
  })

  test('it is wrong where the sides belong to different families, to none, or only a word that tells nothing is touched', () => {
    const wrong = [link('just fight', 'will support'), link('Rain fell on the harbour', 'the harbour in the rain'), link('The minister', 'holy struggle'), link('promised support', ', who will')]
    const { strong, misses, falseHits } = evaluate(wrong, gold, texts)
    expect(strong).toEqual({ ...ONE_FOUND, found: 0, right: 0, shown: 4, filled: 0 })
    expect(misses).toHaveLength(2)
    expect(falseHits[0]).toBe('[0] just fight | [1] will support (wording 0.50)')
    expect(told(strong)).toBe('recall 0.000 (0 of 2; cells 0 of 2), precision 0.000 (0 of 4)')
  })

  test('what need not be found is right when it is', () => {
    const { strong } = evaluate([link('promised support', 'said the minister')], gold, texts)
    expect([strong.found, strong.right, strong.shown]).toEqual([0, 1, 1])
  })

  test('suggestions are counted apart', () => {
    const { strong, suggested, falseSuggestions } = evaluate([link('just fight', 'holy struggle'), link('support', 'support', false), link('Rain', 'rain', false)], gold, texts)
    expect([strong.found, strong.shown]).toEqual([1, 1])
    expect(suggested).toEqual({ ...ONE_FOUND, found: 2, right: 1, shown: 2, filled: 2 })
    expect(falseSuggestions).toEqual(['[0] Rain | [1] rain (wording 0.50)'])
  })

  test('pairs within a passage count as found by way of others', () => {
    const places = [{ article: 'courier', start: 0, end: 3 }, { article: 'post', start: 2, end: 5 }, { article: 'herald', start: 4, end: 9 }] as const
    const linked = (a: Link['a'], b: Link['b'], strong: boolean): Link => ({ a, b, kind: 'identical', strength: 0.9, strong, runs: [] })
    const pairs = pairsIn(sharedPassages([linked(places[0], places[1], true), linked(places[1], places[2], true)], [], ['courier', 'post', 'herald']))
    expect(pairs.map(({ a, b, strong }) => [a.article, b.article, strong])).toEqual([['courier', 'post', true], ['courier', 'herald', true], ['post', 'herald', true]])
    expect(pairsIn(sharedPassages([linked(places[0], places[1], false)], [], ['courier', 'post'])).map(({ strong }) => strong)).toEqual([false])
  })
})
