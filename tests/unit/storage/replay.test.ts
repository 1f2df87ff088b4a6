import { cp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import type { Change } from '../../../src/domain/changes/change'
import { nodeDisk, type Disk } from '../../../src/storage/disk'
import { Manifest } from '../../../src/storage/manifest'
import { Place } from '../../../src/storage/place'
import { ProjectFiles, type AnyFile } from '../../../src/storage/projectFiles'
import { openProject, type ProjectFolder } from '../../../src/storage/projectFolder'
import { renoted } from '../../fixtures/largeChange'
import { twoComputers } from './computers'
import { manyShards } from './largeChange'
import { annotation, coding, newProject, opened, removing, temporaryFolder } from './project'

// Disks are slow now and then; what counts here is not time.
vi.setConfig({ testTimeout: 60_000 })

const [n1, n2] = [annotation('n1', { note: 'new' }), annotation('m1', { subject: 'a2', note: 'new' })]
/** A change of two files, which therefore is written down before it is done. */
const both: Change = { label: 'both', edits: [{ kind: 'annotation', id: 'n1', before: annotation('n1'), after: n1 }, ...coding(n2).edits] }
const newer: readonly Change[] = [coding({ ...n1, note: 'newest' }, n1), removing(n2)]

/** Everything there is of a1 and a2 with its note; n2 and n3 are as they were made. */
async function notes(folder: string): Promise<Record<string, string>> {
  const project = await openProject(folder)
  const { annotations } = await project.annotations(['a1', 'a2'])
  await project.close()
  return Object.fromEntries(annotations.map(({ id, note }) => [id, note]))
}
const edited = { n1: 'newest', n2: '', n3: '' }

/** The real file system; `first` comes before the first file of annotations is written. */
function pausing(first: () => Promise<void>): Disk {
  let due = true
  return {
    ...nodeDisk,
    open: async (path, flags, mode) => {
      if (due && flags === 'wx' && String(path).includes('annotations')) {
        due = false
        await first()
      }
      return nodeDisk.open(path, flags, mode)
    },
  }
}

function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => undefined
  const given = new Promise<void>((resolve) => { give = resolve })
  return { given, give }
}

/** Decides the change on one computer, and does none of it there. */
async function decided(folder: string): Promise<void> {
  const full = (): Promise<void> => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }))
  const disk = { ...nodeDisk, open: async (...args: Parameters<Disk['open']>) => {
    if (args[1] === 'wx' && String(args[0]).includes('annotations')) await full()
    return nodeDisk.open(...args)
  } }
  const project = await opened(folder, { disk })
  await expect(project.save([both])).rejects.toMatchObject({ code: 'disk-full' })
  await rm(join(folder, '.lock'))
}

const saveAndClose = async (folder: string, changes: readonly Change[]): Promise<void> => {
  const project = await openProject(folder)
  for (const change of changes) await project.save([change])
  await project.close()
}

it('a change that a second process finishes while the first one does so itself undoes nothing that the first saves after it', async () => {
  const [folder] = await twoComputers()
  const [about, saved] = [signal(), signal()]
  const opening: Promise<ProjectFolder>[] = []
  const one = await opened(folder, { disk: pausing(async () => {
    await rm(join(folder, '.lock'))
    opening.push(openProject(folder, { disk: pausing(async () => {
      about.give()
      await saved.given
    }) }))
    await about.given
  }) })
  for (const change of [both, ...newer]) await one.save([change])
  saved.give()
  const [two] = await Promise.all(opening)
  await two?.close()
  await one.close()
  expect(await notes(folder)).toEqual(edited)
})

it('a change that another computer finished and went on from is not done again over that', async () => {
  const [here, there] = await twoComputers()
  await decided(here)
  await cp(join(here, '.journal'), join(there, '.journal'), { recursive: true })
  await saveAndClose(there, newer)
  await cp(join(there, 'annotations'), join(here, 'annotations'), { recursive: true })
  expect(await notes(here)).toEqual(edited)
})

