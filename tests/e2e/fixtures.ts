import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, expect, test as base, type ConsoleMessage, type ElectronApplication, type Page, type TestInfo } from '@playwright/test'

export interface LaunchOptions {
  /** What is run: this folder unless told. */
  application?: string
  /** After the application's own path, such as the folder of a project to open. */
  args?: readonly string[]
  env?: Readonly<Record<string, string>>
  /** The user-data folder; the test's own one unless told. */
  dataDir?: string
  /** The window's inner size in CSS pixels, 1440 x 900 unless told. */
  size?: { width: number; height: number }
}

export interface Launched { app: ElectronApplication; page: Page }

interface Fixtures {
  /** A temporary user-data folder, shared by all launches of a test. */
  dataDir: string
  /** A temporary folder for projects. */
  projectsDir: string
  /** Errors in the window's console, and uncaught ones, fail the test unless a pattern pushed to this list matches them. */
  allowErrors: RegExp[]
  /** Starts the application; everything started is closed after the test. */
  launch: (options?: LaunchOptions) => Promise<Launched>
  /** Ends the application as a crash or a power cut would: nothing is saved or said. */
  kill: (app: ElectronApplication) => Promise<void>
}

export const test = base.extend<Fixtures>({
  dataDir: ({}, provide) => temporaryFolder('data', provide),
  projectsDir: ({}, provide) => temporaryFolder('projects', provide),
  allowErrors: async ({}, provide) => provide([]),

  launch: async ({ dataDir, projectsDir, allowErrors }, provide, info) => {
    const errors: string[] = []
    const closers: (() => Promise<void>)[] = []
    await provide(async (options = {}) => {
      const app = await start(options, dataDir)
      const child = app.process() // not to be had any more once it has ended
      closers.push(() => close(app, child))
      collectErrors(app, errors)
      // Where the sample project is made: each test has its own.
      await app.evaluate(({ app: main }, documents) => { main.setPath('documents', documents) }, projectsDir)
      const stopTrace = await startTrace(app, info)
      if (stopTrace) closers.push(stopTrace)
      return { app, page: await app.firstWindow() }
    })
    // The last one first: what was put on top of an application ends before the application does.
    for (const end of [...closers].reverse()) await end()
    expect(errors.filter((error) => !allowErrors.some((allowed) => allowed.test(error))), 'errors in the window').toEqual([])
  },

  kill: async ({}, provide) => provide(async (app) => {
    const child = app.process()
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }),
})

export { expect }

async function temporaryFolder(name: string, provide: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), `synoptic-${name}-`))
  await provide(folder)
  // A killed application's helper processes may still write for a moment.
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

function start({ application = resolve('.'), args = [], env = {}, dataDir, size = { width: 1440, height: 900 } }: LaunchOptions, ownDataDir: string): Promise<ElectronApplication> {
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env as Record<string, string>
  // No executablePath: Playwright then preloads its own loader, which holds `ready` back until it is attached.
  return _electron.launch({
    args: [application, ...args],
    chromiumSandbox: process.env['SYNOPTIC_TEST_SANDBOX'] !== 'off',
    env: { ...inherited, SYNOPTIC_DATA_DIR: dataDir ?? ownDataDir, SYNOPTIC_WINDOW: `${size.width}x${size.height}`, ...env },
  })
}

function collectErrors(app: ElectronApplication, errors: string[]): void {
  app.context().on('console', (message: ConsoleMessage) => { if (message.type() === 'error') errors.push(message.text()) })
  app.context().on('weberror', (uncaught) => { errors.push(uncaught.error().stack ?? uncaught.error().message) })
}

/** The runner's own `trace` setting does not reach Electron, and a trace triples a test's time: only a second try has one. */
async function startTrace(app: ElectronApplication, info: TestInfo): Promise<(() => Promise<void>) | undefined> {
  if (info.retry === 0) return undefined
  const { tracing } = app.context()
  await tracing.start({ screenshots: true, snapshots: true })
  return async () => {
    const path = info.outputPath(`trace-${Date.now()}.zip`)
    // An application that the test has killed has no trace to give.
    await tracing.stop({ path }).then(() => info.attach('trace', { path }), () => undefined)
  }
}

async function close(app: ElectronApplication, child: ChildProcess): Promise<void> {
  const overdue = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await app.close().catch(() => undefined)
  clearTimeout(overdue)
}
