import { expect, test } from 'vitest'
import { confirmPassage, rejectPassage } from '../../../src/domain/changes/commands/rulings'
import { apply, type Change } from '../../../src/domain/changes/change'
import type { Records } from '../../../src/domain/project/records'
import type { Parallels } from '../../../src/domain/synopsis/parallel'
import type { Answer, Bridge } from '../../../src/preload/contract'
import { Masked } from '../../../src/renderer/store/masked'
import { Synopses } from '../../../src/renderer/store/synopses'
import { link, place, written } from '../../fixtures/links'
import { article, ids, LATER, records } from '../../fixtures/records'

const texts = new Map([['a', 'Whole support, said the council.'], ['b', 'Whole support was what it said.'], ['c', 'Whole support it is.']])

function start(found: Parallels = { links: [link('a:0-13', 'b:0-13'), link('b:0-13', 'c:0-13')], notCompared: [] }) {
  const now: Records = records([...texts].map(([id, text]) => article(id, text, { event: 'e1' })))
  const asked: string[] = []
  const answers: Answer<string>[] = []
  const held: { until: Promise<void> } = { until: Promise.resolve() }
  const call = async (name: string): Promise<Answer<unknown>> => {
    await Promise.resolve()
    asked.push(name)
    await held.until
    return answers.shift() ?? { ok: true, value: JSON.stringify(found) }
  }
  const read: string[] = []
  const unreadable = new Set<string>()
  const text = (id: string): Promise<string> => {
    read.push(id)
    return unreadable.has(id) ? Promise.reject(new Error('The disk does not answer.')) : Promise.resolve(texts.get(id) ?? '')
  }
  const flush = { now: (): Promise<string | null> => Promise.resolve(null) }
  const synopses = new Synopses({ bridge: { call: call as Bridge['call'], on: () => () => undefined }, project: 'p1', flush: () => flush.now(), records: now, text, masked: new Masked(now, 'ann') })
  const did = (change: Change | null): void => {
    if (!change) throw new Error('nothing to do')
    apply(now, change)
    synopses.noted(change.edits)
  }
  const corrected = (id: string): void => {
    const before = now.article.get(id) ?? null
    did({ label: 'correct', edits: [{ kind: 'article', id, before, after: before && { ...before, version: before.version + 1 } }] })
  }
  const of = synopses.of('e1')
  const shown = (): readonly string[] => of.passages.get().map(({ places, state }) => `${places.map(written).join(' ')} ${state}`)
  const ground = { event: 'e1', text: (id: string) => texts.get(id) }
  return { now, asked, answers, held, read, unreadable, flush, synopses, of, did, corrected, shown, ground, at: { id: ids('r'), coder: 'ann', now: LATER } }
}
const all = [place('a:0-13'), place('b:0-13'), place('c:0-13')]

test('articles are compared once, and again when they changed or one asks for it', async () => {
  const { of, asked, did, now } = start()
  await Promise.all([of.refresh(), of.refresh()])
  await of.refresh()
  expect(asked).toEqual(['corpus.align'])
  await of.again()
  expect(asked).toHaveLength(2)
  const before = now.article.get('c')
  did({ label: 'take out', edits: [{ kind: 'article', id: 'c', before: before ?? null, after: before ? { ...before, event: null } : null }] })
  await of.refresh()
  expect(asked).toHaveLength(3)
})

test('what was rejected stays so when the articles are compared again', async () => {
  const { of, did, now, shown, ground, at } = start()
  await of.refresh()
  expect(shown()).toEqual(['a:0-13 b:0-13 c:0-13 strong'])
  did(rejectPassage(now, { ...ground, passages: [all] }, at))
  expect(shown()).toEqual([])
  await of.again()
  expect(shown()).toEqual([])
  expect(of.rejected.get().map(({ places }) => places.map(written).join(' '))).toEqual(['a:0-13 b:0-13 c:0-13'])
  expect(of.rulingsOn(all)).toHaveLength(1)
})

test('a comparison that is cancelled or fails leaves what was found before', async () => {
  const { of, answers, shown } = start()
  await of.refresh()
  const before = of.parallels.get()
  answers.push({ ok: false, code: 'cancelled', message: '', damaged: [] })
  await of.again()
  expect([of.parallels.get() === before, shown().length]).toEqual([true, 1])
})

test('an article that leaves the event leaves its passages at once', async () => {
  const { of, did, now, shown } = start()
  await of.refresh()
  const before = now.article.get('a')
  did({ label: 'take out', edits: [{ kind: 'article', id: 'a', before: before ?? null, after: before ? { ...before, event: null } : null }] })
  expect(shown()).toEqual(['b:0-13 c:0-13 strong'])
})

test('after a correction rulings are looked for in the new text, and what was found in the old one waits', async () => {
  const { of, did, now, shown, ground, at, read } = start()
  await of.refresh()
  did(confirmPassage(now, { ...ground, passages: [all] }, at))
  expect(shown()).toEqual(['a:0-13 b:0-13 c:0-13 confirmed'])
  const before = now.article.get('a')
  did({ label: 'correct', edits: [{ kind: 'article', id: 'a', before: before ?? null, after: before ? { ...before, version: 2 } : null }] })
  expect(shown()).toEqual(['b:0-13 c:0-13 confirmed'])
  await expect.poll(shown).toEqual(['a:0-13 b:0-13 c:0-13 confirmed'])
  expect(read).toEqual(['a'])
  expect(of.passages.get()[0]?.links).toHaveLength(1)
})

test('an article that is corrected during a comparison is compared again before anybody who waits for it goes on', async () => {
  const { of, asked, held, corrected, shown } = start()
  let goOn: () => void = () => undefined
  held.until = new Promise((resolve) => { goOn = resolve })
  const first = of.refresh()
  await expect.poll(() => asked.length).toBe(1)
  corrected('a')
  const second = of.refresh()
  goOn()
  await second
  expect([asked.length, of.look.state.get().is, shown()]).toEqual([2, 'done', ['a:0-13 b:0-13 c:0-13 strong']])
  await first
  await of.refresh()
  expect(asked).toHaveLength(2)
})

test('a text that can’t be read is read again: until then decisions on another version of it wait, and that is said', async () => {
  const { of, did, now, shown, ground, at, unreadable, corrected, synopses } = start()
  await of.refresh()
  did(rejectPassage(now, { ...ground, passages: [all] }, at))
  unreadable.add('a')
  corrected('a')
  await of.refresh()
  await expect.poll(() => of.unread.get()).toEqual(['a'])
  expect(shown()).toEqual(['a:0-13 b:0-13 strong'])
  unreadable.clear()
  await of.readTexts()
  expect([of.unread.get(), shown()]).toEqual([[], []])
  expect(synopses.of('e1')).toBe(of)
})

test('a comparison that can’t begin says why, and can be begun again', async () => {
  const { of, flush, shown } = start()
  flush.now = () => Promise.reject(new Error('The list of articles could not be read.'))
  await of.refresh()
  expect(of.look.state.get()).toMatchObject({ is: 'failed', message: expect.stringContaining('The list of articles could not be read.') as string })
  flush.now = () => Promise.resolve(null)
  await of.refresh()
  expect(shown()).toHaveLength(1)
})

test('a decision on one event groups nothing of another', async () => {
  const { of, did, now, ground, at, synopses } = start()
  await of.refresh()
  const other = synopses.of('e2')
  let grouped = 0
  other.passages.watch(() => { grouped += 1 })
  did(rejectPassage(now, { ...ground, passages: [all] }, at))
  expect([of.passages.get().length, grouped]).toEqual([0, 0])
})
