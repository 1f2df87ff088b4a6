import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentWords } from '../../../src/domain/align/contentWords'
import { dayRange, daysOver, together } from '../../../src/domain/align/dayRange'
import { EventProposals, type ProposedEvent, type ToldArticle } from '../../../src/domain/align/proposeEvents'
import { newsArticles } from '../../fixtures/newsEvents'

const told = ({ id, headline, date, text }: { id: string; headline: string; date: string; text: string }, over: Partial<ToldArticle> = {}): ToldArticle =>
  ({ id, headline, date, text, excluded: [], event: null, mentioned: [], ...over })

function proposed(articles: readonly ToldArticle[]): readonly ProposedEvent[] {
  const proposals = new EventProposals()
  for (const one of articles) proposals.add(one)
  return proposals.proposals()
}

/** Ids of each proposal, both in an order of their own. */
const groups = (proposals: readonly ProposedEvent[]): readonly string[] => proposals.map(({ articles }) => articles.map(({ id }) => id).sort().join(' ')).sort()

const stories = (among: readonly { id: string; story: string }[]): readonly string[] =>
  [...new Set(among.map(({ story }) => story))].filter(Boolean).map((story) => among.filter((one) => one.story === story).map(({ id }) => id).sort().join(' ')).sort()

const corpus = join(import.meta.dirname, '../../../../shared/corpus/putin-kim-2023')
const shared = (): readonly ToldArticle[] => readdirSync(corpus).filter((file) => file.endsWith('.txt'))
  .map((file) => told({ id: file, headline: '', date: '', text: readFileSync(join(corpus, file), 'utf8').replace(/\r\n?/g, '\n') }))

describe('what a text is about', () => {
  test('names are told from words, by capitals within sentences', () => {
    const found = contentWords('Bridges opened. The ferry Astrid met bridges near Lunde; Astrid’s captain waved. EU ministers said so.', [])
    expect([...found].map(([key, { name }]) => `${key}${name ? '*' : ''}`)).toEqual(['bridges', 'opened', 'ferry', 'astrid*', 'lunde*', 'captain', 'waved', 'ministers'])
    expect(found.get('bridges')).toEqual({ written: 'Bridges', count: 2, name: false })
    expect(contentWords('Ministers of the EU met.', []).has('eu')).toBe(true)
  })

  test('what is excluded tells nothing, and scripts without spaces are read by pairs', () => {
    expect([...contentWords('Harbour closed. Advertisement: bicycles.', [{ start: 16, end: 40 }]).keys()]).toEqual(['harbour', 'closed'])
    expect([...contentWords('金正恩访问', []).keys()]).toEqual(['金正', '正恩', '恩访', '访问'])
  })
})

test('days lie as near as months and years allow', () => {
  const apart = (a: string, b: string): number => {
    const [x, y] = [dayRange(a), dayRange(b)]
    return x && y ? daysOver(together(x, y)) : Number.NaN
  }
  expect([apart('2024-02-28', '2024-03-01'), apart('2024-02', '2024-03-05'), apart('2024', '2024-07-01'), apart('2023', '2024-01-03'), apart('', '2024')]).toEqual([2, 5, 0, 3, Number.NaN])
})

