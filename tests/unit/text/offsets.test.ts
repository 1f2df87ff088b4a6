import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalText } from '../../../src/domain/text/canonical'
import { offsetBreaks, offsetReader, offsetUnits, offsetWriter, type OffsetReading } from '../../../src/domain/text/offsets'
import { splitsPair } from '../../../src/domain/text/span'

const readings: readonly OffsetReading[] = offsetUnits.flatMap((unit) => offsetBreaks.map((breaks) => ({ unit, breaks })))

const piece = fc.constantFrom('a', 'Ä', 'ﬁ', '—', '中', 'שלום', 'e\u0301', '😀', '👩‍🚒', ' ', '\n', '\r\n', '\r', '\uFEFF')
const texts = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))

describe('positions of a program', () => {
  test.each([
    [{ unit: 'utf16', breaks: 'lf' }, 9],
    [{ unit: 'code-point', breaks: 'lf' }, 8],
    [{ unit: 'utf8-byte', breaks: 'lf' }, 12],
    [{ unit: 'utf16', breaks: 'crlf' }, 11],
    [{ unit: 'code-point', breaks: 'as-is' }, 9],
  ] as const)('count as %o', (reading, position) => {
    const text = '\uFEFF😀\r\nMünd\nB'
    const offset = canonicalText(text).indexOf('B') + 1
    expect(offsetReader(text, reading)(position)).toBe(offset)
    expect(offsetWriter(text, reading)(offset)).toBe(position)
  })

  test('are none inside a character or outside the text', () => {
    const bytes = offsetReader('ä😀', { unit: 'utf8-byte', breaks: 'as-is' })
    expect([-1, 0, 1, 2, 3, 4, 5, 6, 7, 0.5, Number.NaN].map(bytes)).toEqual([undefined, 0, undefined, 1, undefined, undefined, undefined, 3, undefined, undefined, undefined])
    expect(offsetReader('😀', { unit: 'utf16', breaks: 'as-is' })(1)).toBeUndefined()
  })

  test('inside a line break stand before it', () => {
    expect(offsetReader('a\r\nb', { unit: 'utf16', breaks: 'as-is' })(2)).toBe(1)
    expect(offsetReader('a\nb', { unit: 'utf16', breaks: 'crlf' })(2)).toBe(1)
  })

  test('are not written for what lies outside the text', () => {
    expect(() => offsetWriter('abc', { unit: 'utf16', breaks: 'lf' })(4)).toThrow(RangeError)
  })

  test.each(readings)('are written and read back as %o', (reading) => {
    fc.assert(fc.property(texts, (text) => {
      const canonical = canonicalText(text), read = offsetReader(text, reading), written = offsetWriter(text, reading)
      const offsets = Array.from({ length: canonical.length + 1 }, (_, offset) => offset).filter((offset) => !splitsPair(canonical, offset))
      expect(offsets.map((offset) => read(written(offset)))).toEqual(offsets)
    }), { seed: 7 })
  })

  test.each(readings)('are as many as the text has, counted the plain way, as %o', (reading) => {
    fc.assert(fc.property(texts, fc.nat(), (text, cut) => {
      const body = text.replace(/^\uFEFF/, ''), canonical = canonicalText(text)
      const offset = cut % (canonical.length + 1)
      fc.pre(!splitsPair(canonical, offset))
      expect(offsetWriter(text, reading)(offset)).toBe(plainly(body, offset, reading))
    }), { seed: 7 })
  })
})

/** How many units come before an offset of the canonical text. */
function plainly(body: string, offset: number, { unit, breaks }: OffsetReading): number {
  const before = (body.match(/\r\n|[^]/g) ?? []).slice(0, offset).join('')
  const counted = breaks === 'as-is' ? before : before.replaceAll(/\r\n?|\n/g, breaks === 'lf' ? '\n' : '\r\n')
  return unit === 'utf16' ? counted.length : unit === 'code-point' ? Array.from(counted).length : new TextEncoder().encode(counted).length
}
