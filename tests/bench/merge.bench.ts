import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { build, type Rollup } from 'vite'
import type { mergeCodes } from '../../src/domain/changes/commands/codebook/merge'
import { codebookSchema, type Codebook } from '../../src/domain/project/codebook'
import type { Desk } from '../../src/renderer/commands/command'
import { expect, test } from '../e2e/fixtures'
import { Researcher } from '../e2e/researcher'
import { writeProject } from './savedProject'

const ARTICLES = 10_000
const ANNOTATIONS = 100_000
const IDLE_MS = 10_000
/** Longer than this and one feels that the window does not answer. */
const MOST_BLOCKED_MS = 100

const sentence = 'The minister said the bridge would reopen by Friday; engineers were less sure of it. '
const [merged, into] = ['merged-away', 'kept']
const codebook: Codebook = codebookSchema.parse({
  name: 'Bridges', version: 1,
  dimensions: [{ id: 'framing', name: 'Framing', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', fields: [], codes: [merged, into].map((id) => ({ id, name: id, colour: 'rust' })) }],
})

/** The longest that the window and the main process were at one task while something was watched, in milliseconds. */
interface Blocked {
  /** Between two animation frames of the window, by the clock: other programs have their share in it. */
  readonly frame: number
  /** A task of the window's thread: by the clock, and the processor time it took. */
  readonly window: Task
  /** A task of the main process. */
  readonly main: Task
  readonly time: number
}
interface Task { readonly clock: number; readonly processor: number }

declare global {
  interface Window {
    deskUnderTest?: Desk
    merging?: { readonly mergeCodes: typeof mergeCodes }
    longestFrame?: { frame: number; stop: () => void }
  }
}

/** L: merging two codes with 100,000 annotations over 10,000 articles. */
test('merging two codes of 100,000 annotations never blocks the window', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'Bench.synoptic')
  await writeProject(folder, ANNOTATIONS, { perShard: ANNOTATIONS / ARTICLES, codebook, code: (n) => (n % 2 === 0 ? merged : into), text: sentence.repeat(40) })
  const { app, page } = await launch({ args: [folder] })
  const began = performance.now()
  await page.getByLabel('Your name as a coder').fill('First coder')
  await page.keyboard.press('Enter')
  await new Researcher({ app, page }).seesProject('Bench')
  await reach(page)
  const read = await measured(app, page, () => page.evaluate(async () => {
    const desk = window.deskUnderTest
    desk?.app.layout.update((now) => ({ ...now, columns: ['a0000000', 'a0000001', 'a0000002'].map((article) => ({ article, width: 100 / 3, top: 0 })) }))
    await desk?.app.session.get()?.loadAll()
  }))
  report('opened, with all annotations read', { ...read, time: performance.now() - began })

  report('nothing at all, for comparison', await measured(app, page, () => new Promise((done) => { setTimeout(done, IDLE_MS) })))
  const change = await measured(app, page, () => page.evaluate(merge, { merged, into }))
  report('merged, durable and in the window', change)
  const files = await measured(app, page, () => expect(page.getByRole('contentinfo').getByRole('status')).toHaveText('Saved', { timeout: 10 * 60_000 }))
  report('all files written', files)
  const left = readdirSync(join(folder, 'annotations/ana')).filter((name) => name.endsWith('.json') && readFileSync(join(folder, 'annotations/ana', name), 'utf8').includes(merged))
  expect(left).toEqual([])

  const undone = await measured(app, page, async () => {
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect(page.getByRole('dialog')).toBeHidden({ timeout: 5 * 60_000 })
  })
  report('undone', undone)
  const floor = floorOf(ARTICLES, folder)
  console.log(`M1 | merged with all files written ${((change.time + files.time) / 1000).toFixed(1)} s | ${ARTICLES} flushed files ${(floor / 1000).toFixed(1)} s | ratio ${((change.time + files.time) / floor).toFixed(2)}`)
  for (const { window, main } of [change, files, undone]) {
    expect.soft(window.processor, 'longest task of the window').toBeLessThanOrEqual(MOST_BLOCKED_MS)
    expect.soft(main.processor, 'longest task of the main process').toBeLessThanOrEqual(MOST_BLOCKED_MS)
  }
})

