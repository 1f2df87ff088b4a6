import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import fc from 'fast-check'
import { callNames, messagesFor } from '../fixtures/messages'
import { willPick, willSaveTo } from './dialogs'
import { expect, test } from './fixtures'
import { laysOut } from './readyMade'
import { Researcher } from './researcher'

const SEED = 20_240_312
const EACH = 10_000
const AT_ONCE = 500

interface Reply { readonly value?: { ok: boolean; code?: string; message?: string } | null; readonly rejected?: string }
interface Raw { readonly invoke: (channel: string, ...args: unknown[]) => Promise<Reply>; readonly send: (channel: string, ...args: unknown[]) => void }

/** A second window of the application's own origin whose page can send anything: what a window that was taken over can do. */
async function takenOver(app: ElectronApplication): Promise<Page> {
  const opened = app.waitForEvent('window')
  await app.evaluate(({ BrowserWindow }, preload) => {
    const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } })
    // A small file, so that no second page of Synoptic runs in it.
    void window.loadURL('app://synoptic/none.html')
  }, resolve('tests/e2e/rawWindow.cjs'))
  const page = await opened
  await page.waitForFunction(() => 'raw' in window)
  return page
}

/** Sends messages one after the other, some hundred at a time, and says what came back. */
async function sendAll(page: Page, channel: string, messages: readonly (readonly unknown[])[]): Promise<Reply[]> {
  const replies: Reply[] = []
  for (let from = 0; from < messages.length; from += AT_ONCE) {
    replies.push(...await page.evaluate(({ to, some }) => {
      const { raw } = window as unknown as { raw: Raw }
      return Promise.all(some.map(async (args) => {
        const { rejected, value } = await raw.invoke(to, ...args)
        return { rejected, value: value && { ok: value.ok, code: value.code, message: value.message } }
      }))
    }, { to: channel, some: messages.slice(from, from + AT_ONCE) }))
  }
  return replies
}

/** Everything below a folder, without what the project itself and the browser keep. */
const around = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).filter((path) => !/^(Study\.synoptic|home\/\.(cache|config|pki|local|dbus))(\/|$)/.test(path)).sort()

test('10,000 messages to each channel do no harm', async ({ launch, projectsDir, allowErrors }) => {
  test.setTimeout(900_000)
  allowErrors.push(/Failed to load resource/)
  const study = join(projectsDir, 'Study.synoptic')
  const [home, outside] = [join(projectsDir, 'home'), join(projectsDir, 'outside.txt')]
  await laysOut(study, { dimensions: [], texts: { Courier: 'They met on Tuesday.', Herald: 'Nobody met.' } })
  await mkdir(home)
  await writeFile(outside, 'untouched')
  const at = await launch({ args: [study], env: { HOME: home } })
  const { app } = at
  const ana = new Researcher(at)
  await ana.page.getByLabel('Your name as a coder').fill('First coder')
  await ana.presses('Enter')
  await ana.seesProject('Study')
  await willPick(app)
  await willSaveTo(app, '')
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
    const uncaught: string[] = []
    for (const event of ['uncaughtException', 'unhandledRejection'] as const) process.prependListener(event as 'uncaughtException', (error: unknown) => { uncaught.push(String(error)) })
    Object.assign(globalThis, { uncaught })
  })
  const raw = await takenOver(app)
  const before = await around(projectsDir)
  const handle = await raw.evaluate(async () => {
    const { value } = await (window as unknown as { raw: Raw }).raw.invoke('synoptic:call', 'project.open', { from: 'current' })
    return (value as unknown as { value: { handle: string } }).value.handle
  })
  // Made anew a hundred times, the sample project would only take time, as would the page; and in a closed one nothing more is tried.
  const names = callNames.filter((name) => name !== 'project.close' && name !== 'diagnostics.reload')
  const ids = [handle, handle, 'a1', 'a2', 'e1', '../../outside.txt', outside, '2024-03-12T00:00:00.000Z']
  const isSample = (name: unknown, message: unknown) => name === 'project.open' && fc.stringify(message).includes('sample')
  const calls = fc.sample(fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...names).chain((name) => fc.tuple(fc.constant<unknown>(name), messagesFor(name, ids))) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom<unknown>('__proto__', 'toString', '', 7, null), fc.jsonValue()) },
  ).filter(([name, message]) => !isSample(name, message)), { numRuns: EACH, seed: SEED })
  const answers = await sendAll(raw, 'synoptic:call', calls)
  expect(answers).toHaveLength(EACH)
  expect(answers.filter(({ rejected, value }) => rejected !== undefined || typeof value?.ok !== 'boolean')).toEqual([])
  // What is refused has a reason of its own; anything else would be an error of ours. The worker that looks through the corpus tells its own.
  const unexpected = answers.flatMap(({ value }, i) => (value?.code === 'unexpected' && !value.message?.startsWith('Looking through the corpus failed: ') ? [`${String(calls[i]?.[0])}: ${value.message}`] : []))
  expect([...new Set(unexpected)]).toEqual([])
  const codes = new Set(answers.map(({ value }) => (value?.ok ? 'ok' : value?.code)))
  expect([...codes]).toEqual(expect.arrayContaining(['ok', 'refused']))

  const drops = fc.sample(fc.oneof(fc.array(fc.constantFrom(outside, '/etc/passwd', '', '\0', '../x', 'x'.repeat(5_000))), fc.jsonValue()), { numRuns: EACH, seed: SEED })
  const dropped = await sendAll(raw, 'synoptic:drop', drops.map((paths) => [paths]))
  expect(dropped.filter(({ rejected }) => rejected !== undefined)).toEqual([])

  // Channels that only the main process speaks on, and ones there are not.
  await raw.evaluate(() => { for (const channel of ['synoptic:signal', 'synoptic:call', 'other']) for (let i = 0; i < 100; i += 1) (window as unknown as { raw: Raw }).raw.send(channel, 'closing', i) })
  expect((await sendAll(raw, 'synoptic:signal', [['closing', null]]))[0]?.rejected).toContain('No handler registered')

  expect(await app.evaluate(() => (globalThis as unknown as { uncaught: string[] }).uncaught)).toEqual([])
  expect(await around(projectsDir)).toEqual(before)
  expect(await readFile(outside, 'utf8')).toBe('untouched')
  await ana.presses('Control+k')
  await expect(ana.page.getByRole('searchbox')).toBeVisible()
})
