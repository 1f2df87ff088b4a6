import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BRACKET, bracketLeft, gutterFor } from '../../../src/renderer/reader/gutter'
import { layoutLanes, type LaneItem } from '../../../src/renderer/reader/lanes'

const room = { lanes: 3, push: 30 }
const item = (id: string, top: number, bottom: number, label = 13): LaneItem => ({ id, top, bottom, label })

describe('layoutLanes', () => {
  it('keeps marks that do not overlap outermost', () => {
    const { brackets, labels } = layoutLanes([item('a', 0, 20), item('b', 24, 44)], room)
    expect(brackets).toEqual([{ id: 'a', lane: 0 }, { id: 'b', lane: 0 }])
    expect(labels.map(({ id, top }) => [id, top])).toEqual([['a', 0], ['b', 24]])
  })

  it('steps inwards where marks overlap, the longest outermost, and labels them one below the other', () => {
    const { brackets, labels } = layoutLanes([item('inner', 24, 44), item('outer', 0, 70), item('first', 0, 20)], room)
    expect(brackets).toEqual([{ id: 'outer', lane: 0 }, { id: 'first', lane: 1 }, { id: 'inner', lane: 1 }])
    expect(labels.map(({ id, top }) => [id, top])).toEqual([['outer', 0], ['first', 13], ['inner', 26]])
  })

  it('gives the outermost bracket its label first, and counts what has no room', () => {
    const crowd = ['a', 'b', 'c', 'd', 'e'].map((id) => item(id, 0, 20))
    const { brackets, labels } = layoutLanes([...crowd, item('next', 24, 44)], { lanes: 3, push: 13 })
    expect(brackets.map(({ id, lane }) => [id, lane])).toEqual([['a', 0], ['b', 1], ['c', 2], ['next', 0]])
    expect(labels).toEqual([{ id: 'a', top: 0, height: 13, hidden: ['d', 'e', 'b', 'c'] }, { id: 'next', top: 24, height: 13, hidden: [] }])
  })

  it('never lets brackets of a lane or labels overlap, and accounts for every mark', () => {
    const items = fc.array(fc.tuple(fc.nat(800), fc.integer({ min: 15, max: 200 }), fc.constantFrom(13, 25)), { maxLength: 60 })
      .map((all) => all.map(([top, height, label], at) => item(`${at}`, top, top + height, label)))
    fc.assert(fc.property(items, fc.integer({ min: 1, max: 5 }), (all, lanes) => {
      const byId = new Map(all.map((one) => [one.id, one]))
      const { brackets, labels } = layoutLanes(all, { lanes, push: 30 })
      for (const [at, a] of brackets.entries()) {
        expect(a.lane).toBeLessThan(lanes)
        for (const b of brackets.slice(at + 1)) expect(a.lane === b.lane && meets(byId.get(a.id), byId.get(b.id))).toBe(false)
      }
      for (const [at, label] of labels.entries()) {
        const next = labels[at + 1]
        expect(label.top + label.height).toBeLessThanOrEqual(next?.top ?? Infinity)
        expect(label.top).toBeGreaterThanOrEqual(byId.get(label.id)?.top ?? Infinity)
      }
      const named = labels.flatMap((label) => [label.id, ...label.hidden])
      expect(named.sort()).toEqual(all.map((one) => one.id).sort())
    }), { seed: 20230913 })
  })
})

describe('the gutter', () => {
  it.each([180, 259, 260, 399, 400, 900])('keeps all brackets of a column %i pixels wide off the text and off the labels', (column) => {
    const gutter = gutterFor(column)
    expect(bracketLeft(gutter, gutter.lanes - 1)).toBeGreaterThan(0)
    expect(bracketLeft(gutter, 0) + BRACKET).toBeLessThan(gutter.width - gutter.label)
    expect(gutter.pitch).toBeGreaterThan(BRACKET)
  })
})

const meets = (a: LaneItem | undefined, b: LaneItem | undefined): boolean => Boolean(a && b && a.top < b.bottom && b.top < a.bottom)
