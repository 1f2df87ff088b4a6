import { execFileSync } from 'node:child_process'
import { lstat, mkdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { openProject } from '../../../src/storage/projectFolder'
import { annotation, coding, reopenedIds, studyIn } from '../../fixtures/study'
import type { Campaign } from '../campaign'
import { TEN_YEARS } from '../harness/clock'
import { Count, demand } from '../harness/count'
import { inNewFolder } from '../harness/folders'

const MINUTE = 60_000

/** What stands where the lock should be, and what opening must make of it. */
interface Case {
  readonly name: string
  readonly make: (path: string) => Promise<unknown>
  readonly then: 'writes' | 'reads only'
}

const holder = { id: 'someone', host: 'desk-4', pid: 1, since: '2026-03-01T09:30:00.000Z' }
const here = { ...holder, host: hostname() }
const beating = (age: number, who: object) => async (path: string): Promise<void> => {
  await writeFile(path, JSON.stringify(who))
  const time = new Date(Date.now() - age)
  await utimes(path, time, time)
}
const holding = (name: string, content: string | Buffer): Case => ({ name, make: (path) => writeFile(path, content), then: 'writes' })

const cases: readonly Case[] = [
  { name: 'of another computer that is heard of', make: beating(MINUTE, holder), then: 'reads only' },
  { name: 'of another computer, an hour ahead', make: beating(-60 * MINUTE, holder), then: 'reads only' },
  { name: 'of another computer that has not been heard of for minutes', make: beating(6 * MINUTE, holder), then: 'writes' },
  { name: 'of another computer, ten years old', make: beating(TEN_YEARS, holder), then: 'writes' },
  { name: 'of another computer, from ten years ahead', make: beating(-TEN_YEARS, holder), then: 'writes' },
  { name: 'of a process here that runs', make: beating(0, { ...here, pid: process.ppid }), then: 'reads only' },
  { name: 'of a process here that runs, but has not beaten for minutes', make: beating(6 * MINUTE, { ...here, pid: process.ppid }), then: 'writes' },
  { name: 'of a process here that is gone', make: beating(0, { ...here, pid: 2 ** 22 + 1 }), then: 'writes' },
  { name: 'of an earlier process with this number', make: beating(0, { ...here, pid: process.pid }), then: 'writes' },
  ...[0, -1, -5, 2 ** 40].map((pid): Case => ({ name: `of process number ${pid}`, make: beating(0, { ...here, pid }), then: 'writes' })),
  holding('that is empty', ''),
  holding('of zero bytes', Buffer.alloc(4096)),
  holding('of another kind of content', 'null'),
  holding('cut short', JSON.stringify(holder).slice(0, 40)),
  holding('with a merge mark', `<<<<<<< ours\n${JSON.stringify(holder)}\n=======\n`),
  holding('of 8 MB', Buffer.alloc(8 << 20, 'x')),
  { name: 'that is a folder', make: (path) => mkdir(path), then: 'writes' },
  { name: 'that is a folder with something in it', make: (path) => mkdir(join(path, 'inner'), { recursive: true }), then: 'writes' },
  { name: 'that is a link to nothing', make: (path) => symlink('nowhere', path), then: 'writes' },
  { name: 'that is a link to a file of somebody’s', make: (path) => symlink('../somebody’s.txt', path), then: 'writes' },
  { name: 'that is a pipe', make: (path) => Promise.resolve(execFileSync('mkfifo', [path])), then: 'writes' },
]

export const locks: Campaign = {
  id: 'locks',
  title: 'A lock that a crash, another computer, a wrong clock or a sync service left, or something else under its name, is there when the project is opened',
  claim: 'a project that can’t be opened, or not be worked on although nobody has it open, or that two write without being told, or a file of somebody’s that is altered',
  run: async ({ say }) => {
    const count = new Count(say)
    for (const { name, make, then } of cases) {
      await count.attempt(`a lock ${name}`, () => inNewFolder(async (parent) => {
        const [folder, somebodys] = [await studyIn(parent), join(parent, 'somebody’s.txt')]
        await writeFile(somebodys, 'theirs')
        await make(join(folder, '.lock'))
        const project = await openProject(folder)
        demand((project.readOnly === null) === (then === 'writes'), project.readOnly ?? 'it opened for writing')
        if (then === 'writes') await project.save([coding(annotation('n1'))])
        await project.close()
        demand((await readFile(somebodys, 'utf8')) === 'theirs', 'somebody’s file was altered')
        if (then === 'writes') demand((await reopenedIds(folder)).join() === 'n1', 'what was saved is not there')
        else await lstat(join(folder, '.lock'))
      }))
    }
    return count.outcome()
  },
}
