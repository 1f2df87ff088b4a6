import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { Plan } from '../../src/domain/changes/plan'
import { codebookSchema, type Codebook } from '../../src/domain/project/codebook'
import type { Desk } from '../../src/renderer/commands/command'
import { expect, test } from '../e2e/fixtures'
import { Researcher } from '../e2e/researcher'
import { writeProject } from './savedProject'

const ARTICLES = 10_000
const ANNOTATIONS = 100_000
/** Longer than this and one feels that the window does not answer. */
const MOST_BLOCKED_MS = 100

const sentence = 'The minister said the bridge would reopen by Friday; engineers were less sure of it. '
const [merged, into] = ['merged-away', 'kept']
const codebook: Codebook = codebookSchema.parse({
  name: 'Bridges', version: 1,
  dimensions: [{ id: 'framing', name: 'Framing', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', fields: [], codes: [merged, into].map((id) => ({ id, name: id, colour: 'rust' })) }],
})

/** The longest time nothing happened while something was watched, in milliseconds. */
interface Blocked {
  /** Between two animation frames of the window. */
  frame: number
  /** A task of the window's own thread. */
  task: number
  /** Of the main process's event loop. */
  main: number
}

declare global {
  interface Window {
    deskUnderTest?: Desk
    blocked?: { frame: number; task: number; stop: () => void }
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
  for (const { frame, task, main } of [change, files, undone]) {
    expect.soft(frame, 'between two frames').toBeLessThanOrEqual(MOST_BLOCKED_MS)
    expect.soft(task, 'longest task of the window').toBeLessThanOrEqual(MOST_BLOCKED_MS)
    expect.soft(main, 'longest pause of the main process').toBeLessThanOrEqual(MOST_BLOCKED_MS)
  }
})

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
}

/** Gives all annotations of one code another one, and takes the code out of the codebook. */
async function merge({ merged: from, into: to }: { readonly merged: string; readonly into: string }): Promise<void> {
  const session = window.deskUnderTest?.app.session.get()
  if (!session) throw new Error('no project is open')
  const { records } = session
  const plan: Plan = {
    label: `merge “${from}” into “${to}”`, touched: 50_000,
    *edits() {
      const before = records.codebook.get('the')
      if (!before) return
      const dimensions = before.dimensions.map((one) => ({ ...one, codes: one.codes.filter((code) => code.id !== from) }))
      yield { kind: 'codebook', id: 'the', before, after: { ...before, version: before.version + 1, dimensions } }
      for (const one of records.annotation.values()) if (one.code === from) yield { kind: 'annotation', id: one.id, before: one, after: { ...one, code: to } }
    },
  }
  if (!(await session.carryOut(plan))) throw new Error(`not merged: ${window.deskUnderTest?.app.notice.get() ?? ''}`)
}

async function measured(app: ElectronApplication, page: Page, work: () => Promise<unknown>): Promise<Blocked & { readonly time: number }> {
  await page.evaluate(() => {
    const blocked = { frame: 0, task: 0, stop: () => undefined as void }
    let last = performance.now()
    const frame = (now: number): void => {
      blocked.frame = Math.max(blocked.frame, now - last)
      last = now
      id = requestAnimationFrame(frame)
    }
    let id = requestAnimationFrame(frame)
    const tasks = new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) blocked.task = Math.max(blocked.task, duration) })
    tasks.observe({ type: 'longtask' })
    blocked.stop = () => {
      cancelAnimationFrame(id)
      tasks.disconnect()
    }
    window.blocked = blocked
  })
  await app.evaluate(() => {
    const delay = { longest: 0, stop: () => { clearInterval(timer) } }
    let last = performance.now()
    const timer = setInterval(() => {
      delay.longest = Math.max(delay.longest, performance.now() - last)
      last = performance.now()
    }, 1)
    Object.assign(globalThis, { delay })
  })
  const start = performance.now()
  await work()
  const time = performance.now() - start
  const { frame, task } = await page.evaluate(() => {
    window.blocked?.stop()
    return { frame: window.blocked?.frame ?? Number.NaN, task: window.blocked?.task ?? Number.NaN }
  })
  const main = await app.evaluate(() => {
    const { delay } = globalThis as unknown as { delay: { longest: number; stop: () => void } }
    delay.stop()
    return delay.longest
  })
  return { frame, task, main, time }
}

function report(what: string, { time, frame, task, main }: Blocked & { readonly time: number }): void {
  console.log(`M1 | ${what.padEnd(36)} | ${(time / 1000).toFixed(1)} s | longest without a frame ${frame.toFixed(0)} ms | longest task ${task.toFixed(0)} ms | main process ${main.toFixed(0)} ms`)
}
