import { copyFile, link, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { decode, encode } from '../../../src/storage/envelope'
import { annotationsShape } from '../../../src/storage/fileShape'
import { annotation, coding, newProject, opened, removing, reopenedIds } from './project'

// Disks are slow now and then; what counts here is not time.
vi.setConfig({ testTimeout: 30_000 })

const shard = 'annotations/ana/a1.json'
const expected = { kind: 'annotations', id: 'annotations/ana/a1', schema: annotationsShape(shard).schema } as const

it('puts its records onto what another program wrote meanwhile, and keeps what that did not know of', async () => {
  const folder = await newProject()
  const project = await opened(folder)
  await project.save([coding(annotation('mine')), coding(annotation('gone')), coding(annotation('shared'))])
  const path = join(folder, shard)
  const { generation } = decode(await readFile(path), expected)
  const theirs = { annotations: [annotation('gone', { note: 'theirs' }), annotation('shared', { note: 'theirs' }), annotation('new')] }
  await writeFile(path, encode('annotations', expected.id, { data: theirs, generation: generation + 5, written: '2026-03-01T12:00:00.000Z' }))
  await project.save([removing(annotation('gone')), coding(annotation('mine2'))])
  expect((await project.annotations(['a1'])).annotations).toEqual([annotation('mine'), annotation('gone', { note: 'theirs' }), annotation('shared', { note: 'theirs' }), annotation('new'), annotation('mine2')])
  const now = decode(await readFile(path), expected)
  expect(now.generation).toBe(generation + 6)
  expect(decode(await readFile(`${path}.bak`), expected).generation).toBe(generation + 5)
})

it('puts its records into a file that another process made meanwhile', async () => {
  const [folder, other] = [await newProject(), await newProject()]
  const [project, another] = [await opened(folder), await opened(other)]
  await project.annotations(['a1'])
  await another.save([coding(annotation('theirs'))])
  await project.save([coding(annotation('n1', { subject: 'a2' }))])
  await copyFile(join(other, shard), join(folder, shard))
  await project.save([coding(annotation('mine'))])
  await project.close()
  expect(await reopenedIds(folder)).toEqual(['mine', 'theirs'])
})

it.each([['a copy', copyFile], ['a second name', link]])('takes over after a writer that was killed with the file in its hands, as %s', async (_, leave) => {
  const folder = await newProject()
  const project = await opened(folder)
  await project.save([coding(annotation('n1'))])
  await leave(join(folder, shard), join(folder, `${shard}.next`))
  for (const id of ['n2', 'n3', 'n4']) await project.save([coding(annotation(id))])
  expect(await readdir(join(folder, 'annotations/ana'))).toEqual(['a1.json', 'a1.json.bak'])
  await project.close()
  expect(await reopenedIds(folder)).toEqual(['n1', 'n2', 'n3', 'n4'])
})
