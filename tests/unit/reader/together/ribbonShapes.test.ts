import { expect, test } from 'vitest'
import { clipped, ribbonPath, ribbonsBetween, type Bank } from '../../../../src/renderer/reader/together/ribbonShapes'

const bank = (left: number, top: number, bottom: number): Bank => ({ left, right: left + 200, top, bottom })

test('a ribbon leaves one column as high as the passage is there and reaches the next as high as it is there', () => {
  expect(ribbonPath(bank(20, 100, 140), bank(320, 60, 120))).toBe('M220 100C270 100 270 60 320 60V120C270 120 270 140 220 140Z')
})

test('ribbons join neighbours; a column without the passage is crossed, and the ends join nothing', () => {
  const [a, c, d] = [bank(20, 0, 40), bank(620, 0, 40), bank(920, 10, 50)]
  expect(ribbonsBetween([[a], [], [c], [d], []])).toEqual([{ d: ribbonPath(a, c), crossing: true }, { d: ribbonPath(c, d), crossing: false }])
  expect(ribbonsBetween([[], [c], []])).toEqual([])
})

test('each place in a column is joined', () => {
  const [a, b, twice] = [bank(20, 0, 40), bank(320, 0, 40), bank(320, 200, 240)]
  expect(ribbonsBetween([[a], [b, twice]]).map(({ d }) => d)).toEqual([ribbonPath(a, b), ribbonPath(a, twice)])
})

test('only what is seen of a place is joined', () => {
  expect(clipped(bank(0, 50, 150), 100, 600)).toEqual(bank(0, 100, 150))
  expect(clipped(bank(0, 50, 100), 100, 600)).toBeUndefined()
})
