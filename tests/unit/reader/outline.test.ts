import { describe, expect, it } from 'vitest'
import { lineBoxes, outlinePath } from '../../../src/renderer/reader/outline'

const box = (left: number, right: number, top: number, bottom: number) => ({ left, right, top, bottom })

describe('outlinePath', () => {
  it('draws one line as a rectangle', () => {
    expect(outlinePath([box(10, 50, 0, 20)])).toBe('M50 0L50 20L10 20L10 0Z')
  })

  it('joins lines that lie over one another, halfway between them', () => {
    expect(outlinePath([box(40, 100, 0, 20), box(0, 60, 24, 44)])).toBe('M100 0L100 22L60 22L60 44L0 44L0 22L40 22L40 0Z')
  })

  it('keeps the end of a line and the start of the next apart', () => {
    expect(outlinePath([box(80, 100, 0, 20), box(0, 30, 24, 44)])).toBe('M100 0L100 20L80 20L80 0ZM30 24L30 44L0 44L0 24Z')
  })

  it('starts anew in the next paragraph', () => {
    expect(outlinePath([box(0, 100, 0, 20), box(0, 100, 60, 80)]).split('M')).toHaveLength(3)
  })
})

describe('lineBoxes', () => {
  it('takes pieces of one line together', () => {
    expect(lineBoxes([box(0, 40, 0, 20), box(40, 60, 1, 19), box(0, 10, 24, 44)])).toEqual([box(0, 60, 0, 20), box(0, 10, 24, 44)])
  })

  it('leaves out what has no size', () => {
    expect(lineBoxes([box(0, 0, 0, 0), box(5, 9, 0, 20)])).toEqual([box(5, 9, 0, 20)])
  })
})
