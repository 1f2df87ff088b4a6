import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IntervalIndex, type Entry } from '../../../src/renderer/reader/intervalIndex'
import { topRuns } from '../../../src/renderer/reader/runs'

const seed = { seed: 20230913, numRuns: 200 }

const entry = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 4 }))
  .map(([start, length, value]): Entry<number> => ({ start, end: start + length, value }))

const inOrder = (a: Entry<number>, b: Entry<number>): number => a.start - b.start || b.end - a.end || a.value - b.value
const overlapping = (all: readonly Entry<number>[], from: number, to: number): Entry<number>[] =>
  all.filter((one) => one.start < to && one.end > from).sort(inOrder)

describe('IntervalIndex', () => {
  it('answers as a search through all entries does, while entries come and go', () => {
    fc.assert(fc.property(
      fc.array(entry, { maxLength: 150 }), fc.array(entry, { maxLength: 300 }), fc.array(fc.nat(), { maxLength: 200 }), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 50 }),
      (first, added, removed, from, length) => {
        const index = new IntervalIndex(first)
        const all = [...first]
        for (const one of added) {
          index.add(one)
          all.push(one)
        }
        for (const pick of removed) {
          const [gone] = all.splice(pick % (all.length || 1), 1)
          expect(index.remove({ ...(gone ?? { start: -1, end: 0, value: 0 }) })).toBe(gone !== undefined)
        }
        expect(index.size).toBe(all.length)
        const found = index.overlapping(from, from + length)
        expect([...found].sort(inOrder)).toEqual(overlapping(all, from, from + length))
        expect(found).toEqual([...found].sort((a, b) => a.start - b.start || b.end - a.end))
      },
    ), seed)
  })

  it('says so when there is nothing to remove', () => {
    expect(new IntervalIndex([{ start: 1, end: 4, value: 'a' }]).remove({ start: 1, end: 4, value: 'b' })).toBe(false)
  })

  it('lists what lies over an offset from the inside out', () => {
    const index = new IntervalIndex([{ start: 0, end: 20, value: 'outer' }, { start: 5, end: 9, value: 'inner' }, { start: 2, end: 12, value: 'middle' }])
    expect(index.at(6).map((one) => one.value)).toEqual(['inner', 'middle', 'outer'])
    expect(index.at(9).map((one) => one.value)).toEqual(['middle', 'outer'])
    expect(index.at(20)).toEqual([])
  })
})

describe('topRuns', () => {
  it('shows over every unit the entry that starts last, of equal starts the shorter', () => {
    fc.assert(fc.property(fc.array(entry, { maxLength: 40 }), fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 200 }), (entries, start, length) => {
      const end = start + length
      const sorted = [...entries].sort((a, b) => a.start - b.start || b.end - a.end)
      const runs = topRuns(sorted.filter((one) => one.start < end && one.end > start), start, end)
      const seen = new Map<number, number>()
      runs.forEach((run, at) => {
        expect(run.start).toBeGreaterThanOrEqual(runs[at - 1]?.end ?? start)
        expect(run.end).toBeLessThanOrEqual(end)
        expect(runs[at - 1]).not.toMatchObject({ end: run.start, value: run.value })
        for (let unit = run.start; unit < run.end; unit += 1) seen.set(unit, run.value)
      })
      for (let unit = start; unit < end; unit += 1) {
        const over = sorted.filter((one) => one.start <= unit && one.end > unit)
        expect(seen.get(unit)).toBe(over.at(-1)?.value)
      }
    }), seed)
  })
})
