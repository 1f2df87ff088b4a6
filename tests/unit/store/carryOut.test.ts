import { expect, test } from 'vitest'
import type { Edit } from '../../../src/domain/changes/change'
import type { Plan } from '../../../src/domain/changes/plan'
import type { Annotation } from '../../../src/domain/project/annotation'
import type { Answer, Args, Bridge, CallName, OpenedProject } from '../../../src/preload/contract'
import { unwatched, type LongWatch } from '../../../src/renderer/store/longChange'
import { Session } from '../../../src/renderer/store/session'
import { contentOf, copyOf } from '../../fixtures/changeLaws'
import { annotation, article, codebook, NOW } from '../../fixtures/records'

const ARTICLES = 20
const EACH = 100

const articles = Array.from({ length: ARTICLES }, (_, n) => article(`a${n}`, 'A text.'))
const annotations = articles.flatMap(({ id }) => Array.from({ length: EACH }, (_, n): Annotation => annotation(`${id}n${n}`, '<A> text.', { subject: id })))
const opened: OpenedProject = {
  handle: 'p1', info: { id: 'p1', name: 'Example', created: NOW, memo: '' }, place: '~/Example', readOnly: null, coder: { id: 'ann', name: 'ann', joined: NOW },
  coders: [{ id: 'ann', name: 'ann', joined: NOW }], codebook, events: [], entities: [], outlets: [], rulings: [], articles, articlesToCome: false, damaged: [], view: null,
}

type Sent = { [K in CallName]: readonly [K, Args<K>] }[CallName]

/** The main process: notes what it is sent, and fails where told. */
function main({ fails }: { readonly fails?: CallName } = {}): { readonly bridge: Bridge; readonly sent: Sent[]; readonly names: () => readonly string[] } {
  const sent: Sent[] = []
  const call = async (name: CallName, args: unknown): Promise<Answer<unknown>> => {
    await Promise.resolve()
    if (name === 'project.annotations') {
      const { subjects } = args as Args<'project.annotations'>
      return { ok: true, value: JSON.stringify({ annotations: annotations.filter((one) => subjects.includes(one.subject)), sheets: [], damaged: [] }) }
    }
    sent.push([name, args] as unknown as Sent)
    return name === fails ? { ok: false, code: 'disk-full', message: 'The disk is full.', damaged: [] } : { ok: true, value: name === 'project.save' ? [] : null }
  }
  return { bridge: { call: call as Bridge['call'], on: () => () => undefined }, sent, names: () => sent.map(([name]) => name.replace('project.', '')) }
}

/** Gives every annotation of a code another code, as merging does. */
const merging = (session: Session, into = 'conflict', most = Number.POSITIVE_INFINITY): Plan => ({
  label: 'merge', touched: Math.min(annotations.length, most),
  *edits() {
    let count = 0
    for (const before of session.records.annotation.values()) if ((count += 1) <= most) yield { kind: 'annotation', id: before.id, before, after: { ...before, code: into } }
  },
})

const codesOf = (session: Session): readonly string[] => [...new Set([...session.records.annotation.values()].map((one) => one.code))]
const partsOf = (sent: readonly Sent[]): readonly Edit[] => sent.flatMap(([name, args]) => (name === 'project.changePart' ? (JSON.parse(args.edits) as Edit[]) : []))

test('a large plan waits until everything is here, goes in parts, and is applied when it is decided', async () => {
  const { bridge, sent, names } = main()
  const session = new Session(opened, bridge)
  const told: Edit[] = []
  session.onEdits((edits) => { if (edits.some((edit) => edit.before !== null)) told.push(...edits) })
  expect(await session.carryOut(merging(session))).toBe(true)
  expect(codesOf(session)).toEqual(['conflict'])
  expect(names().length).toBeGreaterThan(5)
  expect(new Set(names().slice(0, -1))).toEqual(new Set(['changePart']))
  expect(sent.at(-1)).toMatchObject(['project.changeCommit', { label: 'merge', step: { act: 'do', joins: null } }])
  expect(partsOf(sent)).toHaveLength(annotations.length)
  expect(told).toEqual(partsOf(sent))
  expect(session.history.get().done.map(({ change }) => [change.label, change.edits.length])).toEqual([['merge', annotations.length]])
})

