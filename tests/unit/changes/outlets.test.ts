import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeOutlets, renameOutlet, setOutletAliases, setOutletVariable } from '../../../src/domain/changes/commands/outlets'
import { changeOf, type Plan } from '../../../src/domain/changes/plan'
import type { Outlet } from '../../../src/domain/project/outlet'
import { putRecord, type Records } from '../../../src/domain/project/records'
import { knownOutlets, outletVariables } from '../../../src/domain/query/outlets'
import { applied } from '../../fixtures/changeLaws'
import { article, ids, records } from '../../fixtures/records'

const at = { id: ids('new') }
const outlet = (id: string, name: string, over: Partial<Outlet> = {}): Outlet => ({ id, name, aliases: [], variables: {}, ...over })

function project(articles: readonly string[], outlets: readonly Outlet[] = []): Records {
  const now = records(articles.map((name, i) => article(`a${i}`, `text ${i}`, { outlet: name })))
  for (const one of outlets) putRecord(now, 'outlet', one.id, one)
  return now
}

const carriedOut = (now: Records, plan: Plan | null): Records => applied(now, plan && changeOf(plan))
const outletsOf = (now: Records): unknown[] => [...now.outlet.values()].map(({ name, aliases, variables }) => ({ name, aliases, variables }))
const namedIn = (now: Records): string[] => [...now.article.values()].map((one) => one.outlet)

describe('merging outlets', () => {
  test('gives their articles one name and keeps the others as aliases', () => {
    const now = project(['The Meridian', 'Meridian', 'MERIDIAN', 'Lunde Courier', ''])
    const plan = mergeOutlets(now, { names: ['Meridian', 'MERIDIAN', 'The Meridian'], into: 'The Meridian' }, at)
    expect([plan?.label, plan?.touched]).toEqual(['merge “Meridian”, “MERIDIAN” into “The Meridian”', 3])
    const after = carriedOut(now, plan)
    expect(namedIn(after)).toEqual(['The Meridian', 'The Meridian', 'The Meridian', 'Lunde Courier', ''])
    expect(outletsOf(after)).toEqual([{ name: 'The Meridian', aliases: ['Meridian', 'MERIDIAN'], variables: {} }])
  })

  test('takes what is known of the others only where it is not known of the one that stays', () => {
    const now = project(['A', 'B', 'C'], [outlet('a', 'A', { aliases: ['a.'], variables: { country: 'Lunde' } }), outlet('b', 'B', { aliases: ['b.'], variables: { country: 'Velmar', type: 'daily' } }), outlet('c', 'C', { variables: { type: 'agency', owner: 'state' } })])
    const after = carriedOut(now, mergeOutlets(now, { names: ['A', 'B', 'C'], into: 'A' }, at))
    expect(outletsOf(after)).toEqual([{ name: 'A', aliases: ['a.', 'B', 'C', 'b.'], variables: { country: 'Lunde', type: 'daily', owner: 'state' } }])
  })

  test('may give them a name that none had', () => {
    const now = project(['A', 'B'], [outlet('b', 'B', { variables: { type: 'daily' } })])
    const after = carriedOut(now, mergeOutlets(now, { names: ['A', 'B'], into: ' New name ' }, at))
    expect([...after.outlet.values()]).toEqual([{ id: 'b', name: 'New name', aliases: ['A', 'B'], variables: { type: 'daily' } }])
  })

  test('needs another one and a name', () => {
    const now = project(['A', 'B'])
    expect(mergeOutlets(now, { names: ['A'], into: 'A' }, at)).toBeNull()
    expect(mergeOutlets(now, { names: ['A', 'B'], into: ' ' }, at)).toBeNull()
  })

  test('leaves no article under a name that was given up, and no alias with two outlets', () => {
    const name: fc.Arbitrary<string> = fc.constantFrom('A', 'B', 'C', 'D', 'E')
    const known = fc.uniqueArray(fc.record({ name, aliases: fc.uniqueArray(fc.constantFrom('b', 'c', 'D', 'E'), { maxLength: 2 }) }), { selector: (one) => one.name })
    fc.assert(fc.property(fc.array<string>(name, { minLength: 1 }), known, fc.uniqueArray(name, { minLength: 2 }), name, (articles, outlets, names, into) => {
      const now = project(articles, outlets.map((one, i) => outlet(`o${i}`, one.name, { aliases: one.aliases.filter((alias) => alias !== one.name) })))
      const plan = mergeOutlets(now, { names, into }, at)
      if (!plan) return
      const after = carriedOut(now, plan)
      const givenUp = names.filter((one) => one !== into)
      expect(namedIn(after).filter((one) => givenUp.includes(one))).toEqual([])
      for (const gone of givenUp) expect([...after.outlet.values()].filter((one) => one.aliases.includes(gone)).map((one) => one.name)).toEqual([into])
      expect([...after.outlet.values()].filter((one) => one.aliases.includes(one.name))).toEqual([])
    }), { seed: 7 })
  })
})