describe('proposed events', () => {
  test('are the events that several outlets tell of, and nothing of what stands alone', () => {
    const proposals = proposed(newsArticles.map((one) => told(one)))
    expect(groups(proposals)).toEqual(stories(newsArticles))
    for (const { event, name, articles } of proposals) {
      expect(event).toBeNull()
      // The most central one comes first and gives the name.
      expect(name).toBe(newsArticles.find(({ id }) => id === articles[0]?.id)?.headline)
      for (const { likeness } of articles) expect(likeness > 0.2 && likeness <= 1).toBe(true)
    }
  })

  test('in whatever order they come in', () => {
    fc.assert(fc.property(fc.shuffledSubarray([...newsArticles], { minLength: newsArticles.length }), (some) => {
      expect(groups(proposed(some.map((one) => told(one))))).toEqual(stories(newsArticles))
    }), { seed: 31, numRuns: 10 })
  })

  test('are one where dates are unknown, unless the texts name other days', () => {
    const strikes = newsArticles.filter(({ story }) => story.startsWith('strike'))
    expect(groups(proposed(newsArticles.map((one) => told(one, { date: '' }))))).toContain(strikes.map(({ id }) => id).sort().join(' '))
    const one = newsArticles.filter(({ story }) => story === 'festival')
    expect(groups(proposed(one.map((article, i) => told(article, i === 0 ? { date: '', mentioned: [article.date] } : {}))))).toEqual(stories(one))
  })

  test('of one word in common need dates that agree', () => {
    const [a, b] = [newsArticles.find(({ id }) => id === 'ferry-1'), newsArticles.find(({ id }) => id === 'ferry-3')]
    if (!a || !b) throw new Error('no ferry')
    const filler = 'Opinion pages dwelt on ministers, pensions, markets, harvests, schools, hospitals, taxes, museums, forests, theatres and weather.'
    const diluted = { ...a, text: `${a.text}\n\n${filler} ${filler.replace('ministers', 'engineers')}` }
    expect(groups(proposed([told(diluted), told(b)]))).toHaveLength(1)
    expect(groups(proposed([told(diluted), told(b, { date: '2024-09-01' })]))).toHaveLength(0)
  })

  test('leave articles that have an event where they are, and may join it', () => {
    const events = new Map([['quake-1', 'e1'], ['quake-2', 'e1'], ['budget-1', 'e2']])
    const proposals = proposed(newsArticles.map((one) => told(one, { event: events.get(one.id) ?? null })))
    expect(proposals.flatMap(({ articles }) => articles.map(({ id }) => id)).filter((id) => events.has(id))).toEqual([])
    expect(proposals.filter(({ event }) => event !== null).map(({ event, articles }) => [event, ...articles.map(({ id }) => id).sort()].join(' ')).sort())
      .toEqual(['e1 quake-3 quake-4', 'e2 budget-2 budget-3 budget-4'])
    expect(proposed(newsArticles.map((one) => told(one, { event: 'e1' })))).toEqual([])
  })

  test('of articles without headlines are named by what weighs most in them', () => {
    const [first] = proposed(newsArticles.filter(({ story }) => story === 'match').map((one) => told(one, { headline: '' })))
    expect(first?.name.split(', ')).toEqual(expect.arrayContaining(['Rovers', 'Eastmoor']))
  })

  test('cost as much for each article, however many there are on one day', () => {
    const comparisons = (times: number): number => {
      const proposals = new EventProposals()
      for (let n = 0; n < times; n += 1) for (const one of newsArticles) proposals.add(told(one, { id: `${one.id}-${n}`, date: '2024-03-04' }))
      proposals.proposals()
      return proposals.comparisons
    }
    const [few, many] = [comparisons(30), comparisons(60)]
    expect(few).toBeGreaterThan(0)
    expect(many).toBeLessThan(few * 2.5)
  })

  test('are not called by what is hidden in headlines', () => {
    const [one] = proposed(newsArticles.map((article) => told(article, { headline: `▒▒▒ ▒▒▒▒▒▒▒ | ${article.headline}` })))
    expect(one?.name).toBe(proposed(newsArticles.map((article) => told(article)))[0]?.name)
    expect(one?.name).not.toBe('')
  })

  test.skipIf(!existsSync(corpus))('of the corpus of 2023 hold all five articles, alone and among others (skipped where it is absent)', () => {
    const five = shared()
    const all = five.map(({ id }) => id).sort().join(' ')
    expect(five).toHaveLength(5)
    expect(groups(proposed(five))).toEqual([all])
    expect(groups(proposed([...newsArticles.map((one) => told(one)), ...five]))).toEqual([...stories(newsArticles), all].sort())
  })
})
