import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextCount } from '../../../src/domain/merge/dot'
import { fileFrom, fileVersionsSchema, versionedFrom } from '../../../src/domain/merge/fileVersions'
import { brought, canFulfil, equal, fulfilled, merge, written, type Versioned } from '../../../src/domain/merge/versioned'
import { coder, happenings, nothing, plain, putting, statesOf } from './replicas'

const runs = { numRuns: 10_000, seed: 20_261_122 }

/** Three states of copies of one file, as any course of events may leave them. */
const threeStates = fc.tuple(happenings, fc.nat(), fc.nat(), fc.nat()).map(([happened, ...picks]): readonly Versioned[] => {
  const states = statesOf(happened)
  return picks.map((pick) => states[pick % states.length] ?? nothing)
})

describe('merging copies of a file, in 10,000 courses of events on three computers', () => {
  it('does not ask which copy is merged into which', () => {
    fc.assert(fc.property(threeStates, ([a = nothing, b = nothing]) => { expect(plain(merge(a, b))).toEqual(plain(merge(b, a))) }), runs)
  })

  it('does not ask which two of three come together first', () => {
    fc.assert(fc.property(threeStates, ([a = nothing, b = nothing, c = nothing]) => { expect(plain(merge(merge(a, b), c))).toEqual(plain(merge(a, merge(b, c)))) }), runs)
  })

  it('changes nothing when done again, or with a copy of what was there', () => {
    fc.assert(fc.property(threeStates, ([a = nothing, b = nothing]) => {
      const both = merge(a, b)
      expect(equal(merge(both, b), both) && equal(merge(a, a), a)).toBe(true)
      expect(plain(merge(both, b))).toEqual(plain(both))
    }), runs)
  })

  it('has everything of computers that never heard of each other', () => {
    fc.assert(fc.property(happenings, (happened) => {
      const apart = happened.filter(({ what }) => what !== 'sync')
      const final = statesOf(apart).slice(-3).reduce(merge)
      const last = new Map(apart.flatMap((one) => (one.what === 'write' ? [[`${one.on}${one.id}`, one.name] as const] : [])))
      const wanted = [...last].filter(([, name]) => name !== null)
      const found = wanted.filter(([place, name]) => final.held.get(`coder/${place.slice(1)}`)?.some(({ record }) => 'name' in record && record.name === name))
      expect(found).toEqual(wanted)
    }), runs)
  })

  it('is the same whoever does a promised write, and however often', () => {
    fc.assert(fc.property(threeStates, fc.constantFrom('x', 'new', null), ([a = nothing, b = nothing], name) => {
      const promised = { at: { writer: 'zzzzzzzz', count: nextCount(a.seen) }, knowing: a.seen }
      const puts = [putting('a', name), putting('b', 'y')]
      const [mine, both] = [fulfilled(a, promised, puts), merge(a, b)]
      expect(equal(mine, written(a, promised.at, puts))).toBe(true)
      expect(canFulfil(both, promised)).toBe(true)
      const theirs = fulfilled(both, promised, puts)
      expect(plain(merge(mine, theirs))).toEqual(plain(merge(mine, b)))
      expect(fulfilled(theirs, promised, puts)).toBe(theirs)
    }), runs)
  })

  it('survives being written to a file and read again', () => {
    fc.assert(fc.property(threeStates, ([a = nothing, b = nothing]) => {
      const both = merge(a, b)
      const { records, versions } = fileFrom(both)
      const read = versionedFrom(records, fileVersionsSchema.parse(JSON.parse(JSON.stringify(versions))), (kind, id, record) => (kind === 'coder' ? { kind, id, record: record as ReturnType<typeof coder> } : null))
      expect(plain(read)).toEqual(plain(both))
    }), { ...runs, numRuns: 2_000 })
  })
})

describe('of two computers that don’t know of each other', () => {
  const start = written(nothing, { writer: 'aaaaaaaa', count: 1 }, [putting('a', 'x'), putting('b', 'x')])
  const here = (id: string, name: string | null): Versioned => written(start, { writer: 'aaaaaaaa', count: 2 }, [putting(id, name)])
  const there = (id: string, name: string | null): Versioned => written(start, { writer: 'bbbbbbbb', count: 2 }, [putting(id, name)])
  const names = (state: Versioned): Record<string, string> => Object.fromEntries([...state.held.values()].flatMap(([newest]) => (newest?.kind === 'coder' ? [[newest.id, newest.record.name]] : [])))

  it('what each adds is there', () => {
    expect(names(merge(here('c', 'new'), there('d', 'new')))).toEqual({ a: 'x', b: 'x', c: 'new', d: 'new' })
  })

  it('what one deletes is gone, but not what the other changed meanwhile', () => {
    expect(names(merge(here('a', null), there('b', 'changed')))).toEqual({ b: 'changed' })
    expect(names(merge(here('a', null), there('a', 'changed')))).toEqual({ a: 'changed', b: 'x' })
  })

  it('of a record that both changed one version is shown, the same everywhere, and the other is kept until it is written again', () => {
    const both = merge(here('a', 'mine'), there('a', 'theirs'))
    expect(names(both)['a']).toBe('theirs')
    expect(both.held.get('coder/a')?.map(({ record }) => 'name' in record && record.name)).toEqual(['theirs', 'mine'])
    expect(brought(here('a', 'mine'), both)).toEqual({ added: 0, changed: 1, removed: 0, contested: [{ kind: 'coder', id: 'a' }] })
    const settled = written(both, { writer: 'aaaaaaaa', count: 3 }, [putting('a', 'agreed')])
    expect(settled.held.get('coder/a')).toHaveLength(1)
    expect(names(merge(settled, there('a', 'theirs')))['a']).toBe('agreed')
  })

  it('the later of two writes that know of each other counts, whatever their clocks said', () => {
    const answered = written(merge(start, there('a', 'theirs')), { writer: 'aaaaaaaa', count: 3 }, [putting('a', 'after theirs')])
    expect(names(merge(there('a', 'theirs'), answered))['a']).toBe('after theirs')
  })
})
