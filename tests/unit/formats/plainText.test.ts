import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decode } from '../../../src/formats/decode'
import { dateInText, plainTextFacts } from '../../../src/formats/plainText'

describe('headline and date of a plain text', () => {
  test('are what stands at its top', () => {
    expect(plainTextFacts('\n\n  A headline  \n\nMarch 12, 2024\n\nBody.')).toEqual({ headline: 'A headline', date: '2024-03-12' })
    expect(plainTextFacts('March 12, 2024\nA headline\nBody.')).toEqual({ headline: 'A headline', date: '2024-03-12' })
  })

  test('stay empty where the text does not give them', () => {
    expect(plainTextFacts(`${'A whole paragraph, not a headline. '.repeat(7)}\nBody`)).toEqual({ headline: '', date: '' })
    expect(plainTextFacts(`Headline${'\nline'.repeat(8)}\nMarch 12, 2024`).date).toBe('')
    expect(plainTextFacts('word '.repeat(2e6))).toEqual({ headline: '', date: '' })
  })

  test('are no advert and no button', () => {
    expect(plainTextFacts('Join our new Telegram channel for news!\n\nShare\nA bridge opens\nBody.').headline).toBe('A bridge opens')
    expect(plainTextFacts('Advertisement\n').headline).toBe('')
  })

  test('a date inside the first paragraphs is offered', () => {
    expect(dateInText('A headline\n\nThey met on Wednesday, Sept. 13, 2023, and on 14 September 2023.')).toEqual([{ kind: 'date-in-text', date: '2023-09-13', quote: 'Wednesday, Sept. 13, 2023' }])
    expect(dateInText(`${'word '.repeat(1000)}on 14 September 2023`)).toEqual([])
  })

  test('markup and odd signs in a headline are just that', () => {
    expect(plainTextFacts('<script>alert(1)</script>\nBody').headline).toBe('<script>alert(1)</script>')
  })
})

const corpus = new URL('../../../../shared/corpus/putin-kim-2023/', import.meta.url)

test.runIf(existsSync(corpus))('the shared articles give a headline each where they have one, one date, and two to choose (left out where ../shared is missing)', () => {
  const facts = readdirSync(corpus).sort().map((name) => {
    const read = decode(readFileSync(new URL(name, corpus)))
    return read.ok ? { ...plainTextFacts(read.text), offered: dateInText(read.text) } : undefined
  })
  expect(facts.map((one) => one?.date)).toEqual(['', '', '', '', '2023-09-18'])
  expect(facts.map((one) => one?.headline.slice(0, 12))).toEqual(['Putin and Ki', "'Just fight'", '', 'Talks betwee', 'Kim tells Pu'])
  expect(facts.map((one) => one?.offered.map((problem) => problem.kind === 'date-in-text' && [problem.date, problem.quote]))).toEqual([
    [['2023-09-13', 'Wednesday, Sept. 13, 2023']], [['2023-09-13', 'Sept. 13, 2023']], [], [], [['2019-04-25', 'April 25, 2019']],
  ])
})
