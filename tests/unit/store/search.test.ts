import { expect, test } from 'vitest'
import type { Answer, Bridge, CallName, Signals } from '../../../src/preload/contract'
import { CorpusSearch, type Asked } from '../../../src/renderer/store/corpusSearch'

const asked: Asked = { wanted: { typed: 'harbour', as: 'words', matchCase: false, whole: false, exact: false }, inExcluded: false, articles: null, most: 100, catalogue: 0 }
const count = { hits: 2, articles: 1, full: false, unread: 0 }

test('what is told of a search after its answer came does not begin it again', async () => {
  let id = ''
  const call = async (name: CallName, args: unknown): Promise<Answer<unknown>> => {
    await Promise.resolve()
    if (name === 'find.run') id = (args as { readonly id: string }).id
    return { ok: true, value: { ...count, outlets: [] } }
  }
  const search = new CorpusSearch({ bridge: { call: call as Bridge['call'], on: () => () => undefined }, project: 'p1', flush: () => Promise.resolve() }, 'find')
  await search.ask(asked)
  const late: Signals['found'] = { project: 'p1', id, done: 1, total: 5, count }
  search.heard(late)
  expect(search.state.get()).toMatchObject({ state: 'over', found: { hits: 2 } })
})

test('shows nothing of what was found once it is reset, and asks the same again', async () => {
  const ran: string[] = []
  const call = async (name: CallName, args: unknown): Promise<Answer<unknown>> => {
    await Promise.resolve()
    if (name === 'find.run') ran.push((args as { readonly id: string }).id)
    return { ok: true, value: name === 'find.lines' ? JSON.stringify([{ hit: 0, article: 'a1' }]) : { ...count, outlets: [] } }
  }
  const search = new CorpusSearch({ bridge: { call: call as Bridge['call'], on: () => () => undefined }, project: 'p1', flush: () => Promise.resolve() }, 'find')
  await search.ask(asked)
  await search.linesOf([0])
  expect(search.lines.line(0)).toBeDefined()
  search.reset()
  expect(search.state.get()).toMatchObject({ state: 'over', id: null, found: { hits: 0 } })
  expect(search.lines.line(0)).toBeUndefined()
  await search.ask(asked)
  expect(ran).toHaveLength(2)
  expect(search.state.get()).toMatchObject({ state: 'over', found: { hits: 2 } })
})
