import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, type Change } from '../../../src/domain/changes/change'
import { noHistory, record, redo, undo, type History } from '../../../src/domain/changes/history'
import type { NewsEvent } from '../../../src/domain/project/event'
import { putRecord, type Records } from '../../../src/domain/project/records'
import { contentOf, copyOf } from '../../fixtures/changeLaws'
import { records } from '../../fixtures/records'

const named = (name: string): NewsEvent => ({ id: 'e1', name, date: '', variables: {} })
const rename = (from: string, to: string): Change => ({ label: `to ${to}`, edits: [{ kind: 'event', id: 'e1', before: named(from), after: named(to) }] })
const labels = (history: History): { done: string[]; undone: string[] } => ({ done: history.done.map((step) => step.change.label), undone: history.undone.map((step) => step.change.label) })

function start(): Records {
  const made = records()
  putRecord(made, 'event', 'e1', named('0'))
  return made
}

describe('undo and redo', () => {
  test('are inverse to each other, step by step', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('do', 'undo', 'redo'), { maxLength: 30 }), (acts) => {
      const now = start()
      let history = noHistory, n = 0
      for (const act of acts) {
        const before = contentOf(now)
        if (act === 'do') {
          const change = rename(now.event.get('e1')?.name ?? '', `${(n += 1)}`)
          apply(now, change)
          history = record(history, change)
          continue
        }
        const [there, back] = act === 'undo' ? [undo, redo] as const : [redo, undo] as const
        const step = there(history)
        if (!step) continue
        apply(now, step.change)
        const again = copyOf(now), back_ = back(step.history)
        if (back_) apply(again, back_.change)
        expect(contentOf(again)).toEqual(before)
        history = step.history
      }
    }), { seed: 31 })
  })

  test('there is nothing to undo or redo at first, and a new step forgets what was undone', () => {
    expect([undo(noHistory), redo(noHistory)]).toEqual([undefined, undefined])
    const undone = undo(record(record(noHistory, rename('0', '1')), rename('1', '2')))?.history ?? noHistory
    expect(labels(undone)).toEqual({ done: ['to 1'], undone: ['to 2'] })
    expect(labels(record(undone, rename('1', '3')))).toEqual({ done: ['to 1', 'to 3'], undone: [] })
  })
})

describe('steps that join', () => {
  test('in a row with the same key are undone at once', () => {
    const history = record(record(record(noHistory, rename('0', '1'), 'name'), rename('1', '2'), 'name'), rename('2', '3'), 'other')
    expect(labels(history).done).toEqual(['to 2', 'to 3'])
    const now = start()
    putRecord(now, 'event', 'e1', named('2'))
    const step = undo({ done: history.done.slice(0, 1), undone: [] })
    if (step) apply(now, step.change)
    expect(now.event.get('e1')).toEqual(named('0'))
  })

  test('not without a key, nor after an undo or redo', () => {
    expect(labels(record(record(noHistory, rename('0', '1')), rename('1', '2'))).done).toHaveLength(2)
    const undone = undo(record(record(noHistory, rename('0', '1'), 'name'), rename('1', '2'), 'other'))?.history ?? noHistory
    expect(labels(record(undone, rename('1', '3'), 'name')).done).toEqual(['to 1', 'to 3'])
    const redone = redo(undo(record(noHistory, rename('0', '1'), 'name'))?.history ?? noHistory)?.history ?? noHistory
    expect(labels(record(redone, rename('1', '2'), 'name')).done).toEqual(['to 1', 'to 2'])
  })

  test('and end where they began leave no step that would undo nothing', () => {
    expect(record(record(noHistory, rename('0', '1'), 'name'), rename('1', '0'), 'name')).toEqual(noHistory)
  })
})
