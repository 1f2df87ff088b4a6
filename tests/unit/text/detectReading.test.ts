import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalText } from '../../../src/domain/text/canonical'
import { detectReading, type Positioned } from '../../../src/domain/text/detectReading'
import { offsetBreaks, offsetReader, offsetUnits, offsetWriter, type OffsetReading } from '../../../src/domain/text/offsets'
import { words } from '../../../src/domain/text/segments'

const readings: readonly OffsetReading[] = offsetUnits.flatMap((unit) => offsetBreaks.map((breaks) => ({ unit, breaks })))

const text = '\uFEFFThe 😀 strike\r\nhas begun – in Ülm\nand elsewhere 🚒.\r\nNobody knows “how” it ends: 10,000 walk out,\r\nsay the unions of the harbour.'

/** Every word of a text, as a program with this reading keeps it. */
function kept(source: string, reading: OffsetReading, snippetOf: (words: string) => string | null): Positioned {
  const canonical = canonicalText(source), written = offsetWriter(source, reading)
  const places = words(canonical, { start: 0, end: canonical.length }).map(({ start, end }) => ({ start: written(start), end: written(end), snippet: snippetOf(canonical.slice(start, end)) }))
  return { text: source, places }
}

/** Two readings that lead to the same places. */
const sameHere = (positioned: Positioned, a: OffsetReading, b: OffsetReading): boolean => {
  const [one, other] = [offsetReader(positioned.text, a), offsetReader(positioned.text, b)]
  return positioned.places.every(({ start, end }) => one(start) === other(start) && one(end) === other(end))
}

describe('what a program counts', () => {
  test.each(readings)('is found by the words stored beside the positions: %o', (reading) => {
    const [best, second] = detectReading([kept(text, reading, (quote) => quote)], null)
    expect(best).toEqual({ reading, score: 1, compared: 22, against: 'words-stored' })
    expect(second?.score).toBeLessThan(0.7)
  })

  test.each(readings)('is found by the bounds of words where none are stored: %o', (reading) => {
    const [best, second] = detectReading([kept(text, reading, () => null)], null)
    expect(best).toEqual({ reading, score: 1, compared: 44, against: 'word-bounds' })
    expect(second?.score).toBeLessThan(0.9)
  })

  test('is given once where it makes no difference, as what is usual', () => {
    const plain = kept('Nothing but\nplain letters\nhere', { unit: 'utf16', breaks: 'lf' }, (quote) => quote)
    expect(detectReading([plain], { unit: 'code-point', breaks: 'lf' }).map(({ reading, score }) => [reading, score > 0.9]))
      .toEqual([[{ unit: 'code-point', breaks: 'lf' }, true], [{ unit: 'utf16', breaks: 'crlf' }, false]])
  })

  test('may be told by one text among many', () => {
    const [best] = detectReading([kept('one two', { unit: 'code-point', breaks: 'lf' }, (quote) => quote), kept('a 😀 b', { unit: 'code-point', breaks: 'lf' }, (quote) => quote)], { unit: 'utf16', breaks: 'lf' })
    expect(best?.reading.unit).toBe('code-point')
  })

  test('is told by word bounds where what is stored beside positions are names of the coder’s own', () => {
    const [best] = detectReading([kept(text, { unit: 'utf8-byte', breaks: 'crlf' }, () => 'Passage')], null)
    expect(best).toMatchObject({ reading: { unit: 'utf8-byte', breaks: 'crlf' }, against: 'word-bounds' })
  })

  test.each([
    ['The   strike\r\n has begun', 'white space that was straightened'],
    ['The strike ...', 'what was cut short'],
    ['The strike has …', 'what was cut short with one character'],
    ['The … begun', 'what was left out within'],
    ['The strike has', 'what was cut short without a mark'],
  ])('takes %j for the same words: %s', (snippet) => {
    expect(detectReading([{ text: 'So: The strike has begun.', places: [{ start: 4, end: 24, snippet }] }], null)[0]?.score).toBe(1)
  })

  test.each(['strike', 'The end', 'The strike had ...', '...', 'The'])('does not take %j for the same words', (snippet) => {
    const places = [{ start: 4, end: 24, snippet }, { start: 0, end: 2, snippet: 'So' }]
    expect(detectReading([{ text: 'So: The strike has begun.', places }], null)[0]).toMatchObject({ score: 0.5, compared: 2 })
  })

  test('fits nowhere when positions are made up', () => {
    const places = [3, 20, 33, 47, 52, 71, 90, 101].map((start) => ({ start, end: start + 4, snippet: null }))
    expect(detectReading([{ text, places }], null)[0]?.score).toBeLessThan(0.7)
    expect(detectReading([{ text, places: [{ start: 5_000, end: 6_000, snippet: 'x' }] }], null)).toMatchObject([{ score: 0 }])
  })

  test('is nothing without positions', () => {
    expect(detectReading([{ text, places: [] }], null)).toMatchObject([{ score: 0, compared: 0 }])
    expect(detectReading([], { unit: 'utf8-byte', breaks: 'lf' })).toMatchObject([{ reading: { unit: 'utf8-byte', breaks: 'lf' }, score: 0 }])
  })

  test('is found for any text and any reading, or comes to the same', () => {
    const piece = fc.constantFrom('word', 'Äpfel', '—', '中文', 'שלום', 'e\u0301té', '😀', ' ', '\n', '\r\n', '\r', '.')
    fc.assert(fc.property(fc.array(piece, { minLength: 3, maxLength: 40 }).map((pieces) => pieces.join(' ')), fc.constantFrom(...readings), (some, reading) => {
      const positioned = kept(some, reading, (quote) => quote)
      fc.pre(positioned.places.length > 0)
      const best = detectReading([positioned], null).filter(({ score }) => score === 1)
      expect(best.some((one) => sameHere(positioned, one.reading, reading))).toBe(true)
    }), { seed: 7 })
  })
})