describe('an outlet', () => {
  test('is renamed in all articles, and stays known under the old name', () => {
    const now = project(['Meridan', 'Meridan'], [outlet('m', 'Meridan', { variables: { country: 'Lunde' } })])
    const plan = renameOutlet(now, { name: 'Meridan', to: ' The Meridian ' }, at)
    expect(plan?.label).toBe('rename “Meridan” “The Meridian”')
    const after = carriedOut(now, plan)
    expect(namedIn(after)).toEqual(['The Meridian', 'The Meridian'])
    expect([...after.outlet.values()]).toEqual([{ id: 'm', name: 'The Meridian', aliases: ['Meridan'], variables: { country: 'Lunde' } }])
    expect(outletsOf(carriedOut(after, renameOutlet(after, { name: 'The Meridian', to: 'Meridan' }, at)))).toEqual([{ name: 'Meridan', aliases: ['The Meridian'], variables: { country: 'Lunde' } }])
    expect(renameOutlet(now, { name: 'Meridan', to: ' ' }, at)).toBeNull()
    expect(renameOutlet(now, { name: 'Meridan', to: 'Meridan' }, at)).toBeNull()
  })

  test('has its other names set; articles under one of them follow', () => {
    const now = project(['The Meridian', 'Meridian'], [outlet('l', 'Lunde Courier', { aliases: ['Meridian', 'Courier'] })])
    const after = carriedOut(now, setOutletAliases(now, { name: 'The Meridian', aliases: [' Meridian ', 'MER', 'The Meridian', ''] }, at))
    expect(namedIn(after)).toEqual(['The Meridian', 'The Meridian'])
    expect(outletsOf(after)).toEqual([{ name: 'Lunde Courier', aliases: ['Courier'], variables: {} }, { name: 'The Meridian', aliases: ['Meridian', 'MER'], variables: {} }])
    const none = carriedOut(after, setOutletAliases(after, { name: 'The Meridian', aliases: [] }, at))
    expect(outletsOf(none)).toEqual([{ name: 'Lunde Courier', aliases: ['Courier'], variables: {} }])
    expect(setOutletAliases(after, { name: 'The Meridian', aliases: ['Meridian', 'MER'] }, at)).toBeNull()
  })

  test('has variables, which are unknown when they are empty', () => {
    const now = project(['A', 'B'])
    const change = setOutletVariable(now, { names: ['A', 'B'], variable: ' country ', value: ' Lunde ' }, at)
    expect(change?.label).toBe('set country of 2 outlets')
    const after = applied(now, change)
    expect(outletsOf(after)).toEqual([{ name: 'A', aliases: [], variables: { country: 'Lunde' } }, { name: 'B', aliases: [], variables: { country: 'Lunde' } }])
    const unknown = applied(after, setOutletVariable(after, { names: ['A'], variable: 'country', value: '' }, at))
    expect(outletsOf(unknown)).toEqual([{ name: 'B', aliases: [], variables: { country: 'Lunde' } }])
    expect(setOutletVariable(after, { names: ['A'], variable: 'country', value: 'Lunde' }, at)).toBeNull()
    expect(setOutletVariable(after, { names: ['A'], variable: ' ', value: 'x' }, at)).toBeNull()
  })
})

test('the outlets of a project are those its articles name and those something is known of', () => {
  const now = project(['B', 'B', 'A', ''], [outlet('c', 'C', { variables: { owner: 'state', type: 'daily', 'a plan': 'x' } }), outlet('b', 'B', { aliases: ['b'] })])
  expect(knownOutlets(now).map(({ name, articles, record }) => [name, articles, record?.id ?? null])).toEqual([['A', 1, null], ['B', 2, 'b'], ['C', 0, 'c']])
  expect(outletVariables(now.outlet.values())).toEqual(['country', 'leaning', 'type', 'a plan', 'owner'])
})
