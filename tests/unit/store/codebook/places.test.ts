import { describe, expect, test } from 'vitest'
import { landing, idsIn, standing, stepped, whereabouts, zoneAt, type Landing, type Step, type Zone } from '../../../../src/renderer/store/codebook/places'
import { treeRows } from '../../../../src/renderer/store/codebook/rows'
import type { NodeKey } from '../../../../src/renderer/store/codebook/state'
import { codebook } from '../../../fixtures/records'

const rows = treeRows(codebook, new Set(), '')
const row = (key: NodeKey) => {
  const found = rows.find((one) => one.key === key)
  if (!found) throw new Error(`There is no ${key}.`)
  return found
}
const written = (place: Landing | null): string => (place === null ? 'nowhere' : place.kind === 'dimension' ? `dimension ${place.index}` : `${place.parent ?? place.dimension} ${place.index}`)

describe('by keyboard a code goes', () => {
  const goes = (id: string, step: Step): string => {
    const place = stepped(codebook, id, step)
    return written(place && { kind: 'code', ...place })
  }

  test('up and down among its siblings, no further', () => {
    expect(goes('generic', 'up')).toBe('framing 0')
    expect(goes('fight', 'up')).toBe('nowhere')
    expect(goes('fight', 'down')).toBe('framing 1')
    expect(goes('generic', 'down')).toBe('nowhere')
  })

  test('in, to the end of what is below the one above it', () => {
    expect(goes('expert', 'in')).toBe('government 1')
    expect(goes('government', 'in')).toBe('nowhere')
  })

  test('out, right behind what it stood under', () => {
    expect(goes('minister', 'out')).toBe('sourcing 1')
    expect(goes('expert', 'out')).toBe('nowhere')
  })

  test('nowhere when there is no such code', () => {
    expect(goes('gone', 'up')).toBe('nowhere')
  })
})

describe('let go on a row a code lands', () => {
  const lands = (dragged: NodeKey, zone: Zone, over: NodeKey): string => written(landing(codebook, dragged, row(over), zone))

  test('before it, after it, or as the last one inside', () => {
    expect(lands('code:towards', 'before', 'code:expert')).toBe('sourcing 1')
    expect(lands('code:towards', 'after', 'code:expert')).toBe('sourcing 2')
    expect(lands('code:towards', 'inside', 'code:government')).toBe('government 1')
    expect(lands('code:towards', 'inside', 'dimension:framing')).toBe('framing 2')
  })

  test('first inside when it lies below an open row', () => {
    expect(lands('code:towards', 'after', 'code:government')).toBe('government 0')
    expect(lands('code:towards', 'after', 'dimension:framing')).toBe('framing 0')
  })

  test('one place earlier where it is itself one of those before', () => {
    expect(lands('code:government', 'after', 'code:expert')).toBe('sourcing 1')
  })

  test('nowhere on itself, below itself, or where it is', () => {
    expect(lands('code:generic', 'inside', 'code:generic')).toBe('nowhere')
    expect(lands('code:generic', 'inside', 'code:conflict')).toBe('nowhere')
    expect(lands('code:fight', 'before', 'code:generic')).toBe('nowhere')
    expect(lands('code:expert', 'after', 'code:expert')).toBe('nowhere')
  })

  test('and dimensions only between dimensions', () => {
    expect(lands('dimension:framing', 'after', 'code:towards')).toBe('dimension 2')
    expect(lands('dimension:sentiment', 'before', 'dimension:framing')).toBe('dimension 0')
    expect(lands('dimension:framing', 'before', 'dimension:sourcing')).toBe('nowhere')
    expect(lands('dimension:framing', 'after', 'code:fight')).toBe('nowhere')
  })
})

test('the height on a row says what is meant', () => {
  const zones = (dragged: NodeKey, over: NodeKey): Zone[] => [0.1, 0.5, 0.9].map((height) => zoneAt(height, dragged, row(over)))
  expect(zones('code:fight', 'code:expert')).toEqual(['before', 'inside', 'after'])
  expect(zones('code:fight', 'dimension:sourcing')).toEqual(['inside', 'inside', 'after'])
  expect(zones('dimension:framing', 'code:expert')).toEqual(['before', 'after', 'after'])
})

test('whereabouts are said in words', () => {
  expect(whereabouts(codebook, 'code:expert')).toBe('expert, 2 of 2 under Sourcing')
  expect(whereabouts(codebook, 'code:minister')).toBe('minister, 1 of 1 under government')
  expect(whereabouts(codebook, 'dimension:sentiment')).toBe('Sentiment, 3 of 3 dimensions')
})

test('a code comes with what is below it', () => {
  const generic = standing(codebook, 'generic')
  expect(generic && idsIn([generic.code])).toEqual(['generic', 'conflict'])
})
