import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Passage } from '../../../src/domain/project/passage'
import { proposePassages, sameIn, type Searched } from '../../../src/domain/text/boilerplate'
import { canonicalText, countWords } from '../../../src/domain/text/canonical'
import { sayingOf } from '../../../src/domain/text/lines'
import { splitsPair } from '../../../src/domain/text/span'

const article = (id: string, text: string, outlet = 'The Meridian', passages: Searched['passages'] = []): Searched => ({ id, outlet, text, passages })

/** What is proposed in each article, as `reason: passage`, its lines with | between them. */
const proposed = (...articles: Searched[]): Record<string, string[]> =>
  Object.fromEntries([...proposePassages(articles)].map(([id, passages]) => [id, passages.map(({ reason, quote }) => `${reason}: ${quote.replaceAll(/\s*\n\s*/g, '|')}`)]))

const body = (n: number): string => `The ministry of report ${'abcdefgh'[n]} spoke on the matter for an hour and said nothing new about it.\n\nIts neighbours, ${'stuvwxyz'[n]} among them, kept their own counsel until the evening, as they had done before.`
/** Three articles of an outlet, each with the line in the middle of a story of its own. */
const threeWith = (line: string, outlets = ['The Meridian', 'The Meridian', 'The Meridian']): Searched[] =>
  outlets.map((outlet, n) => article(`a${n}`, `${body(n)}\n\n${line}\n\n${body(n + 3)}\n\nThe end of story ${'abc'[n] ?? n}.`, outlet))

describe('lines that tell by themselves', () => {
  test('are proposed where they stand, and neighbours of one kind are one passage', () => {
    expect(proposed(article('a', `${body(0)}\n  • Oops!\n    Something went wrong.\n\n    Please try again later.\n\n${body(1)}\n\nNo comments:\n\nAdvertisement`))).toEqual({
      a: ['error: • Oops!|Something went wrong.|Please try again later.', 'comments: No comments:', 'advertisement: Advertisement'],
    })
  })

  test('are not looked for where something is known, and never in the headline', () => {
    const text = 'Oops!\n\nThe ship came in.\n\nAdvertisement\n\nAdvertisement'
    expect(proposed({ ...article('a', text, 'The Meridian', [{ start: 26, end: 39 }]), headings: [{ start: 0, end: 5, level: 1 }] })).toEqual({ a: ['advertisement: Advertisement'] })
  })

  test('an agency credit, a date, a byline and a subheading are part of the story', () => {
    expect(proposed(article('a', 'Source: The Meridian and news agencies\nSeptember 18, 2023\nBy a staff reporter\nWhat about an arms deal?\nThis article was originally published elsewhere and is reprinted with permission.'))).toEqual({})
  })
})

describe('lines that repeat', () => {
  test('in three articles of an outlet are proposed, whatever their spacing, signs and numbers', () => {
    const [a, b, c] = threeWith('Live desk · 12 updates')
    const other = article('d', `${body(6)}\n\nLIVE DESK  –  7 updates!`)
    expect(Object.values(proposed(...[a, b, c, other].flatMap((one) => one ?? [])))).toEqual([['repeated: Live desk · 12 updates'], ['repeated: Live desk · 12 updates'], ['repeated: Live desk · 12 updates'], ['repeated: LIVE DESK  –  7 updates!']])
    expect(proposed(...threeWith('Live desk').slice(0, 2))).toEqual({})
  })

  test('between outlets count from the fourth outlet on', () => {
    const outlets = ['North', 'South', 'East', 'West']
    expect(Object.keys(proposed(...threeWith('Shown by a shared desk', outlets)))).toHaveLength(4)
    expect(proposed(...threeWith('Shown by a shared desk', outlets.slice(0, 3)))).toEqual({})
  })

  test('are not: what somebody says, dates, bylines and credits', () => {
    for (const line of ['“There is time.”', 'He said: „Es ist Zeit.“', 'Wednesday, 13 September 2023', 'By the foreign desk', 'Photo: Northern Press', 'With files from Reuters']) expect({ line, found: proposed(...threeWith(line)) }).toEqual({ line, found: {} })
  })

  test('whole sentences in the middle of stories are background, at their ends they are footers', () => {
    const sentence = 'The two countries have not had an ambassador in each other’s capital since the strike.'
    const long = `${sentence} ${sentence} ${sentence}`
    const around = (n: number): string => Array.from({ length: 5 }, (_, i) => `Paragraph ${'klmnopqr'[n]} of part ${'abcde'[i]} tells its own story at some length.`).join('\n')
    for (const line of [sentence, long]) {
      expect(proposed(...[0, 1, 2].map((n) => article(`a${n}`, `${around(n)}\n${line}\n${around(n + 3)}`)))).toEqual({})
      expect(proposed(...[0, 1, 2].map((n) => article(`a${n}`, `${around(n)}\n${around(n + 3)}\n${line}`)))).toEqual({ a0: [`repeated: ${line}`], a1: [`repeated: ${line}`], a2: [`repeated: ${line}`] })
    }
    // A paragraph is the same only word for word.
    expect(proposed(...[0, 1, 2].map((n) => article(`a${n}`, `${around(n)}\n${around(n + 3)}\n${long.replace('two', '234'[n] ?? '')}`)))).toEqual({})
  })

  test('a text that was run again as a whole repeats, and is no boilerplate for that', () => {
    expect(proposed(...[0, 1, 2].map((n) => article(`a${n}`, `A short line\n\n${body(0)}\n\nAnother short line`)))).toEqual({})
  })
})

