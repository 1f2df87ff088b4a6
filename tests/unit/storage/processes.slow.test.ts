import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { openProject } from '../../../src/storage/projectFolder'
import { newProject, opened } from './project'

// Disks are slow now and then; what counts here is not time.
vi.setConfig({ testTimeout: 30_000 })

let bundle = ''

beforeAll(async () => {
  bundle = await mkdtemp(join(tmpdir(), 'synoptic-writer-'))
  await build({
    configFile: false, logLevel: 'silent', ssr: { noExternal: true },
    build: { ssr: fileURLToPath(new URL('../../faults/writer.ts', import.meta.url)), outDir: bundle, rollupOptions: { output: { entryFileNames: 'writer.mjs' } } },
  })
}, 60_000)
afterAll(() => rm(bundle, { recursive: true, force: true }))

/** A process that saves; what it reported as durable, and its end. */
function writer(folder: string, name: string, count: number, mode = ''): { process: ChildProcess; saved: () => string[]; ended: Promise<unknown>; started: Promise<unknown> } {
  const child = spawn(process.execPath, [join(bundle, 'writer.mjs'), folder, name, String(count), mode], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => { printed += part })
  // What stands after the last line end was not reported in full.
  return { process: child, saved: () => printed.split('\n').slice(0, -1), ended: once(child, 'close'), started: once(child.stdout, 'data') }
}

async function contents(folder: string): Promise<{ ids: readonly string[]; damaged: number }> {
  const project = await openProject(folder)
  const { annotations, damaged } = await project.annotations(['a1', 'a2'])
  await project.close()
  return { ids: annotations.map(({ id }) => id), damaged: damaged.length }
}

it('two processes that write one file by turns lose nothing of each other’s', async () => {
  const folder = await newProject()
  const [one, two] = [writer(folder, 'one', 300, 'shared'), writer(folder, 'two', 300, 'shared')]
  expect(await Promise.all([one.ended, two.ended])).toEqual([[0, null], [0, null]])
  const { ids, damaged } = await contents(folder)
  expect(damaged).toBe(0)
  expect([...ids].sort()).toEqual([...one.saved(), ...two.saved()].sort())
  expect(ids).toHaveLength(600)
  // Otherwise they ran one after the other, and the test says nothing.
  const turns = ids.filter((id, at) => at > 0 && id.slice(0, 3) !== ids[at - 1]?.slice(0, 3)).length
  expect(turns).toBeGreaterThan(20)
}, 120_000)

it('a process killed while saving leaves every file readable and all that it reported', async () => {
  const folder = await newProject()
  const reported: string[] = []
  for (let cycle = 0; cycle < 25; cycle += 1) {
    const one = writer(folder, `c${cycle}n`, 100_000)
    await one.started
    await new Promise((done) => setTimeout(done, (cycle * 7) % 60))
    one.process.kill('SIGKILL')
    await one.ended
    reported.push(...one.saved())
    const { ids, damaged } = await contents(folder)
    expect(damaged).toBe(0)
    const there = new Set(ids)
    expect(reported.filter((id) => !there.has(id))).toEqual([])
    expect(ids.filter((id) => id.endsWith('x') && !there.has(id.slice(0, -1)))).toEqual([])
  }
  expect(reported.length).toBeGreaterThan(25)
}, 120_000)

it('a second process is told who has the project open, and sees it read-only', async () => {
  const folder = await newProject()
  const one = writer(folder, 'one', 100_000)
  await one.started
  const project = await opened(folder)
  expect(project.readOnly).toMatch(/^It is open in another window on this computer since \d{4}-\d\d-\d\d \d\d:\d\d UTC\./)
  one.process.kill('SIGKILL')
  await one.ended
  expect((await opened(folder)).readOnly).toBeNull()
})
