import { execFileSync } from 'node:child_process'
import { cp, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Change } from '../../../src/domain/changes/change'
import { nodeDisk, type Disk } from '../../../src/storage/disk'
import { renamePatiently } from '../../../src/storage/patience'
import { openProject } from '../../../src/storage/projectFolder'
import { faultyDisk } from './faultyDisk'
import { annotation, coding, newProject, opened, reopenedIds, temporaryFolder } from './project'

// Disks are slow now and then; what counts here is not time.
vi.setConfig({ testTimeout: 30_000 })

/** What is in a copy of the folder as a crash at this moment would leave it, opened anew. */
async function afterCrash(folder: string): Promise<readonly string[]> {
  const copy = join(await temporaryFolder(), 'copy')
  await cp(folder, copy, { recursive: true })
  await rm(join(copy, '.lock'))
  return reopenedIds(copy, ['a1', 'a2'])
}

/** Tries with a fault at call 1, 2, 3 … until `attempt` says that there are no more calls. Several at a time, as they wait a lot. */
async function everyCall(attempt: (at: number) => Promise<boolean>): Promise<void> {
  for (let at = 1; ; at += 8) {
    const happened = await Promise.all(Array.from({ length: 8 }, (_, n) => attempt(at + n)))
    if (happened.every(Boolean)) continue
    // A save makes more than ten calls; fewer would mean that the faults never reached it.
    expect(at + happened.indexOf(false)).toBeGreaterThan(10)
    return
  }
}

const one: Change = coding(annotation('new'))
const first: Change = coding(annotation('new', { subject: 'a2' }))
const many: Change = { label: 'both', edits: [...one.edits, ...coding(annotation('new2', { subject: 'a2' })).edits] }
const cases = { 'a change of one file': { change: one, ids: ['new'] }, 'the first change of a file': { change: first, ids: ['new'] }, 'a change of several files': { change: many, ids: ['new', 'new2'] } }

describe.each(Object.entries(cases))('%s', (_, { change, ids }) => {
  const [before, after] = [['old'], [...ids, 'old']]

  async function withOld(disk: Disk): Promise<{ folder: string; project: Awaited<ReturnType<typeof opened>> }> {
    const folder = await newProject()
    const project = await opened(folder, { disk })
    await project.save([coding(annotation('older'))])
    await project.save([coding(annotation('old')), { label: '', edits: [{ kind: 'annotation', id: 'older', before: annotation('older'), after: null }] }])
    return { folder, project }
  }

  it('is there as a whole or not at all when any one call fails, and can be saved again', () => everyCall(async (at) => {
    const faulty = faultyDisk()
    const { folder, project } = await withOld(faulty.disk)
    faulty.arm(at, 'EIO')
    const failure = await project.save([change]).then(() => null, (error: unknown) => error)
    if (!faulty.disarm()) return false
    const found = await afterCrash(folder)
    expect([before, after], `call ${at}`).toContainEqual(found)
    // A name that could not be removed is no reason to fail; whatever does fail says why.
    expect(failure === null ? found : (failure as { code: string }).code, `call ${at}`).toEqual(failure === null ? after : 'unexpected')
    await project.save([change])
    expect(await afterCrash(folder), `call ${at}, saved again`).toEqual(after)
    await project.save([coding(annotation('later')), coding(annotation('old', { note: 'seen' }), annotation('old'))])
    expect(await afterCrash(folder)).toEqual(['later', ...after])
    return true
  }), 120_000)

  it('is there as a whole or not at all when the process ends at any call', () => everyCall(async (at) => {
    const faulty = faultyDisk()
    const { folder, project } = await withOld(faulty.disk)
    faulty.arm(at, 'EIO', true)
    const saved = await project.save([change]).then(() => true, () => false)
    const found = await afterCrash(folder)
    expect(saved ? [after] : [before, after], `call ${at}`).toContainEqual(found)
    return faulty.disarm()
  }), 120_000)
})

