import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, ConflictError, invert, sameData, squash, type Change, type Edit } from '../../../src/domain/changes/change'
import { putRecord, type Records } from '../../../src/domain/project/records'
import { applied, contentOf, copyOf } from '../../fixtures/changeLaws'
import { annotation, article, records } from '../../fixtures/records'

/** What a step does to some of a few records: rewrite, make or delete them. */
const steps = fc.array(fc.uniqueArray(fc.record({ slot: fc.nat(5), note: fc.option(fc.string({ maxLength: 3 }), { freq: 3 }) }), { selector: (one) => one.slot, minLength: 1, maxLength: 4 }), { maxLength: 6 })

/** The change that brings some slots to given notes (null deletes); slots 4 and 5 are events. */
function changeTo(now: Records, wanted: readonly { slot: number; note: string | null }[], label: string): Change {
  const edits = wanted.flatMap(({ slot, note }): Edit[] => {
    const id = `r${slot}`
    if (slot > 3) return [{ kind: 'event', id, before: now.event.get(id) ?? null, after: note === null ? null : { id, name: note, date: '', variables: {} } }]
    const after = note === null ? null : annotation(id, 'one <two> three', { note, subject: note.length > 1 ? 'a2' : 'a1' })
    return [{ kind: 'annotation', id, before: now.annotation.get(id) ?? null, after }]
  })
  return { label, edits: edits.filter((edit) => !sameData(edit.before, edit.after)) }
}

/** A run of changes, each on top of the one before, and the records at the start and after each. */
function played(plan: readonly (readonly { slot: number; note: string | null }[])[]): { changes: Change[]; states: Records[] } {
  const changes: Change[] = [], states = [records([article('a1', 'one two three')], [annotation('r0', '<one>'), annotation('r1', '<one>')])]
  let now = records([article('a1', 'one two three')], [annotation('r0', '<one>'), annotation('r1', '<one>')])
  for (const [i, wanted] of plan.entries()) {
    const change = changeTo(now, wanted, `step ${i}`)
    now = copyOf(now)
    apply(now, change)
    changes.push(change)
    states.push(now)
  }
  return { changes, states }
}

describe('the laws of changes', () => {
  test('apply, then apply the inverse: all is as before', () => {
    fc.assert(fc.property(steps, (plan) => {
      const { changes, states } = played(plan)
      const now = copyOf(states.at(-1) ?? records())
      for (const [i, change] of [...changes.entries()].reverse()) {
        apply(now, invert(change))
        expect(contentOf(now)).toEqual(contentOf(states[i] ?? records()))
      }
    }), { seed: 21 })
  })

  test('squashed changes do what they do in turn, however they are grouped', () => {
    fc.assert(fc.property(steps, fc.nat(6), (plan, cut) => {
      const { changes, states } = played(plan)
      const last = contentOf(states.at(-1) ?? records())
      for (const one of [squash(changes), squash([squash(changes.slice(0, cut)), squash(changes.slice(cut))])]) {
        const now = copyOf(states[0] ?? records())
        apply(now, one)
        expect(contentOf(now)).toEqual(last)
      }
      expect(squash(changes).label).toBe(changes.at(-1)?.label ?? '')
    }), { seed: 22 })
  })

  test('a change squashed with its inverse is empty', () => {
    fc.assert(fc.property(steps, (plan) => {
      for (const change of played(plan).changes) expect(squash([change, invert(change)]).edits).toEqual([])
    }), { seed: 23 })
  })

  test('changes survive JSON', () => {
    fc.assert(fc.property(steps, (plan) => {
      const { changes } = played(plan)
      expect(JSON.parse(JSON.stringify(changes))).toEqual(changes)
    }), { seed: 24 })
  })
})

describe('a change that does not fit', () => {
  const other = annotation('n1', '<one>', { note: 'of another' })
  const made = (): Records => records([], [annotation('n0', '<one>'), annotation('n1', '<one>')])
  const change: Change = { label: 'x', edits: [{ kind: 'annotation', id: 'n0', before: annotation('n0', '<one>'), after: null }, { kind: 'annotation', id: 'n1', before: other, after: null }] }

  test('alters nothing at all', () => {
    const now = made(), before = contentOf(made())
    expect(() => apply(now, change)).toThrow(ConflictError)
    expect(() => apply(now, change)).toThrow('annotation n1 is not what the change started from')
    expect(contentOf(now)).toEqual(before)
  })

  test('making what is there, or deleting what is gone, does not fit either', () => {
    expect(() => apply(made(), { label: 'x', edits: [{ kind: 'annotation', id: 'n1', before: null, after: other }] })).toThrow(ConflictError)
    expect(() => apply(made(), { label: 'x', edits: [{ kind: 'annotation', id: 'n9', before: other, after: null }] })).toThrow(ConflictError)
  })

  test('fits again once the record is back, whatever the order of its keys', () => {
    const now = made()
    putRecord(now, 'annotation', 'n1', Object.fromEntries(Object.entries(other).reverse()) as typeof other)
    expect(applied(now, change).annotation.size).toBe(0)
  })
})

test.each([
  [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true], [[], {}, false], [[1, 2], [2, 1], false], [null, {}, false], ['1', 1, false], [{ a: 1 }, { a: 1, b: 1 }, false], [{ a: 1 }, { b: 1 }, false], [Number.NaN, Number.NaN, true],
])('%j and %j are the same data: %s', (a, b, same) => {
  expect(sameData(a, b)).toBe(same)
  expect(sameData(b, a)).toBe(same)
})