it('a change that two computers finished is one change when their copies meet', async () => {
  const [here, there] = await twoComputers()
  await decided(here)
  await cp(join(here, '.journal'), join(there, '.journal'), { recursive: true })
  await saveAndClose(here, [coding(annotation('n4', { note: 'here' }))])
  await saveAndClose(there, newer)
  for (const article of ['a1', 'a2']) await cp(join(there, `annotations/ana/${article}.json`), join(here, `annotations/ana/${article} (conflicted copy).json`))
  expect(await notes(here)).toEqual({ ...edited, n4: 'here' })
})

it('what another computer knows nothing of stands beside a change that is finished there', async () => {
  const [here, there] = await twoComputers()
  await saveAndClose(there, [coding(annotation('n1', { note: 'theirs' }), annotation('n1'))])
  await decided(here)
  await cp(join(here, '.journal'), join(there, '.journal'), { recursive: true })
  await saveAndClose(there, [])
  const file = await readFile(join(there, 'annotations/ana/a1.json'), 'utf8')
  for (const note of ['theirs', 'new']) expect(file).toContain(`"note":"${note}"`)
})

it('a change on top of something that never arrived is done under a name of its own, and the rest arrives later', async () => {
  const [here, there] = await twoComputers()
  await saveAndClose(here, [coding(annotation('n4', { note: 'arrives later' }))])
  await decided(here)
  await cp(join(here, '.journal'), join(there, '.journal'), { recursive: true })
  expect(await notes(there)).toEqual({ n1: 'new', n2: '', n3: '', m1: 'new' })
  await cp(join(here, 'annotations/ana/a1.json'), join(there, 'annotations/ana/a1 (conflicted copy).json'))
  expect(await notes(there)).toEqual({ n1: 'new', n2: '', n3: '', n4: 'arrives later', m1: 'new' })
})

it('what was promised and is not done is not taken for done, whatever its maker writes meanwhile', async () => {
  const place = new Place(nodeDisk, await newProject())
  const shard = (): AnyFile => new ProjectFiles({ place, mayWrite: () => true, manifest: new Manifest(place) }).of('annotations/ana/a1.json')
  const [one, two] = [shard(), shard()]
  await one.put([{ kind: 'annotation', id: 'n1', record: annotation('n1') }])
  const as = await one.promise()
  await one.put([{ kind: 'annotation', id: 'n2', record: annotation('n2') }])
  for (const file of [two, one]) await file.carryOut([{ as, puts: [{ kind: 'annotation', id: 'n3', record: annotation('n3') }] }])
  const last = shard()
  await last.load()
  expect([...last.records.annotation.keys()].sort()).toEqual(['n1', 'n2', 'n3'])
  expect(as).not.toBeNull()
})

it('a large change that is there again when it was carried out long ago undoes nothing', async () => {
  const folder = await manyShards()
  const aside = join(await temporaryFolder(), 'journal')
  const project = await opened(folder)
  const save = await project.saveInParts()
  await save.add(renoted('old', 'new'))
  const done = signal()
  await save.decide()
  await cp(join(folder, '.journal'), aside, { recursive: true })
  project.onWriting((writing) => { if (writing === null) done.give() })
  await done.given
  const { annotations } = await project.annotations(['a1', 'a2'])
  const [first, second] = annotations
  if (!first || !second) throw new Error('there are no annotations to edit')
  await project.save([coding({ ...first, note: 'newest' }, first), removing(second)])
  await project.close()
  await cp(aside, join(folder, '.journal'), { recursive: true })
  const again = await opened(folder)
  await again.save([])
  const after = await again.annotations(['a1', 'a2'])
  expect(after.annotations.find(({ id }) => id === first.id)?.note).toBe('newest')
  expect(after.annotations.some(({ id }) => id === second.id)).toBe(false)
})
