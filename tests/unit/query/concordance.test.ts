import { describe, expect, it, test } from 'vitest'
import { around, orderBy, wordsBeside } from '../../../src/domain/query/concordance'
import { marked } from '../../fixtures/marked'

const one = (source: string) => {
  const { text, spans: [span] } = marked(source)
  if (!span) throw new Error('nothing is marked')
  return { text, span }
}

test('what stands around a hit is cut between characters', () => {
  const { text, span } = one('😀ab <sun> cd😀')
  expect(around(text, span, 4)).toEqual({ before: '😀ab ', quote: 'sun', after: ' cd' })
  expect(around(text, span, 99)).toEqual({ before: '😀ab ', quote: 'sun', after: ' cd😀' })
})

describe('the words beside a hit', () => {
  const { text, span } = one('The “Élan” of the\n\nred <sun> was – so-called – lost on them.')
  const words = (side: 'left' | 'right', from: number): readonly string[] => wordsBeside(text, span, side, from).split('\u0001')

  it('count outwards, folded', () => {
    expect(words('left', 1)).toEqual(['red', 'the', 'of'])
    expect(words('left', 3)).toEqual(['of'])
    expect(words('right', 1)).toEqual(['was', 'so-called', 'lost'])
    expect(words('right', 2)).toEqual(['so-called', 'lost'])
  })

  it('may be none', () => {
    expect(wordsBeside('sun', { start: 0, end: 3 }, 'left', 1)).toBe('')
  })
})

test('hits are sorted by a key, those without one last, equal ones as they stand', () => {
  expect(orderBy(['b', '', 'a', 'b', ''])).toEqual([2, 0, 3, 1, 4])
})
