import { expect, it, onTestFinished, vi } from 'vitest'
import { openProject } from '../../../src/storage/projectFolder'
import { program, start, type Running } from '../../faults/harness/programs'
import { newProject, opened } from './project'

// Disks are slow now and then; what counts here is not time.
vi.setConfig({ testTimeout: 30_000 })

/** A process that saves, killed at the latest when the test is over. */
async function writer(folder: string, name: string, count: number, mode = ''): Promise<Running> {
  const running = start(await program('writer'), [folder, name, String(count), mode])
  onTestFinished(() => running.kill())
  return running
}

async function contents(folder: string): Promise<{ ids: readonly string[]; damaged: number }> {
  const project = await openProject(folder)
  const { annotations, damaged } = await project.annotations(['a1', 'a2'])
  await project.close()
  return { ids: annotations.map(({ id }) => id), damaged: damaged.length }
}

it('two processes that write one file by turns lose nothing of each other’s', async () => {
  const folder = await newProject()
  const [one, two] = await Promise.all([writer(folder, 'one', 300, 'shared'), writer(folder, 'two', 300, 'shared')])
  expect(await Promise.all([one.ended, two.ended])).toEqual([[0, null], [0, null]])
  const { ids, damaged } = await contents(folder)
  expect(damaged).toBe(0)
  expect([...ids].sort()).toEqual([...one.said(), ...two.said()].sort())
  expect(ids).toHaveLength(600)
  // One after the other they would have changed over once, and the test would say nothing; a slow start leaves them little time together.
  const turns = ids.filter((id, at) => at > 0 && id.slice(0, 3) !== ids[at - 1]?.slice(0, 3)).length
  expect(turns).toBeGreaterThan(2)
}, 120_000)

it('a second process is told who has the project open, and sees it read-only', async () => {
  const folder = await newProject()
  const one = await writer(folder, 'one', 100_000)
  await one.started
  const project = await opened(folder)
  expect(project.readOnly).toMatch(/^It is open in another window on this computer since \d{4}-\d\d-\d\d \d\d:\d\d UTC\./)
  await one.kill()
  expect((await opened(folder)).readOnly).toBeNull()
})
