import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, invert } from '../../../src/domain/changes/change'
import { emptyRecords, putRecord, THE, type Records } from '../../../src/domain/project/records'
import { differences, editsBack } from '../../../src/domain/snapshots/goingBack'
import { annotation, article, codebook } from '../storage/project'

const info = { id: 'study', name: 'Study', created: '2026-03-01T12:00:00.000Z', memo: '' }
const coder = (id: string): { readonly id: string; readonly name: string; readonly joined: string } => ({ id, name: `Coder ${id}`, joined: info.created })

interface State {
  readonly annotations: ReadonlyMap<string, { readonly coder: string; readonly note: string }>
  readonly articles: ReadonlySet<string>
  readonly memo: string
}

const state = fc.record({
  annotations: fc.uniqueArray(fc.tuple(fc.constantFrom('n1', 'n2', 'n3', 'n4', 'n5'), fc.record({ coder: fc.constantFrom('ana', 'ben'), note: fc.constantFrom('', 'x', 'y') })), { selector: ([id]) => id }).map((list) => new Map(list)),
  articles: fc.uniqueArray(fc.constantFrom('a1', 'a2', 'a3')).map((ids) => new Set(ids)),
  memo: fc.constantFrom('', 'To be checked'),
})

function recordsOf({ annotations, articles, memo }: State, coders: readonly string[] = ['ana']): Records {
  const records = emptyRecords()
  putRecord(records, 'project', THE, { ...info, memo })
  putRecord(records, 'codebook', THE, codebook)
  for (const id of coders) putRecord(records, 'coder', id, coder(id))
  for (const id of articles) putRecord(records, 'article', id, article(id))
  for (const [id, more] of annotations) putRecord(records, 'annotation', id, annotation(id, more))
  return records
}

describe('going back', () => {
  it('makes the records those of then, and undoing it those of now', () => {
    fc.assert(fc.property(state, state, (one, other) => {
      const [now, then] = [recordsOf(one), recordsOf(other)]
      const change = { label: 'go back', edits: [...editsBack(now, then, { of: 'everything' })] }
      apply(now, change)
      expect(now).toEqual(then)
      apply(now, invert(change))
      expect(now).toEqual(recordsOf(one))
    }), { seed: 20_260_301, numRuns: 300 })
  })

  it('touches nobody else’s annotations, and nothing but annotations, when only one coder’s go back', () => {
    fc.assert(fc.property(state, state, (one, other) => {
      const [now, then] = [recordsOf(one), recordsOf(other)]
      const edits = [...editsBack(now, then, { of: 'coder', coder: 'ana', fits: () => true })]
      apply(now, { label: 'go back', edits })
      const bens = [...one.annotations].filter(([, { coder: whose }]) => whose === 'ben').map(([id]) => id)
      expect(bens.map((id) => now.annotation.get(id)?.coder)).toEqual(bens.map(() => 'ben'))
      expect([...now.article.keys()].sort()).toEqual([...one.articles].sort())
      expect(now.project.get(THE)?.memo).toBe(one.memo)
    }), { seed: 20_260_301, numRuns: 300 })
  })

  it('brings no annotation back that has no place any more', () => {
    const then = recordsOf({ annotations: new Map([['n1', { coder: 'ana', note: '' }]]), articles: new Set(['a1']), memo: '' })
    const now = recordsOf({ annotations: new Map(), articles: new Set(), memo: '' })
    expect([...editsBack(now, then, { of: 'coder', coder: 'ana', fits: () => false })]).toEqual([])
  })

  it('leaves who codes here and whether outlets are masked as it is', () => {
    const [now, then] = [recordsOf({ annotations: new Map(), articles: new Set(), memo: 'a' }, ['ana', 'ben']), recordsOf({ annotations: new Map(), articles: new Set(), memo: 'b' })]
    const masking = { on: true, seed: 's', outlets: [] }
    putRecord(now, 'project', THE, { ...info, memo: 'a', masking })
    apply(now, { label: 'go back', edits: [...editsBack(now, then, { of: 'everything' })] })
    expect(now.coder.size).toBe(2)
    expect(now.project.get(THE)).toEqual({ ...info, memo: 'b', masking })
  })

  it('says in numbers what it would do, by coder', () => {
    const now = recordsOf({ annotations: new Map([['n1', { coder: 'ana', note: 'x' }], ['n2', { coder: 'ben', note: '' }]]), articles: new Set(['a1']), memo: '' })
    const then = recordsOf({ annotations: new Map([['n1', { coder: 'ana', note: '' }], ['n3', { coder: 'ana', note: '' }]]), articles: new Set(['a1', 'a2']), memo: '' })
    expect(differences(now, then)).toEqual({
      annotations: new Map([['ana', { back: 1, changed: 1, gone: 0 }], ['ben', { back: 0, changed: 0, gone: 1 }]]),
      articles: { back: 1, changed: 0, gone: 0 }, codes: { back: 0, changed: 0, gone: 0 }, others: { back: 0, changed: 0, gone: 0 },
    })
  })
})
