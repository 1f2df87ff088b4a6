import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutBars } from '../../../src/renderer/reader/sharedLanes'

const item = (id: string, top: number, bottom: number) => ({ id, top, bottom })

test('bars stand beside the text, and step outwards where two overlap', () => {
  expect(layoutBars([item('b', 30, 60), item('a', 0, 40), item('c', 70, 90)], 2)).toEqual([
    { lane: 0, top: 0, bottom: 40, ids: ['a'] }, { lane: 1, top: 30, bottom: 60, ids: ['b'] }, { lane: 0, top: 70, bottom: 90, ids: ['c'] },
  ])
})

test('a third one over the same lines joins the bar it shares most with', () => {
  expect(layoutBars([item('a', 0, 40), item('b', 10, 90), item('c', 20, 100)], 2)).toEqual([
    { lane: 0, top: 0, bottom: 40, ids: ['a'] }, { lane: 1, top: 10, bottom: 100, ids: ['b', 'c'] },
  ])
})

test('every item is in one bar that covers it, and bars of a lane never overlap', () => {
  const items = fc.array(fc.tuple(fc.nat(600), fc.integer({ min: 10, max: 200 })), { maxLength: 60 })
  fc.assert(fc.property(items, (drawn) => {
    const given = drawn.map(([top, height], i) => item(String(i), top, top + height))
    const bars = layoutBars(given, 2)
    expect(bars.flatMap(({ ids }) => ids).sort()).toEqual(given.map(({ id }) => id).sort())
    for (const one of given) {
      const bar = bars.find(({ ids }) => ids.includes(one.id))
      expect(bar && bar.top <= one.top && bar.bottom >= one.bottom).toBe(true)
    }
    for (const lane of [0, 1]) {
      const own = bars.filter((bar) => bar.lane === lane)
      own.forEach((bar, i) => { expect(bar.top).toBeGreaterThanOrEqual((own[i - 1]?.bottom ?? -1) + 1) })
    }
    expect(bars.every(({ lane }) => lane < 2)).toBe(true)
  }), { seed: 20240318 })
})
