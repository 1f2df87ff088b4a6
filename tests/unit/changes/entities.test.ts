import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addEntity, editEntity, mergeEntities, removeEntities } from '../../../src/domain/changes/commands/entities'
import { changeOf, type Plan } from '../../../src/domain/changes/plan'
import type { Annotation } from '../../../src/domain/project/annotation'
import { codebookSchema } from '../../../src/domain/project/codebook'
import type { Entity } from '../../../src/domain/project/entity'
import { putRecord, THE, type Records } from '../../../src/domain/project/records'
import { entityUse } from '../../../src/domain/query/entityUse'
import { applied } from '../../fixtures/changeLaws'
import { annotation, article, ids, LATER, records } from '../../fixtures/records'

const at = { now: LATER, id: ids('new'), coder: 'ann' }
const entity = (id: string, name: string, over: Partial<Entity> = {}): Entity => ({ id, name, kind: 'person', aliases: [], memo: '', ...over })
const scheme = codebookSchema.parse({
  name: 'Speakers', version: 3, dimensions: [{
    id: 'd', name: 'D', unit: 'span', choice: 'many', level: 'nominal', mark: 'line',
    codes: [
      { id: 'said', name: 'said', colour: 'blue', fields: [{ id: 'speaker', name: 'Speaker', kind: 'entity' }, { id: 'route', name: 'Route', kind: 'entities' }, { id: 'words', name: 'Words', kind: 'text' }] },
      { id: 'plain', name: 'plain', colour: 'blue', fields: [{ id: 'speaker', name: 'Speaker', kind: 'text' }] },
    ],
  }],
})

function project(entities: readonly Entity[], values: Readonly<Record<string, Annotation['values']>>): Records {
  const now = records([article('a1', 'one')], Object.entries(values).map(([id, one], i) => annotation(id, '<one>', { code: 'said', values: one, coder: i % 2 === 0 ? 'ann' : 'bob' })))
  putRecord(now, 'codebook', THE, scheme)
  for (const one of entities) putRecord(now, 'entity', one.id, one)
  return now
}

const carriedOut = (now: Records, plan: Plan | null): Records => applied(now, plan && changeOf(plan))
const valuesIn = (now: Records): Record<string, unknown> => Object.fromEntries([...now.annotation].map(([id, one]) => [id, one.values]))

const kim = entity('kim', 'Kim Jong Un', { aliases: ['Kim'], memo: 'Of the north.' })
const kju = entity('kju', 'Kim Jong-un', { aliases: ['the chairman', 'Kim'], memo: 'Same man?' })
const lee = entity('lee', 'Lee')

describe('the register', () => {
  test('takes in entities with tidy names', () => {
    const now = applied(project([], {}), addEntity(project([], {}), { name: ' Lee ', kind: 'person', aliases: ['L.', ' L. ', '', 'Lee'] }, at))
    expect([...now.entity.values()]).toEqual([{ id: 'new1', name: 'Lee', kind: 'person', aliases: ['L.'], memo: '' }])
    expect(addEntity(now, { name: '  ', kind: 'person' }, at)).toBeNull()
  })

  test('is corrected', () => {
    const now = project([lee], {})
    const change = editEntity(now, { entity: 'lee', kind: 'group', aliases: ['the Lees'] })
    expect(change?.label).toBe('change “Lee”')
    expect(applied(now, change).entity.get('lee')).toEqual({ ...lee, kind: 'group', aliases: ['the Lees'] })
    expect(editEntity(now, { entity: 'lee', name: 'Lee Dune' })?.label).toBe('rename “Lee”')
    expect(editEntity(now, { entity: 'lee', name: ' Lee ' })).toBeNull()
    expect(editEntity(now, { entity: 'lee', name: '' })).toBeNull()
    expect(editEntity(now, { entity: 'none', name: 'x' })).toBeNull()
  })

  test('knows where its entities are named, in fields of entities alone', () => {
    const now = project([kim, lee], { n1: { speaker: 'kim', route: ['lee', 'kim'], words: 'lee' }, n2: { route: ['lee'] } })
    putRecord(now, 'annotation', 'n3', annotation('n3', '<one>', { code: 'plain', values: { speaker: 'kim' } }))
    expect([...entityUse(now)].map(([id, uses]) => [id, uses.map((one) => one.id)])).toEqual([['kim', ['n1']], ['lee', ['n1', 'n2']]])
  })
})

describe('merging entities', () => {
  const now = project([kim, kju, lee], { n1: { speaker: 'kju', words: 'kju' }, n2: { route: ['lee', 'kju', 'kim'] }, n3: { speaker: 'lee' } })

  test('takes everybody’s values along, and names, aliases and memos', () => {
    const plan = mergeEntities(now, { from: ['kju', 'kim', 'kju'], into: 'kim' }, at)
    expect([plan?.label, plan?.touched]).toEqual(['merge “Kim Jong-un” into “Kim Jong Un”', 2])
    const after = carriedOut(now, plan)
    expect(valuesIn(after)).toEqual({ n1: { speaker: 'kim', words: 'kju' }, n2: { route: ['lee', 'kim'] }, n3: { speaker: 'lee' } })
    expect(after.entity.get('kim')).toEqual({ ...kim, aliases: ['Kim', 'Kim Jong-un', 'the chairman'], memo: 'Of the north.\n\nSame man?' })
    expect([after.entity.has('kju'), after.annotation.get('n1')?.modified, after.annotation.get('n3')?.modified === LATER]).toEqual([false, LATER, false])
  })

  test('does not apply without another one, or without the one that stays', () => {
    expect(mergeEntities(now, { from: ['kim'], into: 'kim' }, at)).toBeNull()
    expect(mergeEntities(now, { from: ['none'], into: 'kim' }, at)).toBeNull()
    expect(mergeEntities(now, { from: ['kim'], into: 'none' }, at)).toBeNull()
  })

  test('keeps every use of each of them', () => {
    const who = fc.constantFrom('kim', 'kju', 'lee')
    const value = fc.record({ speaker: who, route: fc.uniqueArray(who, { minLength: 1 }) }, { requiredKeys: [] })
    fc.assert(fc.property(fc.array(value, { maxLength: 6 }), fc.uniqueArray(who, { minLength: 1 }), who, (values, from, into) => {
      const before = project([kim, kju, lee], Object.fromEntries(values.map((one, i) => [`n${i}`, one])))
      const plan = mergeEntities(before, { from, into }, at)
      if (!plan) return
      const after = carriedOut(before, plan)
      const uses = (records_: Records, id: string): string[] => (entityUse(records_).get(id) ?? []).map((one) => one.id)
      const all = new Set([into, ...from].flatMap((id) => uses(before, id)))
      expect(uses(after, into).sort()).toEqual([...all].sort())
      expect(plan.touched).toBe(new Set(from.filter((id) => id !== into).flatMap((id) => uses(before, id))).size)
    }), { seed: 41 })
  })
})

test('deleting entities takes them out of all values', () => {
  const now = project([kim, lee], { n1: { speaker: 'kim', words: 'x' }, n2: { route: ['lee', 'kim'] }, n3: { route: ['kim'] } })
  const plan = removeEntities(now, ['kim', 'none'], at)
  expect([plan?.label, plan?.touched]).toEqual(['delete “Kim Jong Un”', 3])
  const after = carriedOut(now, plan)
  expect([[...after.entity.keys()], valuesIn(after)]).toEqual([['lee'], { n1: { words: 'x' }, n2: { route: ['lee'] }, n3: {} }])
  expect(removeEntities(now, ['none'], at)).toBeNull()
})