it('says that the disk is full and leaves no temporary file behind', () => everyCall(async (at) => {
  const faulty = faultyDisk()
  const folder = await newProject()
  const project = await opened(folder, { disk: faulty.disk })
  await project.save([coding(annotation('old'))])
  faulty.arm(at, 'ENOSPC')
  const failure = await project.save([one]).then(() => ({ code: 'disk-full' }), (error: unknown) => error)
  if (!faulty.disarm()) return false
  expect(failure).toMatchObject({ code: 'disk-full' })
  await project.save([one])
  expect(await readdir(join(folder, 'annotations/ana'))).toEqual(['a1.json', 'a1.json.bak'])
  return true
}), 60_000)

it('saves without hard links, as on a stick or a network drive', async () => {
  const disk: Disk = { ...nodeDisk, link: () => Promise.reject(Object.assign(new Error('no links'), { code: 'ENOTSUP' })) }
  const folder = await newProject()
  const project = await opened(folder, { disk })
  for (const id of ['n1', 'n2', 'n3']) await project.save([coding(annotation(id))])
  await project.close()
  expect(await reopenedIds(folder)).toEqual(['n1', 'n2', 'n3'])
  expect(await readdir(join(folder, 'annotations/ana'))).toEqual(['a1.json', 'a1.json.bak'])
})

it('waits while a virus scanner holds the file, but not for ever', async () => {
  let held = 2
  const disk: Disk = { ...nodeDisk, rename: () => (held-- > 0 ? Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' })) : Promise.resolve()) }
  await expect(renamePatiently(disk, 'a', 'b', [1, 1, 1])).resolves.toBeUndefined()
  held = 9
  await expect(renamePatiently(disk, 'a', 'b', [1, 1, 1])).rejects.toMatchObject({ code: 'EBUSY' })
})

/** A file system of its own, as small as wanted; null where that is not allowed. */
async function mounted(size: string): Promise<{ folder: string; remount: (options: string) => void } | null> {
  const folder = join(await temporaryFolder(), 'mount')
  await mkdir(folder)
  const run = (command: string, ...args: string[]): void => void execFileSync(command, args, { stdio: 'ignore' })
  try {
    run('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder)
  } catch {
    return null
  }
  onTestFinished(() => run('umount', '-l', folder))
  return { folder, remount: (options) => run('mount', '-o', `remount,${options}`, folder) }
}

describe('on a file system of its own', () => {
  it('a full disk costs nothing that was saved, and nothing once there is room', async ({ skip }) => {
    const small = await mounted('160k')
    if (!small) return skip('mounting needs root')
    const folder = join(small.folder, 'Study.synoptic')
    await cp(await newProject(), folder, { recursive: true })
    const project = await opened(folder)
    const saved: string[] = []
    const note = 'x'.repeat(2000)
    let failure: unknown
    for (let n = 0; n < 200 && !failure; n += 1) {
      await project.save([coding(annotation(`n${n}`, { note }))]).then(() => saved.push(`n${n}`), (error: unknown) => { failure = error })
    }
    expect(failure).toMatchObject({ code: 'disk-full' })
    expect(await reopenedIds(folder)).toEqual([...saved].sort())
    small.remount('size=2m')
    await project.save([coding(annotation(`n${saved.length}`, { note }))])
    await project.close()
    expect(await reopenedIds(folder)).toEqual([...saved, `n${saved.length}`].sort())
  })

  it('a folder that can’t be written opens read-only and stays as it is', async ({ skip }) => {
    const drive = await mounted('1m')
    if (!drive) return skip('mounting needs root')
    const folder = join(drive.folder, 'Study.synoptic')
    await cp(await newProject(), folder, { recursive: true })
    drive.remount('ro')
    const project = await opened(folder)
    expect(project.readOnly).toContain('can’t be written')
    expect(project.records.info.id).toBe('study')
    await expect(project.save([one])).rejects.toMatchObject({ code: 'read-only' })
    await expect(project.writeText('a1', 'text')).rejects.toMatchObject({ code: 'read-only' })
    await project.close()
  })
})

it('opens read-only when making a file is refused', async () => {
  const disk: Disk = { ...nodeDisk, open: (path, flags, mode) => (flags === 'wx' ? Promise.reject(Object.assign(new Error('ro'), { code: 'EROFS' })) : nodeDisk.open(path, flags, mode)) }
  const project = await openProject(await newProject(), { disk })
  expect(project.readOnly).toContain('can’t be written')
  await project.close()
})
