import { describe, expect, it } from 'vitest'
import type { ReaderMark } from '../../../src/renderer/reader/mark'
import { MarkSet, marksWithin } from '../../../src/renderer/reader/markSet'

const mark = (id: string, ...spans: readonly (readonly [number, number])[]): ReaderMark =>
  ({ id, spans: spans.map(([start, end]) => ({ start, end })), label: id, colour: 'amber', style: 'tint', incomplete: false })

describe('MarkSet', () => {
  it('knows marks by id and by every one of their spans', () => {
    const marks = new MarkSet()
    marks.reset([mark('outer', [0, 30]), mark('split', [5, 9], [20, 25])])
    expect(marks.at(6)).toEqual(['split', 'outer'])
    expect(marks.at(22)).toEqual(['split', 'outer'])
    expect(marks.at(12)).toEqual(['outer'])
    expect(marks.get('split')?.label).toBe('split')
  })

  it('forgets what is removed and finds what is put', () => {
    const marks = new MarkSet()
    marks.reset([mark('one', [0, 30], [40, 50])])
    expect(marks.put(mark('one', [2, 4]))?.spans).toEqual([{ start: 0, end: 30 }, { start: 40, end: 50 }])
    expect([marks.at(1), marks.at(3), marks.at(45)]).toEqual([[], ['one'], []])
    expect(marks.remove('one')?.spans).toEqual([{ start: 2, end: 4 }])
    expect([marks.at(3), marks.get('one'), marks.remove('one')]).toEqual([[], undefined, undefined])
  })
})

describe('marksWithin', () => {
  it('takes what reaches in, and leaves out marks of the whole article', () => {
    const marks = [mark('before', [0, 10]), mark('into', [5, 11]), mark('around', [0, 3], [90, 99]), mark('after', [20, 30]), mark('article')]
    expect(marksWithin(marks, 10, 20).map(({ id }) => id)).toEqual(['into', 'around'])
  })
})