test('a small one is an ordinary change', async () => {
  const { bridge, names } = main()
  const session = new Session(opened, bridge)
  await session.loadAll()
  expect(await session.carryOut(merging(session, 'conflict', 500))).toBe(true)
  expect(names()).toEqual(['save'])
  expect(await session.carryOut(merging(session, 'conflict', 0))).toBe(false)
})

test('undo and redo of a large one go the same way, and bring everything back', async () => {
  const { bridge, sent, names } = main()
  const session = new Session(opened, bridge)
  await session.loadAll()
  const before = contentOf(copyOf(session.records))
  await session.carryOut(merging(session))
  const after = contentOf(copyOf(session.records))
  expect(await session.stepTo(0)).toBe(true)
  expect(contentOf(session.records)).toEqual(before)
  expect(await session.stepTo(1)).toBe(true)
  expect(contentOf(session.records)).toEqual(after)
  expect(names()).not.toContain('save')
  expect(sent.flatMap(([name, args]) => (name === 'project.changeCommit' ? [args.step.act] : []))).toEqual(['do', 'undo', 'redo'])
})

test.each(['project.changePart', 'project.changeCommit'] as const)('when %s fails nothing is changed, and one is told why', async (fails) => {
  const { bridge, names } = main({ fails })
  const problems: (string | null)[] = []
  const session = new Session(opened, bridge, { ...unwatched, ends: (problem) => { problems.push(problem) } })
  await session.loadAll()
  const before = contentOf(copyOf(session.records))
  expect(await session.carryOut(merging(session))).toBe(false)
  expect(contentOf(session.records)).toEqual(before)
  expect(session.history.get().done).toEqual([])
  expect(names().at(-1)).toBe('changeDrop')
  expect(problems).toEqual(['The disk is full.'])
  expect(session.perform({ label: 'one', edits: [...merging(session, 'conflict', 1).edits()] })).toBe(true)
})

test('cancelled before it is decided it changes nothing; meanwhile nothing else is changed', async () => {
  const { bridge, names } = main()
  const refused: string[] = []
  let session: Session | undefined
  const watch: LongWatch = {
    ...unwatched, refused: (label) => { refused.push(label) },
    begins: (_, cancel) => { cancelled = cancel },
    progress: (what) => {
      if (what !== 'Working out what changes' || refused.length > 0) return
      expect(session?.perform({ label: 'other', edits: [] })).toBe(false)
      expect(session?.undo()).toBeNull()
      cancelled()
    },
  }
  let cancelled: () => void = () => undefined
  session = new Session(opened, bridge, watch)
  expect(await session.carryOut(merging(session))).toBe(false)
  expect(codesOf(session)).toEqual(['fight'])
  expect(refused).toEqual(['merge'])
  expect(names().at(-1)).toBe('changeDrop')
  expect(names()).not.toContain('changeCommit')
})

test('going to a step undoes and does again one step after the other', async () => {
  const { bridge, sent } = main()
  const session = new Session(opened, bridge)
  await session.loadAll()
  for (const code of ['conflict', 'generic', 'expert']) await session.carryOut(merging(session, code, 1))
  const first = (): string | undefined => session.records.annotation.get('a0n0')?.code
  expect(await session.stepTo(1)).toBe(true)
  expect([first(), session.history.get().undone.length]).toEqual(['conflict', 2])
  expect(await session.stepTo(2)).toBe(true)
  expect(first()).toBe('generic')
  expect(await session.stepTo(0)).toBe(true)
  expect(first()).toBe('fight')
  expect(await session.stepTo(7)).toBe(false)
  await session.saver.flush()
  const acts = sent.flatMap(([name, args]) => (name === 'project.save' ? args.changes.map(({ step }) => step?.act) : []))
  expect(acts).toEqual(['do', 'do', 'do', 'undo', 'undo', 'redo', 'undo', 'undo', 'redo', 'redo', 'redo'])
})

test('when the window fails after it was decided, one is told that it is saved', async () => {
  const problems: (string | null)[] = []
  const session = new Session(opened, main().bridge, { ...unwatched, ends: (problem) => { problems.push(problem) } })
  await session.loadAll()
  session.onEdits(() => { throw new Error('A list broke.') })
  expect(await session.carryOut(merging(session))).toBe(false)
  expect(problems).toEqual(['“merge” is saved, but the window does not show all of it: open the project again. A list broke.'])
})
