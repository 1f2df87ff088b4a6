import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Aligner } from '../../../src/domain/align/aligner'
import type { EventText, Link, Place } from '../../../src/domain/synopsis/parallel'
import { fold } from '../../../src/domain/text/fold'
import { overlaps, splitsPair } from '../../../src/domain/text/span'

const seed = 31
const text = (id: string, body: string, more: Partial<EventText> = {}): EventText => ({ id, text: body, language: '', excluded: [], ...more })
const align = (...texts: readonly EventText[]): ReturnType<Aligner['align']> => new Aligner(() => 1).align(texts)
const said = (texts: readonly EventText[], { article, start, end }: Place): string => texts.find(({ id }) => id === article)?.text.slice(start, end) ?? ''
const shown = (texts: readonly EventText[]): readonly string[] => align(...texts).links.filter(({ strong }) => strong).map(({ a, b, kind }) => `${kind}: ${said(texts, a)} = ${said(texts, b)}`)

describe('one statement', () => {
  test('in the same words is identical, and no longer than a sentence', () => {
    const both = 'The bridge was closed because rust had eaten its cables. Engineers found the damage during a routine inspection.'
    expect(shown([text('a', both), text('b', `Nobody was hurt. ${both}`)])).toEqual([
      'identical: The bridge was closed because rust had eaten its cables = The bridge was closed because rust had eaten its cables',
      'identical: Engineers found the damage during a routine inspection = Engineers found the damage during a routine inspection',
    ])
  })

  test('in another translation is one quotation', () => {
    const found = align(
      text('a', '“The harbour will defend its sacred right against the greedy companies,” the minister said.'),
      text('b', 'According to the minister, “the harbour is going to protect its holy rights against greedy companies”.'),
    ).links
    expect(found).toMatchObject([{ kind: 'quotation', strong: true }])
  })

  test('is found where one side has only a fragment of it', () => {
    const texts = [text('a', 'The minister spoke of a “merciless tide” on Friday.'), text('b', '“This is a merciless tide, and we shall stop it before the winter comes,” the minister told the assembly.')]
    expect(shown(texts)).toEqual(['identical: merciless tide = merciless tide'])
  })

  test('is found whatever the marks, accents and look-alike letters', () => {
    const texts = [text('a', 'There was applause for “façade repairs in every ruined theatre”.'), text('b', 'Facade repairs in every ruined theаtre: so it stood on the banner.')]
    expect(shown(texts)).toEqual(['identical: façade repairs in every ruined theatre = Facade repairs in every ruined theаtre'])
  })

  test('is not made of names and titles alone', () => {
    expect(shown([
      text('a', 'On Monday the Velmar spokesman Arne Holt said that fish had become dearer.'),
      text('b', 'Asked about ships, the Velmar spokesman Arne Holt said nothing of use.'),
    ])).toEqual([])
  })

  test('that a third article has in the words of both is one where the words of the two are few', () => {
    const a = text('a', 'The Assembly called the levy “a crooked burden” on fishermen.')
    const b = text('b', '“The levy is a crooked burden, an insult to every honest fisherman of the coast,” the Assembly declared.')
    const c = text('c', 'For the Assembly it was “an insult to every honest fisherman of the coast”, no more.')
    const pairs = align(a, b, c).links.filter(({ strong }) => strong).map((link) => `${link.a.article}${link.b.article}`)
    expect(pairs).toEqual(expect.arrayContaining(['ab', 'bc']))
  })
})

describe('what there is nothing to compare in', () => {
  const english = 'The ferry ran aground in thick fog and the crew was taken off in lifeboats. It was the third accident of the winter for this line.'
  const german = 'Die Fähre ist im dichten Nebel auf Grund gelaufen, und die Mannschaft wurde mit Booten von dem Schiff geholt. Es war der dritte Unfall des Winters für die Linie.'
  const hebrew = 'המעבורת עלתה על שרטון בערפל כבד והצוות פונה בסירות הצלה אל החוף הקרוב'
  const arabic = 'جنحت العبارة في الضباب الكثيف وتم إجلاء الطاقم بقوارب النجاة إلى الشاطئ القريب'
  const chinese = '渡轮在浓雾中搁浅，船员乘救生艇撤离到附近的海岸。这是今年冬天的第三次事故。'

  test('is said: a language or script of its own, and no text', () => {
    const found = align(text('a', english), text('b', english), text('c', german), text('d', hebrew), text('e', ''), text('f', ' — … '))
    expect(found.notCompared).toEqual([
      { article: 'c', why: 'other-language' }, { article: 'd', why: 'other-language' }, { article: 'e', why: 'no-text' }, { article: 'f', why: 'no-text' },
    ])
    expect(new Set(found.links.flatMap(({ a, b }) => [a.article, b.article]))).toEqual(new Set(['a', 'b']))
  })

  test('is not a second language with articles of its own', () => {
    for (const other of [german, hebrew, arabic, chinese]) {
      const found = align(text('a', english), text('b', other), text('c', english), text('d', other))
      expect(found.notCompared).toEqual([])
      expect(new Set(found.links.map(({ a, b }) => a.article + b.article))).toEqual(new Set(['ac', 'bd']))
      expect(found.links.every(({ kind, strong }) => strong && kind === 'identical')).toBe(true)
    }
  })

  test('is one article, or one word', () => {
    expect(align()).toEqual({ links: [], notCompared: [] })
    expect(align(text('a', english))).toEqual({ links: [], notCompared: [] })
    expect(align(text('a', english), text('b', 'Fog')).links.filter(({ strong }) => strong)).toEqual([])
  })
})

