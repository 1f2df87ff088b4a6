import { describe, expect, test } from 'vitest'
import { codesBetween, draftRow, treeRows } from '../../../../src/renderer/store/codebook/rows'
import type { NodeKey } from '../../../../src/renderer/store/codebook/state'
import { codebook } from '../../../fixtures/records'

const drawn = (folded: readonly NodeKey[] = [], filter = ''): string[] => treeRows(codebook, new Set(folded), filter).map((row) => `${'  '.repeat(row.level - 1)}${row.open === null ? '' : row.open ? '▾ ' : '▸ '}${row.code?.name ?? row.dimension.name}`)

describe('the outline of a codebook', () => {
  test('shows dimensions and, further in, their codes', () => {
    expect(drawn()).toEqual(['▾ Framing', '  fight', '  ▾ generic', '    conflict', '▾ Sourcing', '  ▾ government', '    minister', '  expert', '▾ Sentiment', '  towards'])
  })

  test('leaves out what is folded away', () => {
    expect(drawn(['code:generic', 'dimension:sourcing'])).toEqual(['▾ Framing', '  fight', '  ▸ generic', '▸ Sourcing', '▾ Sentiment', '  towards'])
  })

  test('shows what was looked for and what leads there, also where it is folded', () => {
    expect(drawn(['dimension:sourcing'], 'MINI')).toEqual(['▾ Sourcing', '  ▾ government', '    minister'])
    expect(drawn([], 'senti')).toEqual(['Sentiment'])
    expect(drawn([], 'no such')).toEqual([])
  })

  test('numbers the rows of one parent', () => {
    expect(treeRows(codebook, new Set(), '').find((row) => row.key === 'code:expert')).toMatchObject({ position: 2, size: 2, level: 2, parent: 'dimension:sourcing' })
  })

  test('takes the codes between two rows, in either direction', () => {
    const rows = treeRows(codebook, new Set(), '')
    expect(codesBetween(rows, 'code:generic', 'code:government')).toEqual(['generic', 'conflict', 'government'])
    expect(codesBetween(rows, 'code:government', 'code:generic')).toEqual(['generic', 'conflict', 'government'])
  })
})

describe('the line for a new name stands', () => {
  const rows = treeRows(codebook, new Set(), '')
  const after = (draft: Parameters<typeof draftRow>[1]): string => {
    const { at, level } = draftRow(rows, draft)
    return `${rows[at - 1]?.key ?? 'nothing'} at level ${level}`
  }

  test('behind everything under the code before it', () => {
    expect(after({ kind: 'code', dimension: 'sourcing', parent: null, index: 1 })).toBe('code:minister at level 2')
    expect(after({ kind: 'code', dimension: 'sourcing', parent: null, index: 2 })).toBe('code:expert at level 2')
  })

  test('right under what it belongs to where it is the first', () => {
    expect(after({ kind: 'code', dimension: 'framing', parent: 'fight', index: 0 })).toBe('code:fight at level 3')
    expect(after({ kind: 'code', dimension: 'framing', parent: null, index: 0 })).toBe('dimension:framing at level 2')
  })

  test('between dimensions', () => {
    expect(after({ kind: 'dimension', index: 1 })).toBe('code:conflict at level 1')
    expect(after({ kind: 'dimension', index: 3 })).toBe('code:towards at level 1')
  })
})
