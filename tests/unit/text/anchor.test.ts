import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorAt, CONTEXT, holds, locate, quoteOf } from '../../../src/domain/text/anchor'
import { legalSpan } from '../../../src/domain/text/span'
import { marked, withMarks } from '../../fixtures/marked'

/** Where the anchor of a selection stands in a changed text. */
function moved(source: string, changed: string): string | undefined {
  const { text, span } = marked(source)
  const found = locate(changed, anchorAt(text, span))
  return found && withMarks(changed, [found])
}

describe('an anchor', () => {
  test('keeps quote and context', () => {
    const { text, span } = marked('one <two> three')
    expect(anchorAt(text, span)).toEqual({ start: 4, end: 7, quote: 'two', prefix: 'one ', suffix: ' three' })
  })

  test('never cuts a surrogate pair in its context', () => {
    const text = `${'😀'.repeat(20)}a${'😀'.repeat(20)}`
    for (const shift of ['', 'x']) {
      const anchor = anchorAt(shift + text, { start: 40 + shift.length, end: 41 + shift.length })
      expect(`${anchor.prefix}${anchor.suffix}`).not.toMatch(/\p{Surrogate}/u)
      expect(anchor.prefix.length).toBeLessThanOrEqual(CONTEXT)
    }
    expect(anchorAt(`x${'😀'.repeat(16)}yz`, { start: 34, end: 35 }).prefix).not.toMatch(/\p{Surrogate}/u)
  })

  test('several quotes read as one with omissions', () => {
    const { text, spans } = marked('<one> two <three>')
    expect(quoteOf(spans.map((span) => anchorAt(text, span)))).toBe('one […] three')
  })
})

describe('finding an anchor again', () => {
  test('in place while it holds', () => {
    expect(moved('one <two> two', 'one two two')).toBe('one <two> two')
  })

  test('after an insertion before it', () => {
    expect(moved('A <just fight> it is', 'Update: A just fight it is')).toBe('Update: A <just fight> it is')
  })

  test('among several by context rather than by nearness', () => {
    expect(moved('first a fight here; a just <fight> there', 'new first a fight here; and more words; a just fight there')).toBe('new first a fight here; and more words; a just <fight> there')
  })

  test('among equals by nearness', () => {
    const at = { start: 9, end: 12, quote: 'two', prefix: '', suffix: '' }
    expect(locate('two.............two', at)).toEqual({ start: 16, end: 19 })
    expect(locate('.......two..............two', { ...at, start: 12, end: 15 })).toEqual({ start: 7, end: 10 })
  })

  test('not at all when the quote is gone or empty', () => {
    expect(moved('one <two> three', 'one three')).toBeUndefined()
    expect(locate('abc', { start: 9, end: 9, quote: '', prefix: '', suffix: '' })).toEqual(undefined)
  })

  test('whatever is put before it, an anchor whose words occur once is found', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '😀') }), fc.string({ unit: fc.constantFrom('a', ' ', '😀', 'b') }), fc.nat(30), fc.nat(30), (before, text, a, b) => {
      const span = legalSpan(text, a, b)
      if (!span) return
      const quoted = `${text.slice(0, span.start)}Q${text.slice(span.start, span.end)}Q${text.slice(span.end)}`
      const anchor = anchorAt(quoted, { start: span.start, end: span.end + 2 })
      expect(holds(quoted, anchor)).toBe(true)
      expect(locate(before + quoted, anchor)).toEqual({ start: before.length + span.start, end: before.length + span.end + 2 })
    }), { seed: 14 })
  })
})
