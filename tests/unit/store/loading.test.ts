import { expect, test } from 'vitest'
import type { NewsEvent } from '../../../src/domain/project/event'
import type { Sheet } from '../../../src/domain/project/sheet'
import type { Answer, Args, Bridge, CallName, OpenedProject } from '../../../src/preload/contract'
import { Session } from '../../../src/renderer/store/session'
import { annotation, article, codebook, LATER, NOW } from '../../fixtures/records'

const articles = Array.from({ length: 120 }, (_, n) => article(`a${n}`, 'A text.'))
const opened: OpenedProject = {
  handle: 'p1', info: { id: 'p1', name: 'Example', created: NOW, memo: '' }, place: '~/Example', readOnly: null, coder: { id: 'ann', name: 'ann', joined: NOW },
  coders: [{ id: 'ann', name: 'ann', joined: NOW }], codebook, events: [], entities: [], outlets: [], rulings: [], articles, articlesToCome: false, damaged: [], view: null,
}
const bridge = (read: (subjects: readonly string[]) => unknown): Bridge => {
  const call = async (name: CallName, args: unknown): Promise<Answer<unknown>> => {
    await Promise.resolve()
    if (name !== 'project.annotations') return { ok: true, value: [] }
    const found = read((args as Args<'project.annotations'>).subjects)
    return found === null ? { ok: false, code: 'unexpected', message: 'The drive is gone.', damaged: [] } : { ok: true, value: JSON.stringify(found) }
  }
  return { call: call as Bridge['call'], on: () => () => undefined }
}
const nothing = { annotations: [], sheets: [], damaged: [] }
const event: NewsEvent = { id: 'e1', name: 'Bridge closes', date: '', variables: {} }
const sheet = (id: string, modified: string): Sheet => ({ id, coder: 'ann', subject: 'a0', coded: [], memo: id, modified })

test('an event made in this session can be coded at once, also when it comes back', () => {
  const session = new Session(opened, bridge(() => nothing))
  session.perform({ label: 'group', edits: [{ kind: 'event', id: 'e1', before: null, after: event }] })
  expect(session.loaded.get().has('e1')).toBe(true)
  session.undo()
  session.redo()
  expect(session.loaded.get().has('e1')).toBe(true)
})

test('a batch that fails once keeps nothing back; one that fails again is told of', async () => {
  let asked = 0
  const session = new Session(opened, bridge(() => ((asked += 1) === 1 ? null : nothing)))
  await session.loadAll()
  expect([asked, session.loaded.get().size]).toEqual([4, 120])
  const worse = new Session(opened, bridge((subjects) => (subjects.includes('a0') ? null : nothing)))
  await expect(worse.loadAll()).rejects.toThrow('The drive is gone.')
  expect(worse.loaded.get().size).toBe(70)
})

test('what was coded of an article that was removed meanwhile does not come in', async () => {
  const session = new Session(opened, bridge(() => ({ ...nothing, annotations: [annotation('n1', '<A> text.', { subject: 'a0' })], sheets: [sheet('s1', NOW)] })))
  const loading = session.load(['a0'])
  session.perform({ label: 'remove', edits: [{ kind: 'article', id: 'a0', before: articles[0] ?? null, after: null }] })
  await loading
  expect([session.records.annotation.size, session.records.sheet.size, session.loaded.get().has('a0')]).toEqual([0, 0, false])
})

test('of two coding sheets of one coder for one article the newest counts', async () => {
  const session = new Session(opened, bridge(() => ({ ...nothing, sheets: [sheet('s1', NOW), sheet('s2', LATER), sheet('s3', NOW)] })))
  await session.load(['a0'])
  expect([...session.records.sheet.keys()]).toEqual(['s2'])
  expect(session.records.sheetsOf.get('a0')?.get('ann')?.id).toBe('s2')
})
