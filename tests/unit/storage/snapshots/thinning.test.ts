import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { nodeDisk, type Disk } from '../../../../src/storage/disk'
import { SnapshotStore } from '../../../../src/storage/snapshots/snapshotStore'
import { annotation, article, coding, newProject, opened, temporaryFolder } from '../project'

const SHARD = 'annotations/ana/a1.json'

/** A disk on which a file whose path has `part` in it fails to be read with EIO, as long as `on` says so. */
function disturbed(part: () => string | null): Disk {
  return { ...nodeDisk, open: (path, ...more) => {
    const bad = part()
    return bad !== null && String(path).includes(bad) && more[0] !== 'wx' ? Promise.reject(Object.assign(new Error('input/output error'), { code: 'EIO' })) : nodeDisk.open(path, ...more)
  } }
}

/** A project with two snapshots; the next one lets go of all but the newest, for want of room. */
async function tight() {
  const project = await opened(await newProject())
  await project.save([{ label: 'import', edits: [{ kind: 'article', id: 'a1', before: null, after: article('a1') }] }, coding(annotation('n1'))])
  const root = join(await temporaryFolder(), 'snapshots')
  const taking = new SnapshotStore(nodeDisk, root)
  const first = (await taking.take(project, 'working'))?.id ?? ''
  await project.save([coding(annotation('n2'))])
  const second = (await taking.take(project, 'working'))?.id ?? ''
  await project.save([coding(annotation('n3'))])
  return { project, root, first, second }
}

it('lets go of what the snapshots that are left do not need', async () => {
  const { project, root, first } = await tight()
  const store = new SnapshotStore(nodeDisk, root, Date.now, 1)
  await store.take(project, 'working')
  expect((await store.list('study')).map(({ id }) => id)).not.toContain(first)
})

it('lets go of nothing while a snapshot can’t be read for the moment', async () => {
  const { project, root, second } = await tight()
  let bad: string | null = second
  const store = new SnapshotStore(disturbed(() => bad), root, Date.now, 1)
  await store.take(project, 'working')
  bad = null
  expect(await store.readFile('study', second, SHARD)).not.toBeNull()
})

it('lets go of nothing while a list of a snapshot can’t be read for the moment', async () => {
  const { project, root, second } = await tight()
  const { data } = JSON.parse(await readFile(join(root, 'study', `${second}.json`), 'utf8')) as { readonly data: { readonly lists: readonly string[] } }
  let bad: string | null = data.lists[0] ?? null
  expect(bad).not.toBeNull()
  const store = new SnapshotStore(disturbed(() => bad), root, Date.now, 1)
  await store.take(project, 'working')
  bad = null
  expect(await store.readFile('study', second, SHARD)).not.toBeNull()
})

it('lets go of nothing that a snapshot of a later version may need', async () => {
  const { project, root, second } = await tight()
  const path = join(root, 'study', `${second}.json`)
  const was = await readFile(path, 'utf8')
  await writeFile(path, was.replace('"version":1', '"version":2'))
  const store = new SnapshotStore(nodeDisk, root, Date.now, 1)
  await store.take(project, 'working')
  expect(await readdir(join(root, 'study'))).toContain(`${second}.json`)
  await writeFile(path, was)
  expect(await store.readFile('study', second, SHARD)).not.toBeNull()
})
