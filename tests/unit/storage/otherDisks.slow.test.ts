import { execFileSync } from 'node:child_process'
import { cp, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { nodeDisk, type Disk } from '../../../src/storage/disk'
import { renamePatiently } from '../../../src/storage/patience'
import { openProject } from '../../../src/storage/projectFolder'
import { annotation, coding, newProject, opened, reopenedIds, temporaryFolder } from './project'

// Disks are slow now and then; what counts here is not time.
vi.setConfig({ testTimeout: 30_000 })

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
  it('a folder that can’t be written opens read-only and stays as it is', async ({ skip }) => {
    const drive = await mounted('1m')
    if (!drive) return skip('mounting needs root')
    const folder = join(drive.folder, 'Study.synoptic')
    await cp(await newProject(), folder, { recursive: true })
    drive.remount('ro')
    const project = await opened(folder)
    expect(project.readOnly).toContain('can’t be written')
    expect(project.records.info.id).toBe('study')
    await expect(project.save([coding(annotation('new'))])).rejects.toMatchObject({ code: 'read-only' })
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
