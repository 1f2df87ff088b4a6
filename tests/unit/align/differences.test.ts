import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differences, type Difference, type Version } from '../../../src/domain/align/differences'
import { chance, copyOf, story, textOf } from '../../fixtures/wire'

const version = (text: string, excluded: Version['excluded'] = []): Version => ({ text, excluded, language: 'en' })

/** A row in one line; what is changed in brackets. */
function told(row: Difference): string {
  const line = (pieces: Extract<Difference, { kind: 'changed' }>['a']): string => pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('')
  if (row.kind === 'same') return `= ${row.sentences}`
  if (row.kind === 'changed') return `${line(row.a)} | ${line(row.b)}`
  return row.kind === 'only-a' ? `${row.sentence} |` : `| ${row.sentence}`
}
const compared = (a: string, b: string): readonly string[] => differences(version(a), version(b)).map(told)

test('sentences are the same, changed, or in one of them alone', () => {
  expect(compared(
    'Ferry stops.\n\nThe ferry to Lunde stopped on Monday. Nobody was hurt. The crew went ashore.',
    'Harbour closed\n\nThe ferry to Velmar stopped on Monday evening. Nobody was hurt.\n\nThe board will meet again.',
  )).toEqual([
    'Ferry stops. |', '| Harbour closed', 'The ferry to [Lunde ]stopped on Monday. | The ferry to [Velmar ]stopped on Monday [evening].',
    '= 1', 'The crew went ashore. |', '| The board will meet again.',
  ])
})

test('case, white space and where paragraphs end are no difference', () => {
  expect(compared('One  two three. Four five six.', 'ONE two three.\n\nFour five\u00a0six.')).toEqual(['= 2'])
  expect(compared('', '')).toEqual([])
  expect(compared('', 'One two.')).toEqual(['| One two.'])
})

test('what is excluded is left out', () => {
  const text = 'One two three.\n\nAdvertisement\n\nFour five six.'
  const start = text.indexOf('Adv')
  expect(differences(version(text, [{ start, end: start + 13 }]), version('One two three. Four five six.'))).toEqual([{ kind: 'same', sentences: 2 }])
  expect(differences(version(text), version('One two three. Four five six.'))).toHaveLength(3)
})

test('whatever was done to a text: each side reads as it is, from its first word to its last', () => {
  const letters = (text: string): string => text.replace(/\s+/g, '')
  fc.assert(fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('shortened', 'rewritten'), (seed, kept, how) => {
    const next = chance(seed)
    const sentences = story(200, next)
    const [a, b] = [textOf('A headline.', sentences), textOf('Another one.', copyOf(sentences, kept, how, next))]
    const rows = differences(version(a), version(b))
    const sides = rows.map((row) => (row.kind === 'changed' ? { a: row.a.map(({ text }) => text).join(''), b: row.b.map(({ text }) => text).join('') }
      : { a: row.kind === 'only-a' ? row.sentence : '', b: row.kind === 'only-b' ? row.sentence : '' }))
    for (const side of ['a', 'b'] as const) {
      let rest = letters(side === 'a' ? a : b)
      for (const row of sides) {
        const own = letters(row[side])
        const at = rest.indexOf(own)
        expect(at).not.toBe(-1)
        rest = rest.slice(at + own.length)
      }
    }
    expect(how === 'rewritten' || rows.every((row) => row.kind !== 'only-b' || row.sentence === 'Another one.')).toBe(true)
  }), { seed: 5, numRuns: 40 })
})
