import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { nodeDisk } from '../../../src/storage/disk'
import { Manifest } from '../../../src/storage/manifest'
import { Place } from '../../../src/storage/place'
import { ProjectFiles, type AnyFile } from '../../../src/storage/projectFiles'
import { twoComputers } from './computers'
import { annotation, codebook, coding, opened, removing, reopenedIds } from './project'

// Disks are slow now and then; what counts here is not time.
vi.setConfig({ testTimeout: 30_000 })

const shard = 'annotations/ana/a1.json'

function fileOf(folder: string, file: string): AnyFile {
  const place = new Place(nodeDisk, folder)
  return new ProjectFiles({ place, mayWrite: () => true, manifest: new Manifest(place) }).of(file)
}

it('takes in what another copy of a file has, and what was taken out there', async () => {
  const [here, there] = await twoComputers()
  const [ours, theirs] = [await opened(here), await opened(there)]
  await ours.save([coding(annotation('here')), removing(annotation('n1'))])
  await theirs.save([coding(annotation('there')), removing(annotation('n2')), coding(annotation('n3', { note: 'seen' }), annotation('n3'))])
  await Promise.all([ours.close(), theirs.close()])
  const copy = await readFile(join(there, shard))
  expect(await fileOf(here, shard).absorb(copy)).toEqual({ added: 1, changed: 1, removed: 1, contested: [] })
  expect(await reopenedIds(here)).toEqual(['here', 'n3', 'there'])

  const before = await readFile(join(here, shard))
  expect(await fileOf(here, shard).absorb(copy)).toEqual({ added: 0, changed: 0, removed: 0, contested: [] })
  expect(await readFile(join(here, shard)), 'it was in there already, so nothing is written').toEqual(before)
})

it('shows both computers the same of what both changed, and tells of it', async () => {
  const [here, there] = await twoComputers()
  for (const [folder, note] of [[here, 'ours'], [there, 'theirs']] as const) {
    const project = await opened(folder)
    await project.save([coding(annotation('n1', { note }), annotation('n1'))])
    await project.close()
  }
  const [ours, theirs] = await Promise.all([here, there].map((folder) => readFile(join(folder, shard))))
  expect((await fileOf(here, shard).absorb(theirs ?? Buffer.alloc(0))).contested).toEqual([{ kind: 'annotation', id: 'n1' }])
  await fileOf(there, shard).absorb(ours ?? Buffer.alloc(0))
  const shown = await Promise.all([here, there].map(async (folder) => (await (await opened(folder)).annotations(['a1'])).annotations.find(({ id }) => id === 'n1')?.note))
  expect(shown[0]).toBe(shown[1])
})

it('keeps codes that only one of two changed codebooks has', async () => {
  const [here, there] = await twoComputers()
  const [framing] = codebook.dimensions
  const withCode = (id: string) => ({ ...codebook, version: 2, dimensions: [{ ...framing, codes: [...(framing?.codes ?? []), { ...framing?.codes[0], id, name: id, key: '' }] }] }) as typeof codebook
  for (const [folder, id] of [[here, 'praise'], [there, 'doubt']] as const) {
    const project = await opened(folder)
    await project.save([{ label: 'add', edits: [{ kind: 'codebook', id: 'the', before: codebook, after: withCode(id) }] }])
    await project.close()
  }
  await fileOf(here, 'codebook.json').absorb(await readFile(join(there, 'codebook.json')))
  const project = await opened(here)
  expect(project.records.codebook.dimensions[0]?.codes.map(({ id }) => id).sort()).toEqual(['blame', 'doubt', 'praise'])
})

it('does not lose what this computer wrote when another program replaces the file while the project is open', async () => {
  const [here, there] = await twoComputers()
  const project = await opened(here)
  await project.save([coding(annotation('mine'))])
  await copyFile(join(there, shard), join(here, shard))
  await project.save([coding(annotation('later'))])
  await project.close()
  expect(await reopenedIds(here)).toEqual(['later', 'mine', 'n1', 'n2', 'n3'])
})

it('takes back what was lost with a damaged file when another computer still has it', async () => {
  const [here, there] = await twoComputers()
  const first = await opened(here)
  await first.save([coding(annotation('lost'))])
  await first.close()
  const copy = await readFile(join(here, shard))
  await writeFile(join(here, shard), 'garbage')
  const project = await opened(here)
  await project.annotations(['a1'])
  await project.restore(shard)
  for (const id of ['x', 'y', 'z']) await project.save([coding(annotation(id))])
  await project.close()
  expect(await reopenedIds(here)).toEqual(['n1', 'n2', 'n3', 'x', 'y', 'z'])
  await fileOf(here, shard).absorb(copy)
  expect(await reopenedIds(here)).toEqual(['lost', 'n1', 'n2', 'n3', 'x', 'y', 'z'])
  await fileOf(there, shard).absorb(await readFile(join(here, shard)))
  expect(await reopenedIds(there)).toEqual(['lost', 'n1', 'n2', 'n3', 'x', 'y', 'z'])
})

it('refuses what is no copy of the file', async () => {
  const [here] = await twoComputers()
  await expect(fileOf(here, shard).absorb(await readFile(join(here, 'events.json')))).rejects.toMatchObject({ name: 'DamageError' })
  await expect(fileOf(here, shard).absorb(Buffer.from('{}'))).rejects.toMatchObject({ name: 'DamageError' })
})
