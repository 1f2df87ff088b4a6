import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { apply, invert, type Change } from '../../../src/domain/changes/change'
import { emptyRecords } from '../../../src/domain/project/records'
import type { NewsEvent } from '../../../src/domain/project/event'
import type { Answer, Refusal } from '../../../src/preload/contract'
import { Saver, type Refused } from '../../../src/renderer/store/saver'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

const named = (name: string): NewsEvent => ({ id: 'e1', name, date: '', variables: {} })
const rename = (from: string | null, to: string): Change => ({
  label: to, edits: [{ kind: 'event', id: 'e1', before: from === null ? null : named(from), after: named(to) }],
})

/** A disk that answers when told to, and remembers what it was sent. */
function disk() {
  const sent: (readonly Change[])[] = []
  const waiting: ((answer: Answer<readonly Refusal[]>) => void)[] = []
  const refused: Refused<Change>[] = []
  const saver = new Saver<Change>((changes) => {
    sent.push(changes)
    return new Promise((resolve) => waiting.push(resolve))
  }, undefined, (changes) => refused.push(...changes))
  const answer = async (value: Answer<readonly Refusal[]>): Promise<void> => {
    waiting.shift()?.(value)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { sent, saver, answer, refused }
}

const ok: Answer<readonly Refusal[]> = { ok: true, value: [] }
const full: Answer<never> = { ok: false, code: 'disk-full', message: 'The disk is full.', damaged: [] }

test('says Saved only when the disk has answered', async () => {
  const { saver, answer } = disk()
  saver.add(rename(null, 'one'))
  expect(saver.status.get()).toEqual({ state: 'saving' })
  await answer(ok)
  expect(saver.status.get()).toEqual({ state: 'saved' })
})

test('sends what came in meanwhile together, each change by itself and in order', async () => {
  const { saver, sent, answer } = disk()
  const changes = [rename(null, 'one'), rename('one', 'two'), rename('two', 'three')]
  for (const change of changes) saver.add(change)
  await answer(ok)
  expect(sent).toEqual([changes.slice(0, 1), changes.slice(1)])
  const records = emptyRecords()
  for (const change of sent.flat()) apply(records, change)
  expect(records.event.get('e1')).toEqual(named('three'))
})

test('what takes back a change that failed half way reaches the disk as well', async () => {
  const { saver, sent, answer } = disk()
  const change = rename(null, 'one')
  saver.add(change)
  await answer(full)
  saver.add(invert(change))
  await answer(ok)
  expect(sent.at(-1)).toEqual([change, invert(change)])
})

test('sends nothing once it was stopped', async () => {
  const { saver, sent, answer } = disk()
  saver.add(rename(null, 'one'))
  saver.stop()
  await answer(full)
  await vi.advanceTimersByTimeAsync(60_000)
  saver.add(rename('one', 'two'))
  expect(sent).toHaveLength(1)
})

test('keeps what could not be saved, tries again by itself, and then saves all of it', async () => {
  const { saver, sent, answer } = disk()
  saver.add(rename(null, 'one'))
  await answer(full)
  expect(saver.status.get()).toEqual({ state: 'failed', message: 'The disk is full.' })
  saver.add(rename('one', 'two'))
  await answer(full)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(saver.status.get().state).toBe('failed')
  await answer(ok)
  expect(saver.status.get()).toEqual({ state: 'saved' })
  expect(sent.at(-1)).toEqual([rename(null, 'one'), rename('one', 'two')])
})

test('flush waits for the answer and says what is wrong', async () => {
  const { saver, answer } = disk()
  expect(await saver.flush()).toBeNull()
  saver.add(rename(null, 'one'))
  const flushed = saver.flush()
  await answer(full)
  expect(await flushed).toBe('The disk is full.')
})

test('what is refused for good leaves the queue, and is told', async () => {
  const { saver, sent, answer, refused } = disk()
  const changes = [rename(null, 'one'), rename('one', 'two'), rename('two', 'three')]
  for (const change of changes) saver.add(change)
  await answer(ok)
  await answer({ ok: true, value: [{ index: 1, reason: 'is too long' }] })
  expect(refused).toEqual([{ change: changes[2], reason: 'is too long' }])
  expect(saver.status.get()).toEqual({ state: 'saved' })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent).toHaveLength(2)
})
