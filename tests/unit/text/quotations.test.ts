import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quotations } from '../../../src/domain/text/quotations'

const seed = 20230913

/** What is quoted, each with an arrow before it where it goes on. */
const said = (text: string): readonly string[] => quotations(text).map(({ start, end, continues }) => `${continues ? '→' : ''}${text.slice(start, end)}`)

describe('what stands in quotation marks', () => {
  test.each([
    ['“We are ready,” the minister said.', ['We are ready,']],
    ['"We are ready," the minister said. "Are you?"', ['We are ready,', 'Are you?']],
    ['‘We’re ready,’ he said. ‘It’s time.’', ['We’re ready,', 'It’s time.']],
    ["'Just fight': what the harbour's rulers said", ['Just fight']],
    ['„Wir gehen“, sagte er. „Nie ‚wieder‘ so.“', ['Wir gehen', 'Nie ‚wieder‘ so.', 'wieder']],
    ['„Idziemy”, powiedział.', ['Idziemy']],
    ['«\u00a0Oui\u00a0», dit-il.', ['Oui']],
    ['»Ja«, sagte er.', ['Ja']],
    ['‹Oui›, dit-il.', ['Oui']],
    ['”Hej”, sade hon.', ['Hej']],
    ['「私は『行く』」と言った。', ['私は『行く』', '行く']],
    ['“It was a ‘sacred fight’ for us.”', ['It was a ‘sacred fight’ for us.', 'sacred fight']],
    ['‘It was a “sacred fight” for us.’', ['It was a “sacred fight” for us.', 'sacred fight']],
    ['“Mixed marks" are “closed" as well', ['Mixed marks', 'closed']],
    ['“Typed twice“ the wrong way', ['Typed twice']],
    ['a so-called “holy” (“just”) war', ['holy', 'just']],
    ['He said:“Come.”', ['Come.']],
  ])('%s', (text, found) => { expect(said(text)).toEqual(found) })

  test.each([
    'the dogs’ home', "Velmar's harbour", '’til the ’90s', "rock 'n' roll in the '90s", 'a 5\'10" mast, 12" wide', '‘til tomorrow', 'צה"ל הודיע', 'More »', '“”', '',
  ])('nothing in %s', (text) => { expect(said(text)).toEqual([]) })

  test('an apostrophe does not close what is still open', () => {
    expect(said('‘The workers’ union knows the masters’ ways.’')).toEqual(['The workers’ union knows the masters’ ways.'])
    expect(said('‘hostile forces’ near the workers’ hall')).toEqual(['hostile forces'])
    expect(said('“The dogs’ home, ’til Velmar’s ‘just fight’ ends.”')).toEqual(['The dogs’ home, ’til Velmar’s ‘just fight’ ends.', 'just fight'])
  })

  test('over several paragraphs is one for each, all but the last of which go on', () => {
    expect(said('He said: “One.\n\n“Two.\n\n“Three.” Four.')).toEqual(['→One.', '→Two.', 'Three.'])
    expect(said('"One.\n"Two." Three')).toEqual(['→One.', 'Two.'])
    expect(said('‘One.\n\n‘Two.’')).toEqual(['→One.', 'Two.'])
  })

  test('that is never closed ends with its paragraph', () => {
    expect(said('He said: “One. Two.  \n\nThree “four” five')).toEqual(['One. Two.', 'four'])
    expect(said('He said: "One two\nThree')).toEqual(['One two'])
    expect(said('“We are ready. ‘Come, he said.” And went.')).toEqual(['We are ready. ‘Come, he said.', 'Come, he said.'])
  })

  test('has its marks with it', () => {
    expect(quotations('He: « Oui »!')).toEqual([{ start: 6, end: 9, outer: { start: 4, end: 11 }, continues: false }])
    expect(quotations('He: “One')).toEqual([{ start: 5, end: 8, outer: { start: 4, end: 8 }, continues: false }])
  })
})

const pieces = fc.array(fc.constantFrom('“', '”', '„', '"', "'", '‘', '’', '«', '»', '‹', '›', '「', '」', ' ', ' ', '\n', 'a', 'S', 's', '.', '1', '(', '—', '😀'), { maxLength: 60 }).map((parts) => parts.join(''))

describe('laws', () => {
  test('quotations are within their marks, and apart or one within the other', () => {
    fc.assert(fc.property(pieces, (text) => {
      const found = quotations(text)
      for (const { start, end, outer } of found) {
        expect(outer.start < start && start < end && end <= outer.end && outer.end <= text.length).toBe(true)
        expect(text.slice(outer.start, outer.end)).not.toContain('\n')
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
      }
      for (const [i, a] of found.entries()) {
        for (const b of found.slice(i + 1)) expect(b.outer.start >= a.outer.end || (b.outer.start > a.outer.start && b.outer.end <= a.outer.end)).toBe(true)
      }
    }), { seed, numRuns: 3_000 })
  })

  test('what comes after a paragraph changes nothing but whether it goes on', () => {
    fc.assert(fc.property(pieces, pieces, (one, other) => {
      const text = one.replaceAll('\n', ' ')
      const bare = (list: ReturnType<typeof quotations>): unknown => list.map(({ start, end }) => [start, end])
      const alone = quotations(text)
      const both = quotations(`${text}\nz${other}`).filter(({ start }) => start < text.length)
      expect(bare(both)).toEqual(bare(alone))
    }), { seed, numRuns: 1_000 })
  })
})

test('takes time with the length of the text, whatever stands in it', () => {
  for (const part of ['“', '‘', '"', "' ", 's’ ', '«', '»a', '“a” ', '‘a’ ', ' ‘“', "“'«"]) {
    const begun = performance.now()
    quotations(part.repeat(40_000))
    expect(performance.now() - begun).toBeLessThan(4_000)
  }
})
