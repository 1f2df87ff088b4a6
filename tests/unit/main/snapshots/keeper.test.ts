import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SnapshotKeeper } from '../../../../src/main/snapshots/keeper'
import { nodeDisk, type Disk } from '../../../../src/storage/disk'
import { SnapshotStore } from '../../../../src/storage/snapshots/snapshotStore'
import { annotation, coding, newProject, opened, temporaryFolder } from '../../storage/project'

async function keeping(disk: Disk = nodeDisk) {
  const project = await opened(await newProject())
  const told: (string | null)[] = []
  const store = new SnapshotStore(disk, join(await temporaryFolder(), 'snapshots'))
  return { project, store, told, keeper: new SnapshotKeeper(store, () => true, (problem) => { told.push(problem) }) }
}

it('says that a snapshot before something else was taken, also when nothing had changed since the last', async () => {
  const { project, keeper, told, store } = await keeping()
  await keeper.before(project, 'before-mending')
  await keeper.before(project, 'before-going-back')
  expect(told).toEqual([null, null])
  expect(await store.list('study')).toHaveLength(1)
})

it('tells when a project never stood still, instead of passing over it', async () => {
  let restless = 0
  const disk: Disk = { ...nodeDisk, lstat: (async (path: string) => {
    const found = await nodeDisk.lstat(path)
    if (path.endsWith('codebook.json')) found.mtimeMs += restless += 1
    return found
  }) as Disk['lstat'] }
  const { project, keeper, told, store } = await keeping(disk)
  await project.save([coding(annotation('n1'))])
  await keeper.before(project, 'before-mending')
  expect(await store.list('study')).toEqual([])
  expect(told).toEqual([expect.stringContaining('being written all the while')])
})
