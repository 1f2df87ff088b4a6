import { readdir, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { faultyDisk } from './faultyDisk'
import { articles, inParts, notesIn, renoted } from '../../fixtures/largeChange'
import { crashed, manyShards } from './largeChange'
import { annotation, coding, opened } from './project'

// Disks are slow now and then; what counts here is not time.
vi.setConfig({ testTimeout: 60_000 })

const nothing = { said: ['old'], onDisk: ['old'], damaged: 0 }
const everything = { said: ['new'], onDisk: ['new'], damaged: 0 }
const parts = inParts(renoted('old', 'new'), 15)

it('a change in parts counts for nothing until it is decided, wherever a crash cuts it', async () => {
  const faulty = faultyDisk()
  const folder = await manyShards()
  const project = await opened(folder, { disk: faulty.disk })
  const save = await project.saveInParts()
  for (const part of parts) {
    await save.add(part)
    const copy = await crashed(folder)
    expect(await notesIn(copy)).toEqual(nothing)
    expect(await readdir(join(copy, '.journal'))).toEqual([])
  }
  await save.decide()
  const copy = await crashed(folder, faulty, project)
  expect(await notesIn(copy)).toEqual(everything)
  expect(await readdir(join(copy, '.journal'))).toEqual([])
})

it('is read as it was decided at once, and its files follow', async () => {
  const folder = await manyShards()
  const project = await opened(folder)
  const save = await project.saveInParts()
  for (const part of parts) await save.add(part)
  const steps: (number | null)[] = []
  project.onWriting((writing) => steps.push(writing && writing.done))
  await save.decide()
  expect(new Set((await project.annotations(articles)).annotations.map(({ note }) => note))).toEqual(new Set(['new']))
  await vi.waitFor(() => { expect(steps).toEqual([null, 0, 8, 16, 24, 32, 40, null]) })
  await project.close()
  expect(await readdir(join(folder, '.journal'))).toEqual([])
  expect(await notesIn(folder)).toEqual(everything)
})

it('leaves nothing when it is given up, and another can begin', async () => {
  const folder = await manyShards()
  const project = await opened(folder)
  const save = await project.saveInParts()
  await save.add(renoted('old', 'dropped'))
  await expect(project.saveInParts()).rejects.toMatchObject({ code: 'conflict' })
  await save.drop()
  expect(await readdir(join(folder, '.journal'))).toEqual([])
  await expect(save.decide()).rejects.toMatchObject({ code: 'conflict' })
  const next = await project.saveInParts()
  await next.add(renoted('old', 'new'))
  await next.decide()
  await project.close()
  expect(await notesIn(folder)).toEqual(everything)
})

it('does not undo what is saved while its files are written, even after a crash', async () => {
  const faulty = faultyDisk()
  const folder = await manyShards()
  const project = await opened(folder, { disk: faulty.disk })
  const save = await project.saveInParts()
  await save.add(renoted('old', 'new'))
  await save.decide()
  // The first of these files are written already, the last are not.
  const saved = [0, 20, 39].map((n) => coding(annotation(`n${n}`, { subject: `a${n}`, note: 'newest' }), annotation(`n${n}`, { subject: `a${n}`, note: 'new' })))
  for (const change of saved) await project.save([change])
  const copy = await crashed(folder, faulty, project)
  await project.close()
  for (const one of [copy, folder]) expect(await notesIn(one)).toEqual({ said: ['new', 'newest'], onDisk: ['new', 'newest'], damaged: 0 })
  const again = await opened(copy)
  const { annotations } = await again.annotations(articles)
  expect(annotations.filter(({ note }) => note === 'newest').map(({ id }) => id).sort()).toEqual(['n0', 'n20', 'n39'])
})

it('a second one, decided while the first is written, comes after it, even after a crash', async () => {
  const faulty = faultyDisk()
  const folder = await manyShards()
  const project = await opened(folder, { disk: faulty.disk })
  for (const [from, to] of [['old', 'between'], ['between', 'new']] as const) {
    const save = await project.saveInParts()
    for (const part of inParts(renoted(from, to), 15)) await save.add(part)
    await save.decide()
  }
  const copy = await crashed(folder, faulty, project)
  await project.close()
  for (const one of [copy, folder]) expect(await notesIn(one)).toEqual(everything)
})

it('goes on when the project is opened again, whenever it is closed and however often', async () => {
  const folder = await manyShards()
  const project = await opened(folder)
  const save = await project.saveInParts()
  await save.add(renoted('old', 'new'))
  await save.decide()
  await project.close()
  expect((await readdir(join(folder, '.journal'))).length).toBeGreaterThan(0)
  const again = await opened(folder)
  await again.close()
  expect(await notesIn(folder)).toEqual(everything)
})

it('is left undone as a whole, and kept aside, when a part of it is damaged', async () => {
  const folder = await manyShards()
  const faulty = faultyDisk()
  const project = await opened(folder, { disk: faulty.disk })
  const save = await project.saveInParts()
  for (const part of parts) await save.add(part)
  await save.decide()
  const copy = await crashed(folder, faulty, project)
  const [part = ''] = (await readdir(join(copy, '.journal'))).filter((name) => name.startsWith('p'))
  await truncate(join(copy, '.journal', part), 50)
  const again = await opened(copy)
  expect(again.readOnly).toBeNull()
  expect(again.damaged).toMatchObject([{ file: expect.stringMatching(/^\.journal\/000001-\w{8}\.json$/), previous: null }])
  expect(await readdir(join(copy, '.journal'))).toEqual([])
  expect(await readdir(join(copy, '.quarantine'))).toHaveLength(1 + parts.length)
})

it('is refused as a whole with a record that is not what the domain says, or a file that awaits a decision', async () => {
  const folder = await manyShards()
  await truncate(join(folder, 'annotations/ana/a7.json'), 50)
  const project = await opened(folder)
  const save = await project.saveInParts()
  await expect(save.add([{ kind: 'annotation', id: 'n1', before: null, after: annotation('n2') }])).rejects.toMatchObject({ code: 'refused' })
  await expect(save.add(renoted('old', 'new'))).rejects.toMatchObject({ code: 'damaged', files: ['annotations/ana/a7.json'] })
  await save.drop()
  expect(await readdir(join(folder, '.journal'))).toEqual([])
})
