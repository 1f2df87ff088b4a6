import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from '../../../src/domain/changes/change'
import { noHistory, record, stepBack, stepForward } from '../../../src/domain/changes/history'
import { pack, UndoLog } from '../../../src/main/undoLog'
import type { HistoryPage, StepMark } from '../../../src/preload/contract'
import type { Bridge } from '../../../src/preload/contract'
import { fetchHistory } from '../../../src/renderer/store/pastSteps'

const at = '2026-03-01T12:00:00.000Z'
const named = (n: number): Change => ({ label: `to ${n}`, edits: [{ kind: 'event', id: 'e1', before: { id: 'e1', name: `${n - 1}`, date: '', variables: {} }, after: { id: 'e1', name: `${n}`, date: '', variables: {} } }] })

/** A window that begins anew and asks for the history, page after page. */
const fetched = (log: UndoLog) => fetchHistory({
  call: async (_: string, { from }: { from: number }) => ({ ok: true, value: JSON.stringify(await log.page(from) satisfies HistoryPage) }),
} as unknown as Bridge, 'p1')

test('a window that begins anew gets back the history it had, large steps and joined ones included', async () => {
  const act = fc.constantFrom('do', 'join', 'large', 'undo', 'redo')
  await fc.assert(fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
    const log = new UndoLog()
    let history = noHistory
    for (const [n, one] of acts.entries()) {
      const joins = one === 'join' ? 'name' : null
      const step: StepMark = one === 'undo' || one === 'redo' ? { act: one } : { act: 'do', joins, at }
      // Several pages long, in parts as they come in.
      const change = one === 'large' ? { label: 'large', edits: Array.from({ length: 900 }, () => named(n).edits).flat() } : named(n)
      if (one === 'large') log.noteLarge('large', await Promise.all([0, 300, 600].map((from) => pack(JSON.stringify(change.edits.slice(from, from + 300))))), step)
      else log.note(change, step)
      history = one === 'undo' ? stepBack(history) : one === 'redo' ? stepForward(history) : record(history, change, joins, at)
    }
    expect(await fetched(log)).toEqual(history)
  }), { seed: 41, numRuns: 60 })
})

test('nothing is left of it after records were replaced from outside', async () => {
  const log = new UndoLog()
  log.note(named(1), { act: 'do', joins: null, at })
  log.note(named(2), null)
  expect((await fetched(log)).done).toHaveLength(1)
  log.clear()
  expect(await fetched(log)).toEqual(noHistory)
})