/** Milliseconds for writing so many files of the size of a shard, each flushed and renamed: what the disk asks for as much. */
function floorOf(count: number, project: string): number {
  const folder = `${project} floor`
  const bytes = readFileSync(join(project, 'annotations/ana/a0000000.json'))
  mkdirSync(folder)
  const sample = 500
  const start = performance.now()
  for (let n = 0; n < sample; n += 1) {
    const file = openSync(join(folder, 'new'), 'w')
    writeSync(file, bytes)
    fsyncSync(file)
    closeSync(file)
    renameSync(join(folder, 'new'), join(folder, String(n)))
  }
  const time = performance.now() - start
  rmSync(folder, { recursive: true })
  return (time * count) / sample
}

/** The window's own state, found where React keeps it: nothing in the application is there for tests alone. */
async function reach(page: Page): Promise<void> {
  await page.evaluate(() => {
    interface Fiber { readonly child: Fiber | null; readonly memoizedProps: { readonly desk?: Desk } | null }
    const root = document.getElementById('root')
    const [, found] = Object.entries(root ?? {}).find(([key]) => key.startsWith('__reactContainer$')) ?? []
    let fiber: Fiber | null = (found as { stateNode: { current: Fiber } }).stateNode.current
    while (fiber && !fiber.memoizedProps?.desk) fiber = fiber.child
    const desk = fiber?.memoizedProps?.desk
    if (desk) window.deskUnderTest = desk
  })
  // The domain's own command, which the window's bundle knows by no name.
  await page.evaluate(await bundled(resolve('src/domain/changes/commands/codebook/merge.ts'), 'merging'))
}

/** Gives all annotations of one code another one, and takes the code out of the codebook. */
async function merge({ merged: from, into: to }: { readonly merged: string; readonly into: string }): Promise<void> {
  const session = window.deskUnderTest?.app.session.get()
  const plan = session && window.merging?.mergeCodes(session.records, { from: [from], into: to }, session.circumstances())
  if (!session || !plan) throw new Error('there is nothing to merge')
  if (!(await session.carryOut(plan))) throw new Error(`not merged: ${window.deskUnderTest?.app.notice.get() ?? ''}`)
}

/** A module as a script that makes its exports a global of this name. */
async function bundled(entry: string, name: string): Promise<string> {
  const made = await build({ configFile: false, logLevel: 'silent', build: { write: false, lib: { entry, formats: ['iife'], name } } }) as Rollup.RollupOutput[]
  return made[0]?.output[0].code ?? ''
}

async function measured(app: ElectronApplication, page: Page, work: () => Promise<unknown>): Promise<Blocked> {
  await page.evaluate(() => {
    let last = performance.now()
    const found = { frame: 0, stop: () => { cancelAnimationFrame(id) } }
    const frame = (now: number): void => {
      found.frame = Math.max(found.frame, now - last)
      last = now
      id = requestAnimationFrame(frame)
    }
    let id = requestAnimationFrame(frame)
    window.longestFrame = found
  })
  await app.evaluate(({ contentTracing }) => contentTracing.startRecording({ included_categories: ['toplevel'] }))
  const start = performance.now()
  await work()
  const time = performance.now() - start
  const frame = await page.evaluate(() => {
    window.longestFrame?.stop()
    return window.longestFrame?.frame ?? Number.NaN
  })
  const trace = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording())
  const tasks = tasksIn(trace)
  rmSync(trace)
  return { frame, time, window: tasks('CrRendererMain'), main: tasks('CrBrowserMain') }
}

interface TraceEvent { readonly name: string; readonly ph: string; readonly pid: number; readonly tid: number; readonly dur?: number; readonly tdur?: number; readonly args?: { readonly name?: string } }

/** The longest tasks of a thread in a recording, whose times are in microseconds. */
function tasksIn(file: string): (thread: string) => Task {
  const { traceEvents: events } = JSON.parse(readFileSync(file, 'utf8')) as { traceEvents: TraceEvent[] }
  return (thread) => {
    const own = new Set(events.flatMap(({ name, pid, tid, args }) => (name === 'thread_name' && args?.name === thread ? [`${pid} ${tid}`] : [])))
    const tasks = events.filter(({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && own.has(`${pid} ${tid}`))
    const longest = (of: 'dur' | 'tdur'): number => tasks.reduce((most, task) => Math.max(most, task[of] ?? 0), 0) / 1000
    return { clock: longest('dur'), processor: longest('tdur') }
  }
}

function report(what: string, { time, frame, window, main }: Blocked): void {
  const task = ({ processor, clock }: Task): string => `${processor.toFixed(0)} (${clock.toFixed(0)}) ms`
  console.log(`M1 | ${what.padEnd(34)} | ${(time / 1000).toFixed(1)} s | longest task, processor time (by the clock): window ${task(window)}, main process ${task(main)} | longest without a frame ${frame.toFixed(0)} ms`)
}
