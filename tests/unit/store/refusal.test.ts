import { expect, test } from 'vitest'
import type { Change } from '../../../src/domain/changes/change'
import type { NewsEvent } from '../../../src/domain/project/event'
import type { Answer, Args, Bridge, CallName, OpenedProject, Refusal } from '../../../src/preload/contract'
import { unwatched } from '../../../src/renderer/store/longChange'
import { Session } from '../../../src/renderer/store/session'
import { codebook, NOW } from '../../fixtures/records'

const opened: OpenedProject = {
  handle: 'p1', info: { id: 'p1', name: 'Example', created: NOW, memo: '' }, place: '~/Example', readOnly: null, coder: { id: 'ann', name: 'ann', joined: NOW },
  coders: [{ id: 'ann', name: 'ann', joined: NOW }], codebook, events: [], entities: [], outlets: [], rulings: [], articles: [], articlesToCome: false, damaged: [], view: null,
}
const TOO_LONG = 'x'.repeat(40)
const named = (name: string, id: string): NewsEvent => ({ id, name, date: '', variables: {} })
const rename = (from: string | null, to: string, id = 'e1'): Change => ({
  label: `name ${id}`, edits: [{ kind: 'event', id, before: from === null ? null : named(from, id), after: named(to, id) }],
})

/** A session whose disk refuses every change that touches a name too long. */
function session(): { readonly session: Session; readonly said: string[] } {
  const said: string[] = []
  const call = async (name: CallName, args: unknown): Promise<Answer<unknown>> => {
    await Promise.resolve()
    if (name !== 'project.save') return { ok: true, value: null }
    const refused = (args as Args<'project.save'>).changes.flatMap(({ change }, index): Refusal[] => (JSON.stringify(change).includes(TOO_LONG) ? [{ index, reason: 'name is too long' }] : []))
    return { ok: true, value: refused }
  }
  const bridge: Bridge = { call: call as Bridge['call'], on: () => () => undefined }
  return { session: new Session(opened, bridge, { ...unwatched, notify: (text) => { said.push(text) } }), said }
}
const nameOf = (one: Session, id = 'e1'): string | undefined => one.records.event.get(id)?.name
const steps = (one: Session): readonly number[] => [one.history.get().done.length, one.history.get().undone.length]

test('what can’t be saved is taken back and told; what was done besides stays', async () => {
  const { session: one, said } = session()
  one.perform(rename(null, 'short'))
  one.perform(rename('short', TOO_LONG))
  one.perform(rename(null, 'other', 'e2'))
  expect(await one.saver.flush()).toBeNull()
  expect([nameOf(one), nameOf(one, 'e2'), ...steps(one)]).toEqual(['short', 'other', 2, 0])
  expect(said).toEqual(['“name e1” could not be saved: name is too long. It was taken back; everything else is saved.'])
  one.undo()
  one.undo()
  expect(one.records.event.size).toBe(0)
})

test('what rests on it goes too, though it is sent later', async () => {
  const { session: one } = session()
  one.perform(rename(null, TOO_LONG))
  one.perform(rename(TOO_LONG, 'shorter'))
  await one.saver.flush()
  expect([one.records.event.size, ...steps(one)]).toEqual([0, 0, 0])
})

test('undone before the answer it is gone all the same, also from what can be done again', async () => {
  const { session: one } = session()
  one.perform(rename(null, 'short'))
  one.perform(rename('short', TOO_LONG))
  one.undo()
  await one.saver.flush()
  expect([nameOf(one), ...steps(one)]).toEqual(['short', 1, 0])
})

test('a step it had joined is left with what is saved', async () => {
  const { session: one } = session()
  one.perform(rename(null, 'short'))
  one.perform(rename('short', 'longer'), 'name')
  await one.saver.flush()
  one.perform(rename('longer', TOO_LONG), 'name')
  await one.saver.flush()
  expect([nameOf(one), ...steps(one)]).toEqual(['longer', 2, 0])
  one.undo()
  expect(nameOf(one)).toBe('short')
})
