import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { newProject, opened } from './project'

// Disks are slow now and then; what counts here is not time.
vi.setConfig({ testTimeout: 30_000 })

const holder = { id: 'someone', host: 'desk-4', pid: 1, since: '2026-03-01T09:30:00.000Z' }
const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000)

async function lockedBy(who: unknown, heartbeat: Date): Promise<string> {
  const folder = await newProject()
  const path = join(folder, '.lock')
  await writeFile(path, typeof who === 'string' ? who : JSON.stringify(who))
  await utimes(path, heartbeat, heartbeat)
  return folder
}

describe('the lock', () => {
  it('is there while the project is open, and gone after', async () => {
    const folder = await newProject()
    const project = await opened(folder)
    expect(JSON.parse(await readFile(join(folder, '.lock'), 'utf8'))).toMatchObject({ host: expect.stringMatching(/^sha256-[0-9a-f]{32}$/), pid: process.pid })
    await project.close()
    expect(existsSync(join(folder, '.lock'))).toBe(false)
  })

  it('of another computer is respected while its heart beats', async () => {
    const project = await opened(await lockedBy(holder, minutesAgo(2)))
    expect(project.readOnly).toBe('It is open on another computer since 2026-03-01 09:30 UTC. Here it opens for reading only; close it there, then open it again.')
  })

  it('tells who has it without the name of the computer, in other words each time', async () => {
    const folder = await newProject()
    const hosts: string[] = []
    for (let n = 0; n < 2; n += 1) {
      const project = await opened(folder)
      const text = await readFile(join(folder, '.lock'), 'utf8')
      expect(text).not.toContain(hostname())
      hosts.push((JSON.parse(text) as { host: string }).host)
      expect((await opened(folder)).readOnly).toMatch(/^It is open in another window on this computer since/)
      await project.close()
    }
    expect(new Set(hosts).size).toBe(2)
  })

  it.each([
    ['another computer that has not been heard of for minutes', holder, 6],
    ['another computer, dated years ahead by a wrong clock', holder, -5_000_000],
    ['no process there can be', { ...holder, host: hostname(), pid: 0 }, 0],
    ['a process of this computer that is gone', { ...holder, host: hostname(), pid: 2 ** 22 + 1 }, 0],
    ['an earlier process with our number', { ...holder, host: hostname(), pid: process.pid }, 0],
    ['nobody, being garbled', '{', 0],
  ])('of %s is taken over', async (_, who, minutes) => {
    const folder = await lockedBy(who, minutesAgo(minutes))
    expect((await opened(folder)).readOnly).toBeNull()
    expect(JSON.parse(await readFile(join(folder, '.lock'), 'utf8'))).toMatchObject({ pid: process.pid })
  })

  it('gives way to no folder of its name, which is moved aside', async () => {
    const folder = await newProject()
    await mkdir(join(folder, '.lock'))
    expect((await opened(folder)).readOnly).toBeNull()
    expect(JSON.parse(await readFile(join(folder, '.lock'), 'utf8'))).toMatchObject({ pid: process.pid })
    expect(await readdir(join(folder, '.quarantine'))).toEqual([expect.stringMatching(/^\.lock\.unread-/)])
  })

  it('keeps beating, as the file system’s own time', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const folder = await newProject()
    await opened(folder)
    const path = join(folder, '.lock')
    await utimes(path, minutesAgo(4), minutesAgo(4))
    vi.advanceTimersByTime(60_000)
    await expect.poll(async () => (await stat(path)).mtimeMs).toBeGreaterThan(minutesAgo(1).getTime())
  })

  it('that somebody took over is not removed on closing', async () => {
    const folder = await newProject()
    const project = await opened(folder)
    await writeFile(join(folder, '.lock'), JSON.stringify(holder))
    await project.close()
    expect(existsSync(join(folder, '.lock'))).toBe(true)
  })

  it('keeps a second window of the same program reading only', async () => {
    const folder = await newProject()
    const first = await opened(folder)
    expect((await opened(folder)).readOnly).not.toBeNull()
    await first.close()
    expect((await opened(folder)).readOnly).toBeNull()
  })
})

it('temporary files that a crash left long ago go on closing; young ones may be somebody’s', async () => {
  const folder = await newProject()
  const project = await opened(folder)
  for (const [name, minutes] of [['old', 20], ['young', 1]] as const) {
    const path = join(folder, 'articles/index', `0a.json.${name}.tmp`)
    await writeFile(path, '')
    await utimes(path, minutesAgo(minutes), minutesAgo(minutes))
  }
  await project.close()
  expect(await readdir(join(folder, 'articles/index'))).toEqual(['0a.json.young.tmp'])
})

it('a clock that runs years ahead makes no temporary file old', async () => {
  const folder = await newProject()
  const project = await opened(folder)
  await writeFile(join(folder, 'codebook.json.young.tmp'), '')
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5e11 })
  onTestFinished(() => void vi.useRealTimers())
  await project.close()
  expect(existsSync(join(folder, 'codebook.json.young.tmp'))).toBe(true)
})
