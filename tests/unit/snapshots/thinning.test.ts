import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALWAYS_KEPT, dispensable, MOST_AT_ONCE, type Point } from '../../../src/domain/snapshots/thinning'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const start = Date.parse('2026-03-02T08:00:00.000Z')
const plenty = Number.MAX_SAFE_INTEGER

const point = (n: number, time: number, room = 1): Point => ({ id: String(n), taken: new Date(time).toISOString(), marked: false, room })

/** Takes a snapshot every so often, and thins after each. @returns what is left, newest first */
function worked(times: readonly number[], most = plenty): readonly Point[] {
  let points: readonly Point[] = []
  for (const [n, time] of times.entries()) {
    points = [point(n, time), ...points]
    const gone = dispensable(points, time, most)
    points = points.filter(({ id }) => !gone.includes(id))
  }
  return points
}

const every = (step: number, count: number, from = start): readonly number[] => Array.from({ length: count }, (_, n) => from + n * step)

describe('which snapshots stay', () => {
  it('keeps all of the last hour, one an hour of the last day, one a day of the last month, one a week before', () => {
    const left = worked(every(10 * MINUTE, 6 * 24 * 60))
    const now = start + (6 * 24 * 60 - 1) * 10 * MINUTE
    const ages = left.map(({ taken }) => now - Date.parse(taken))
    expect(ages.filter((age) => age < HOUR)).toHaveLength(6)
    expect(ages.filter((age) => age >= 2 * HOUR && age < DAY).length).toBeLessThanOrEqual(23)
    expect(ages.filter((age) => age >= DAY && age < 30 * DAY).length).toBeLessThanOrEqual(31)
    expect(left.length).toBeLessThan(75)
    expect(left.length).toBeGreaterThan(60)
  })

  it('never takes the newest, nor any of the newest dozen because of its age', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 4 * 365 * 24 }), { minLength: 1, maxLength: 80 }), fc.integer({ min: 0, max: 8 * 365 * 24 }), (hours, later) => {
      const points = hours.map((hour, n) => point(hours.length - n, start + hour * HOUR))
      const gone = dispensable(points, start + later * HOUR, plenty)
      for (const { id } of points.slice(0, ALWAYS_KEPT)) expect(gone).not.toContain(id)
      expect(gone.length).toBeLessThanOrEqual(MOST_AT_ONCE)
    }), { seed: 20_260_301, numRuns: 300 })
  })

  it('keeps what was taken before something was done for a month', () => {
    const points = every(MINUTE, 40).map((time, n) => ({ ...point(n, time), marked: n % 2 === 0 })).reverse()
    expect(dispensable(points, start + 29 * DAY, plenty)).toEqual(['3', '5'])
    expect(dispensable(points, start + 40 * DAY, plenty)).toEqual(['1', '2'])
  })

  it('takes none that is the only one of its week', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 60 }), (weeks) => {
      const points = weeks.sort((a, b) => b - a).map((week) => point(week, start + week * 7 * DAY))
      expect(dispensable(points, start + 500 * 7 * DAY, plenty)).toEqual([])
    }), { seed: 20_260_301 })
  })

  it('leaves another one near each that goes, and comes to rest', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 3 * 24 * 60 }), { minLength: 20, maxLength: 200 }), (gaps) => {
      let time = start
      const points = gaps.map((gap, n) => point(n, time += gap * MINUTE)).reverse()
      let left: readonly Point[] = points
      for (let gone = dispensable(left, time, plenty); gone.length > 0; gone = dispensable(left, time, plenty)) left = left.filter(({ id }) => !gone.includes(id))
      for (const { id, taken } of points) {
        if (left.some((one) => one.id === id)) continue
        const age = time - Date.parse(taken)
        const reach = age < DAY ? HOUR : age < 30 * DAY ? DAY : 7 * DAY
        expect(left.some((one) => Math.abs(Date.parse(one.taken) - Date.parse(taken)) < reach)).toBe(true)
      }
    }), { seed: 20_260_301, numRuns: 200 })
  })

  it('loses a few at most to a clock that jumps ten years ahead, and back again', () => {
    fc.assert(fc.property(fc.integer({ min: -10, max: 10 }), fc.integer({ min: 1, max: 5 }), (years, wrong) => {
      const usual = every(10 * MINUTE, 300)
      const before = worked(usual)
      const jump = every(10 * MINUTE, wrong, start + years * 365 * DAY + 300 * 10 * MINUTE)
      const after = worked([...usual, ...jump, ...every(10 * MINUTE, 3, start + 310 * 10 * MINUTE)])
      const lost = before.filter(({ id }) => !after.some((one) => one.id === id))
      expect(lost.length).toBeLessThanOrEqual((wrong + 3) * MOST_AT_ONCE)
    }), { seed: 20_260_301, numRuns: 60 })
  })

  it('makes room by letting the oldest go, but never the newest', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 40 }), fc.integer({ min: 0, max: 1000 }), (rooms, most) => {
      const points = rooms.map((room, n) => point(rooms.length - n, start - n * MINUTE, room))
      const gone = dispensable(points, start, most)
      const left = points.filter(({ id }) => !gone.includes(id))
      expect(left[0]).toBe(points[0])
      expect(left).toEqual(points.slice(0, left.length))
      const sum = left.slice(left.length > 1 ? 0 : 1).reduce((so, { room }) => so + room, 0)
      expect(sum).toBeLessThanOrEqual(most)
    }), { seed: 20_260_301 })
  })
})
