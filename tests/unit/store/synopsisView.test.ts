import { describe, expect, it } from 'vitest'
import { allPassages, filtersInForce, inChosenOrder, recalled, rememberedOf, takesAllPassages, untouchedSynopsis, withColumnAt } from '../../../src/renderer/store/synopsisView'

const articles = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
const ids = (view = untouchedSynopsis, event = 'e1'): readonly string[] => inChosenOrder(articles, view, event).map(({ id }) => id)

describe('the order of outlets', () => {
  it('is that of the articles until one is moved, and belongs to the event', () => {
    const moved = withColumnAt(untouchedSynopsis, 'e1', articles, 'c', 0)
    expect(ids()).toEqual(['a', 'b', 'c'])
    expect(ids(moved)).toEqual(['c', 'a', 'b'])
    expect(ids(moved, 'e2')).toEqual(['a', 'b', 'c'])
    expect(ids(withColumnAt(moved, 'e1', articles, 'c', 1))).toEqual(['a', 'c', 'b'])
  })

  it('stays as it is where there is no such place or article', () => {
    for (const [id, to] of [['a', -1], ['c', 3], ['z', 0]] as const) expect(withColumnAt(untouchedSynopsis, 'e1', articles, id, to)).toBe(untouchedSynopsis)
  })

  it('takes articles that came later to the end, and forgets those that went', () => {
    const moved = withColumnAt(untouchedSynopsis, 'e1', articles, 'c', 0)
    expect(inChosenOrder([{ id: 'd' }, { id: 'b' }, { id: 'c' }], moved, 'e1').map(({ id }) => id)).toEqual(['c', 'b', 'd'])
  })
})

it('asks for nobody who is not in the event, and for a speaker by the name they have there', () => {
  const chosen = { ...allPassages, missingIn: 'o1', speaker: 'the minister of finance' }
  expect(filtersInForce(chosen, new Set(['o1']), ['the minister of finance'])).toEqual({ missingIn: 'o1', speaker: 'the minister of finance' })
  expect(filtersInForce(chosen, new Set(['o2']), ['the mayor'])).toEqual({ missingIn: null, speaker: null })
})

it('knows whether anything narrows the table', () => {
  expect(takesAllPassages(allPassages)).toBe(true)
  expect(takesAllPassages({ ...allPassages, suggestions: true })).toBe(true)
  expect(takesAllPassages({ ...allPassages, missingIn: 'The Courier' })).toBe(false)
})

describe('what is remembered of the view', () => {
  const set = { ...withColumnAt(untouchedSynopsis, 'e1', articles, 'c', 0), tab: 'variants' as const, filters: { ...allPassages, quotations: true, missingIn: 'The Courier' } }

  it('is what was set, but not what was in hand', () => {
    expect(recalled(rememberedOf({ ...set, column: 'a' }), false)).toEqual(set)
  })

  it('is nothing that was chosen among names while outlets are masked', () => {
    expect(recalled(rememberedOf(set), true)).toMatchObject({ orders: new Map(), filters: { quotations: true, missingIn: null } })
  })
})
