import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { nodeDisk, type Disk } from '../../../../src/storage/disk'
import { Objects } from '../../../../src/storage/snapshots/objects'
import { SnapshotStore } from '../../../../src/storage/snapshots/snapshotStore'
import { annotation, article, coding, newProject, opened, temporaryFolder } from '../project'

const SHARD = 'annotations/ana/a1.json'

async function study() {
  const project = await opened(await newProject())
  await project.writeText('a1', 'The bridge reopened.')
  await project.save([{ label: 'import', edits: [{ kind: 'article', id: 'a1', before: null, after: article('a1') }] }, coding(annotation('n1'))])
  const root = join(await temporaryFolder(), 'snapshots')
  return { project, root, store: new SnapshotStore(nodeDisk, root) }
}

it('takes no snapshot of nothing where the drive was unplugged', async () => {
  const { project, store } = await study()
  const { folder } = project
  await store.take(project, 'working')
  await project.close()
  await rename(folder, `${folder} away`)
  await expect(store.take({ folder, info: { id: 'study' } }, 'working')).rejects.toMatchObject({ code: 'not-found' })
  await mkdir(folder)
  expect(await store.take({ folder, info: { id: 'study' } }, 'working')).toBeNull()
  await expect(store.current({ folder, info: { id: 'study' } }, 'working')).rejects.toMatchObject({ code: 'conflict' })
  expect(await store.list('study')).toHaveLength(1)
})

it('keeps anew what is there and whose bytes were lost', async () => {
  const { project, root, store } = await study()
  const first = (await store.take(project, 'working'))?.id ?? ''
  const entries = await store.entries('study', first)
  for (const file of [SHARD, 'articles/text/a1.txt']) {
    const hash = entries.get(file)?.sha256 ?? ''
    await rm(join(root, 'study', 'objects', hash.slice(0, 2), hash))
  }
  await project.save([coding(annotation('n2', { subject: 'a2' }))])
  const { id } = (await store.take(project, 'working')) ?? { id: '' }
  expect(await store.readFile('study', id, SHARD)).toEqual(await readFile(join(project.folder, SHARD)))
  expect(String(await store.readFile('study', id, 'articles/text/a1.txt'))).toBe('The bridge reopened.')
})

it('makes durable also what a snapshot that was given up had kept already', async () => {
  const root = join(await temporaryFolder(), 'objects')
  const bytes = Buffer.from('The bridge reopened.')
  const { hash, stored } = await new Objects(nodeDisk, root).put(bytes)
  const flushed: string[] = []
  const disk: Disk = { ...nodeDisk, open: (path, ...more) => {
    if (more[0] === 'r') flushed.push(String(path))
    return nodeDisk.open(path, ...more)
  } }
  const later = new Objects(disk, root)
  expect(await later.put(bytes)).toEqual({ hash, stored })
  await later.flush()
  expect(flushed).toContain(join(root, ...(await readdir(root))))
})
