import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deceptiveCharacters } from '../../../src/domain/text/deceptive'

const kinds = (text: string): string[] => deceptiveCharacters(text).map(({ kind, start, end, looks }) => `${kind} ${start}-${end}${looks && ` ${looks}`}`)

describe('what may deceive', () => {
  test.each([
    ['a Cyrillic letter in a Latin word', 'at the \u0421osmodrome', ['lookalike 7-8 C']],
    ['two beside each other', '\u0420\u0430ris', ['lookalike 0-2 Pa']],
    ['a zero-width space in a word', 'mis\u200bsile', ['unseen 3-4']],
    ['a soft hyphen', 'mis\u00adsile', ['unseen 3-4']],
    ['a turned direction', 'a\u202efdp.exe', ['direction 1-2']],
    ['a hidden message of tags', `hi\u{e0061}\u{e0062}`, ['unseen 2-6']],
    ['a control character', 'a\u001b[31mred', ['control 1-2']],
  ])('%s', (_what, text, found) => { expect(kinds(text)).toEqual(found) })

  test.each([
    ['a text in Russian', 'Космодром Восточный, 13 сентября'],
    ['a Russian word beside English ones', 'the word мир means peace'],
    ['accents, ligatures and quotation marks', '“Žižek’s naïve œuvre” – 100 €'],
    ['a family of emoji', '👨‍👩‍👧 and ❤️ and 👍🏽'],
    ['joined letters in Persian', 'می‌خواهم'],
    ['line ends and tabs', 'a\tb\nc'],
  ])('but not %s', (_what, text) => { expect(kinds(text)).toEqual([]) })

  test('is told in order, without overlaps, and never tears a character apart', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom('\u0421', 'osm', ' ', '\u200b', '\u202e', '👍', '\u{e0041}', '\u0007', 'é'), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 20 }).map((parts) => parts.join('')), (text) => {
      const found = deceptiveCharacters(text)
      for (const [i, one] of found.entries()) {
        expect(one.start).toBeLessThan(one.end)
        expect(one.start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0)
        expect(Array.from(text.slice(one.start, one.end), (c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)).toEqual(one.codes)
      }
    }), { seed: 7, numRuns: 500 })
  })

  const corpus = resolve('..', 'shared/corpus/putin-kim-2023/003_20c1fb0e7794645c.txt')
  test.skipIf(!existsSync(corpus))('the “Сosmodrome” of a real article (skipped where ../shared is absent)', () => {
    const text = readFileSync(corpus, 'utf8')
    const found = deceptiveCharacters(text).map(({ start, end, looks, codes }) => `${text.slice(start, end + 9)} ${looks} ${codes.join(' ')}`)
    expect(new Set(found.map((one) => one.slice(-8)))).toEqual(new Set(['C U+0421']))
  })
})
