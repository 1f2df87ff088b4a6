import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Answer, Bridge, CallName, OpenedProject, StartInfo } from '../../../src/preload/contract'
import { App } from '../../../src/renderer/store/app'
import { codebook, NOW } from '../../fixtures/records'

beforeEach(() => {
  vi.stubGlobal('HTMLElement', class {})
  vi.stubGlobal('document', { activeElement: null })
  vi.stubGlobal('window', { innerWidth: 1440 })
})
afterEach(() => { vi.unstubAllGlobals() })

const ann = { id: 'ann', name: 'ann', joined: NOW }
const project = (handle: string): OpenedProject => ({
  handle, info: { id: handle, name: `Project ${handle}`, created: NOW, memo: '' }, place: '~/Example', readOnly: null, coder: ann, coders: [ann],
  codebook, events: [], entities: [], outlets: [], rulings: [], articles: [], articlesToCome: false, damaged: [], view: null,
})
const start: StartInfo = { settings: { coderName: 'ann', theme: 'light', snapshots: true, keys: {} }, recent: [], given: null, open: false, version: '0', platform: 'linux' }

test('a project whose history can’t be read leaves no other on the screen as if it could be saved', async () => {
  const handles = ['p1', 'p2']
  const call = async (name: CallName, args: unknown): Promise<Answer<unknown>> => {
    await Promise.resolve()
    if (name === 'project.open') return { ok: true, value: project(handles.shift() ?? '') }
    if (name !== 'project.history') return { ok: true, value: null }
    const { project: handle } = args as { readonly project: string }
    return handle === 'p1' ? { ok: true, value: JSON.stringify({ pieces: [], next: null }) } : { ok: false, code: 'unexpected', message: 'The drive is gone.', damaged: [] }
  }
  const app = new App({ call: call as Bridge['call'], on: () => () => undefined }, start)
  await app.open({ from: 'dialog' })
  expect(app.session.get()?.opened.handle).toBe('p1')
  await app.open({ from: 'dialog' })
  expect(app.session.get()).toBeNull()
  expect(app.notice.get()).toBe('“Project p2” could not be opened. Nothing in it was changed. The drive is gone.')
  expect(app.opening.get()).toBe(false)
})

test('going back that changes nothing says so', async () => {
  const call = async (name: CallName): Promise<Answer<unknown>> => {
    await Promise.resolve()
    if (name === 'project.open') return { ok: true, value: project('p1') }
    if (name === 'snapshots.goBack') return { ok: true, value: { edits: 0 } }
    return { ok: true, value: name === 'project.history' ? JSON.stringify({ pieces: [], next: null }) : null }
  }
  const app = new App({ call: call as Bridge['call'], on: () => () => undefined }, start)
  await app.open({ from: 'dialog' })
  await app.goBack('000001-20260301T120000Z', 'mine')
  expect(app.notice.get()).toContain('Nothing was changed')
})