const clause = fc.constantFrom('the rusty bridge was closed', 'engineers found broken cables', '“a merciless tide”', 'fishermen demanded a lower levy', 'said the minister', 'on 3 March', 'Velmar Harbour', '“we shall never give in”', 'façade 😀 repairs', '会议 在 港口 举行', 'of the', 'after four hours')
const body = fc.array(fc.tuple(fc.array(clause, { minLength: 1, maxLength: 5 }), fc.constantFrom('. ', '.\n\n', '? ')), { maxLength: 10 }).map((parts) => parts.map(([clauses, end]) => clauses.join(' ') + end).join(''))
const event = fc.array(fc.tuple(body, fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 60 })), { maxLength: 2 })), { minLength: 2, maxLength: 5 }).map((all): readonly EventText[] => all.map(([one, cuts], i) => {
  let from = 0
  const excluded = cuts.map(([skip, length]) => {
    const start = from + skip
    from = start + length
    return { start, end: from }
  }).filter(({ end }) => end <= one.length)
  return text(`n${i}`, one, { excluded })
}))

const plain = (link: Link): string => JSON.stringify(link.a.article < link.b.article ? link : { ...link, a: link.b, b: link.a, runs: link.runs.map(({ a, b }) => ({ a: b, b: a })) }, Object.keys({ a: 0, b: 0, article: 0, start: 0, end: 0, kind: 0, strength: 0, strong: 0, runs: 0 }))
const sorted = (links: readonly Link[]): readonly string[] => links.map(plain).sort()

describe('whatever the articles', () => {
  test('places are legal, outside of what is excluded, and runs are the same words in order within them', () => {
    fc.assert(fc.property(event, (texts) => {
      for (const { a, b, runs, strength } of align(...texts).links) {
        expect(strength > 0 && strength <= 1).toBe(true)
        for (const place of [a, b]) {
          const own = texts.find(({ id }) => id === place.article)
          expect(place.start >= 0 && place.start < place.end && place.end <= (own?.text.length ?? 0)).toBe(true)
          expect(splitsPair(own?.text ?? '', place.start) || splitsPair(own?.text ?? '', place.end)).toBe(false)
          expect(own?.excluded.some((one) => overlaps(one, place))).toBe(false)
        }
        let [x, y] = [a.start, b.start]
        for (const run of runs) {
          expect(run.a.start >= x && run.b.start >= y && run.a.end <= a.end && run.b.end <= b.end).toBe(true)
          const words = (article: string, span: { start: number; end: number }): unknown => fold(said(texts, { article, ...span })).text.match(/[\p{L}\p{N}]+/gu)
          expect(words(a.article, run.a)).toEqual(words(b.article, run.b))
          ;[x, y] = [run.a.end, run.b.end]
        }
      }
    }), { seed, numRuns: 150 })
  })

  test('the order in which they come makes no difference', () => {
    fc.assert(fc.property(event, (texts) => {
      expect(sorted(align(...[...texts].reverse()).links)).toEqual(sorted(align(...texts).links))
    }), { seed, numRuns: 100 })
  })

  test('after a change the same is found as by a new start', () => {
    fc.assert(fc.property(event, event, fc.nat(4), (before, other, which) => {
      const aligner = new Aligner(() => 1)
      aligner.align(before)
      const after = before.map((one, i) => (i === which % before.length ? { ...one, text: other[0]?.text ?? '', excluded: [] } : one))
      expect(aligner.align(after)).toEqual(new Aligner(() => 1).align(after))
    }), { seed, numRuns: 100 })
  })
})

test('only the pairs of an article that changed are compared anew', () => {
  const texts = Array.from({ length: 6 }, (_, i) => text(`n${i}`, `Engineers found broken cables under pier ${i}. The rusty bridge was closed for good.`))
  const aligner = new Aligner(() => 1)
  const links = aligner.align(texts).links
  const changed = texts.map((one, i) => (i === 2 ? { ...one, text: `${one.text} Nobody was hurt.` } : one))
  const again = aligner.align(changed).links
  const runs = new Set(links.map(({ runs: own }) => own))
  const anew = again.filter(({ runs: own }) => !runs.has(own))
  expect(anew.length).toBeGreaterThan(0)
  expect(anew.every(({ a, b }) => a.article === 'n2' || b.article === 'n2')).toBe(true)
})

test('whoever waits can end it, and it goes on afterwards', () => {
  const texts = Array.from({ length: 8 }, (_, i) => text(`n${i}`, `Engineers found broken cables under pier ${i}.`))
  const aligner = new Aligner(() => 1)
  let calls = 0
  expect(() => aligner.align(texts, () => { if ((calls += 1) > 20) throw new Error('cancelled') })).toThrow('cancelled')
  let [rest, whole] = [0, 0]
  expect(aligner.align(texts, () => { rest += 1 })).toEqual(new Aligner(() => 1).align(texts, () => { whole += 1 }))
  // It is told of every pair of sentences, and of those it had no more.
  expect(rest).toBeLessThan(whole)
})
