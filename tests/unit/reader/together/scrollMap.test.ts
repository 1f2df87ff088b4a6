import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorsBetween, heaviestChain } from '../../../../src/renderer/reader/together/anchors'
import type { JoinedPassage } from '../../../../src/renderer/reader/together/passage'
import { eased, levelWith, readingLine, returning } from '../../../../src/renderer/reader/together/scrollMap'

const lines = (anchors: readonly (readonly [number, number])[]) => ({ count: anchors.length, from: (i: number) => anchors[i]?.[0] ?? 0, to: (i: number) => anchors[i]?.[1] ?? 0 })
const heights = { from: 1000, to: 2000 }

describe('what is level with a line', () => {
  test('is the anchor at an anchor, and in proportion between two', () => {
    const anchors = lines([[100, 400], [300, 500], [900, 1900]])
    expect([100, 300, 900].map((at) => levelWith(anchors, at, heights))).toEqual([400, 500, 1900])
    expect([0, 50, 200, 600, 950, 1000].map((at) => levelWith(anchors, at, heights))).toEqual([0, 200, 450, 1200, 1950, 2000])
  })

  test('is in proportion to the whole where nothing is shared', () => {
    expect(levelWith(lines([]), 250, heights)).toBe(500)
  })

  test('never goes back while the leader goes on, not even where anchors were only estimated', () => {
    const anchors = fc.array(fc.tuple(fc.nat(1000), fc.nat(2000)), { maxLength: 30 })
    fc.assert(fc.property(anchors, fc.array(fc.nat(1000), { minLength: 2, maxLength: 50 }), (drawn, asked) => {
      const froms = drawn.map(([from]) => from).sort((a, b) => a - b)
      const tos = drawn.map(([, to]) => to).sort((a, b) => a - b)
      const map = lines(froms.map((from, i) => [from, tos[i] ?? 0]))
      const found = [...asked].sort((a, b) => a - b).map((at) => levelWith(map, at, heights))
      found.forEach((at, i) => { expect(at).toBeGreaterThanOrEqual(found[i - 1] ?? 0) })
    }), { seed: 20240318 })
  })
})

describe('the line that others follow', () => {
  test('is at the top at the start, at the foot at the end, and at rest between', () => {
    expect([0, 100, 250, 1000, 1600, 2000].map((scrolled) => readingLine(scrolled, 2000, 800, 250))).toEqual([0, 100, 250, 250, 400, 800])
    expect(readingLine(50, 100, 800, 250)).toBe(400)
    expect(readingLine(0, 0, 800, 250)).toBe(0)
  })

  test('comes to every line of the text once, in order', () => {
    for (const furthest of [10, 700, 800, 5000]) {
      const at = Array.from({ length: furthest + 1 }, (_, scrolled) => scrolled + readingLine(scrolled, furthest, 800, 250))
      expect([at[0], at.at(-1)]).toEqual([0, furthest + 800])
      at.forEach((line, i) => { expect(line).toBeGreaterThan(at[i - 1] ?? -1) })
    }
  })
})

test('after a passage was held level the line goes back to its place, and the text never runs backwards along it', () => {
  for (const [led, from] of [[10, 0], [10, 700], [-10, 0], [-10, 700]] as const) {
    let line: number = from
    for (let steps = 0; steps < 100; steps += 1) {
      const next = returning(line, 250, led)
      expect(Math.sign(led + next - line)).toBe(Math.sign(led))
      line = next
    }
    expect(line).toBe(250)
  }
  expect(returning(100, 250, 0)).toBe(100)
})

test('a follower goes small ways at once, long ones in steps, and always arrives', () => {
  expect([eased(30, 0), eased(-30, 0), eased(100, 40)]).toEqual([30, -30, 100])
  let gap = 5000
  let frames = 0
  for (; gap >= 1; frames += 1) gap -= eased(gap, 0)
  expect(frames).toBeLessThan(25)
  expect(gap).toBe(0)
})

const passage = (id: string, a: number, b: number, strength = 0.5, sure = true): JoinedPassage =>
  ({ id, strength, sure, places: new Map([['a', [{ start: a, end: a + 10 }]], ['b', [{ start: b, end: b + 10 }]]]) })

describe('anchors', () => {
  test('leave out what one article tells at another place', () => {
    const passages = [passage('early', 10, 10), passage('moved', 50, 900), passage('middle', 100, 120), passage('late', 300, 500)]
    expect(anchorsBetween(passages, 'a', 'b', null)).toEqual([{ from: 10, to: 10 }, { from: 100, to: 120 }, { from: 300, to: 500 }])
    expect(anchorsBetween(passages, 'b', 'a', null)).toEqual([{ from: 10, to: 10 }, { from: 120, to: 100 }, { from: 500, to: 300 }])
    expect(anchorsBetween(passages, 'a', 'c', null)).toEqual([])
  })

  test('always keep the passage in hand', () => {
    const passages = [passage('early', 10, 10), passage('moved', 50, 900), passage('middle', 100, 120), passage('late', 300, 500)]
    expect(anchorsBetween(passages, 'a', 'b', 'moved')).toEqual([{ from: 10, to: 10 }, { from: 50, to: 900 }])
  })

  test('ascend in both texts, whatever is shared, and rather follow what is sure', () => {
    expect(anchorsBetween([passage('maybe', 10, 500, 0.9, false), passage('sure', 20, 100, 0.1)], 'a', 'b', null)).toEqual([{ from: 20, to: 100 }])
    fc.assert(fc.property(fc.array(fc.record({ from: fc.nat(500), to: fc.nat(500), weight: fc.double({ min: 0.1, max: 2, noNaN: true }) }), { maxLength: 60 }), (candidates) => {
      const chain = heaviestChain(candidates)
      expect(chain.length > 0).toBe(candidates.length > 0)
      chain.forEach((one, i) => {
        const before = chain[i - 1] ?? { from: -1, to: -1 }
        expect(one.from > before.from && one.to > before.to).toBe(true)
        expect(candidates.some(({ from, to }) => from === one.from && to === one.to)).toBe(true)
      })
    }), { seed: 20240318 })
  })
})