describe('the same passage elsewhere', () => {
  const find = (text: string, quote: string, known: Searched['passages'] = []): string[] => sameIn(article('a', text, 'The Meridian', known), quote, 'by-hand').map((one) => one.quote)

  test('is found by what its lines say, not by how often', () => {
    expect(find('One.\n• Oops!\nTry later\n• oops\nTry later.\nTwo.', 'Oops!\nTry later.')).toEqual(['• Oops!\nTry later\n• oops\nTry later.'])
    expect(find('One.\n\nOops!\n\nTwo.', 'Oops!\nTry later.')).toEqual([])
    expect(find('* * *\nOne\n---', '---')).toEqual(['---'])
  })

  test('is left out where something is known', () => {
    expect(find('Oops!\nOne\nOops!', 'Oops', [{ start: 0, end: 5 }])).toEqual(['Oops!'])
  })
})

const lines = fc.oneof(
  fc.constantFrom('Advertisement', '  • Oops! ', 'Something went wrong.', 'No comments:', 'Live desk', '', ' ', 'Share this story', 'Source: agencies', '😀 Live desk 😀'),
  fc.string({ unit: 'binary', maxLength: 30 }).map((line) => canonicalText(line).replaceAll('\n', ' ')),
)
const corpus = fc.array(fc.record({ outlet: fc.constantFrom('North', 'South'), text: fc.array(lines, { maxLength: 12 }).map((all) => all.join('\n')) }), { maxLength: 6 })
  .map((all) => all.map(({ outlet, text }, n) => article(`a${n}`, text, outlet)))

test('proposals lie in order, do not overlap, quote the text, tear no character apart, and say how many words they hold', () => {
  fc.assert(fc.property(corpus, (articles) => {
    const found = proposePassages(articles)
    for (const { id, text } of articles) {
      let before = -1
      for (const { start, end, quote, words, state } of found.get(id) ?? []) {
        expect(start).toBeGreaterThan(before)
        expect(quote).toBe(text.slice(start, end))
        expect(quote).toBe(quote.trim())
        expect(splitsPair(text, start) || splitsPair(text, end)).toBe(false)
        expect({ words, state }).toEqual({ words: countWords(quote), state: 'proposed' })
        before = end
      }
    }
  }), { seed: 11, numRuns: 300 })
})

test('nothing is proposed twice, also not where only some was taken over', () => {
  fc.assert(fc.property(corpus, (articles) => {
    const known = (part: (passages: readonly Passage[]) => readonly Passage[]): Searched[] => {
      const found = proposePassages(articles)
      return articles.map((one) => ({ ...one, passages: part(found.get(one.id) ?? []) }))
    }
    expect(proposePassages(known((all) => all)).size).toBe(0)
    const half = known((all) => all.filter((_, i) => i % 2 === 0))
    for (const [id, passages] of proposePassages(half)) {
      const before = half.find((one) => one.id === id)?.passages ?? []
      for (const one of passages) expect(before.some((other) => other.start < one.end && one.start < other.end)).toBe(false)
    }
  }), { seed: 12, numRuns: 200 })
})

test('what a passage says does not depend on signs, capitals and numbers, but a passage of signs is its signs', () => {
  expect(sayingOf('• 12 Comments:\n  12 comments')).toBe(sayingOf('3,456 COMMENTS'))
  expect(sayingOf('***')).toBe('***')
})

const shared = new URL('../../../../shared/corpus/putin-kim-2023/', import.meta.url)

/** What a careful reader finds in them: the words each passage begins with, and why. */
const expected: Readonly<Record<string, readonly (readonly [start: string, reason: string])[]>> = {
  '000_44d60235a3c09128.txt': [['• Oops!', 'error']],
  '001_9058a0b3871259c0.txt': [['Is Putin getting desperate', 'teaser'], ['Christie lashes out', 'teaser'], ['No comments:', 'comments'], ['Powered by Blogger.', 'advertisement']],
  '003_20c1fb0e7794645c.txt': [['Advertisement', 'advertisement']],
  '004_11cdfe0551feca54.txt': [['Join our brand new', 'channel']],
}

test.runIf(existsSync(shared))('the shared articles have just the boilerplate that a careful reader finds (left out where ../shared is missing)', () => {
  const articles = readdirSync(shared).filter((file) => file.endsWith('.txt')).map((file) => article(file, canonicalText(readFileSync(new URL(file, shared), 'utf8')), file))
  const found = proposePassages(articles)
  expect(articles).toHaveLength(5)
  expect([...found.keys()].sort()).toEqual(Object.keys(expected))
  for (const [file, list] of Object.entries(expected)) {
    expect(found.get(file)?.map(({ quote, reason }) => [list.find(([start]) => quote.startsWith(start))?.[0] ?? quote, reason])).toEqual(list)
  }
  // As they come in, before their outlets are known, they have the same.
  expect(proposePassages(articles.map((one) => ({ ...one, outlet: '' })))).toEqual(found)
  // Shown twice, the notice is one passage.
  expect(found.get('000_44d60235a3c09128.txt')?.[0]?.quote.match(/Oops/g)).toHaveLength(2)
})
