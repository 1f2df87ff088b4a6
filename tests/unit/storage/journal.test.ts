import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import type { Change } from '../../../src/domain/changes/change'
import { FORMAT_VERSION } from '../../../src/domain/project/format'
import { openProject, type ProjectFolder } from '../../../src/storage/projectFolder'
import { faultyDisk } from './faultyDisk'
import { annotation, article, coding, newProject, opened } from './project'

// Disks are slow now and then; what counts here is not time.
vi.setConfig({ testTimeout: 30_000 })

const both = (note: string): Change => ({
  label: 'both', edits: [...coding(annotation('n1', { note })).edits, ...coding(annotation('n2', { subject: 'a2', note })).edits],
})

const notes = async (folder: string): Promise<Record<string, string>> => {
  const project = await openProject(folder)
  const { annotations } = await project.annotations(['a1', 'a2'])
  await project.close()
  return Object.fromEntries(annotations.map(({ id, note }) => [id, note]))
}

interface HalfSaved {
  readonly folder: string
  readonly project: ProjectFolder
}

/** A project in which saving broke off when the first of two files was done; the window is still open. */
async function halfSaved(): Promise<HalfSaved> {
  let last: HalfSaved | null = null
  for (let at = 1; ; at += 1) {
    const one = await savedUntil(at)
    // The last such call is the one after which the first file is done and the second is as it was.
    if (one === null && last) return last
    last = one
  }
}

/** @returns null unless exactly the first file is new when everything fails from this call on */
async function savedUntil(call: number): Promise<HalfSaved | null> {
  const faulty = faultyDisk()
  const folder = await newProject()
  const project = await opened(folder, { disk: faulty.disk })
  await project.save([both('zero')])
  await project.save([both('old')])
  faulty.arm(call, 'EIO', true)
  await project.save([both('new')]).catch(() => undefined)
  faulty.disarm()
  const [one, two] = await Promise.all(['a1', 'a2'].map((article) => readFile(join(folder, `annotations/ana/${article}.json`), 'utf8')))
  const clean = (await readdir(join(folder, 'annotations/ana'))).length === 4
  return clean && one?.includes('"note":"new"') && two?.includes('"note":"old"') ? { folder, project } : null
}

/** The same after a crash. */
async function interrupted(): Promise<string> {
  const { folder } = await halfSaved()
  await rm(join(folder, '.lock'))
  return folder
}

it('a change of several files that a crash interrupted is finished on opening', async () => {
  const folder = await interrupted()
  expect(await readdir(join(folder, '.journal'))).toHaveLength(1)
  expect(await notes(folder)).toEqual({ n1: 'new', n2: 'new' })
  expect(await readdir(join(folder, '.journal'))).toEqual([])
})

it.each(['as this one would', 'in a way of its own'])('what a newer version left there, written %s, is shown read-only and keeps every byte', async (how) => {
  const folder = await interrupted()
  const [name = ''] = await readdir(join(folder, '.journal'))
  const file = join(folder, '.journal', name)
  const newer = (await readFile(file, 'utf8')).replace(`"version":${FORMAT_VERSION}`, '"version":99')
  const data = newer.slice(newer.indexOf('"data":') + 7, newer.lastIndexOf('}'))
  const other = newer.replace(createHash('sha256').update(data).digest('hex'), createHash('sha256').update('[]').digest('hex')).replace(data, '[]')
  const bytes = how === 'as this one would' ? newer : other
  await writeFile(file, bytes)
  const project = await opened(folder)
  expect(project.readOnly).toMatch(new RegExp(`^.journal/${name} was written by a newer version`))
  await expect(project.save([both('later')])).rejects.toMatchObject({ code: 'read-only' })
  await project.close()
  expect(await notes(folder)).toEqual({ n1: 'new', n2: 'old' })
  expect(await readFile(file, 'utf8')).toBe(bytes)
})

it('a change of several files that failed midway is finished before anything newer is saved', async () => {
  const { folder, project } = await halfSaved()
  await project.save([coding(annotation('n1', { note: 'newest' }), annotation('n1', { note: 'new' }))])
  await rm(join(folder, '.lock'))
  expect(await notes(folder)).toEqual({ n1: 'newest', n2: 'new' })
})

it('an interrupted change is not finished by a process that may only read', async () => {
  const folder = await interrupted()
  await writeFile(join(folder, '.lock'), JSON.stringify({ id: 'x', host: 'desk-4', pid: 1, since: '2026-03-01T12:00:00.000Z' }))
  expect(await notes(folder)).toEqual({ n1: 'new', n2: 'old' })
  expect(await readdir(join(folder, '.journal'))).toHaveLength(1)
})

it('an interrupted change waits for a file that was damaged meanwhile, and does not undo what is saved until then', async () => {
  const folder = await interrupted()
  await truncate(join(folder, 'annotations/ana/a2.json'), 50)
  const project = await opened(folder)
  await project.save([coding(annotation('n1', { note: 'newest' }), annotation('n1', { note: 'new' }))])
  await project.close()
  const again = await opened(folder)
  expect((await again.annotations(['a1', 'a2'])).damaged).toHaveLength(1)
  expect(await readdir(join(folder, '.journal'))).toHaveLength(1)
  await again.restore('annotations/ana/a2.json')
  await again.close()
  expect(await notes(folder)).toEqual({ n1: 'newest', n2: 'new' })
  expect(await readdir(join(folder, '.journal'))).toEqual([])
})

it('a record of intent that is damaged is kept aside and listed', async () => {
  const folder = await interrupted()
  const [name = ''] = await readdir(join(folder, '.journal'))
  await truncate(join(folder, '.journal', name), 50)
  const project = await opened(folder)
  expect(project.readOnly).toBeNull()
  expect(project.damaged).toMatchObject([{ file: `.journal/${name}`, previous: null }])
  expect(await readdir(join(folder, '.journal'))).toEqual([])
  expect(await readdir(join(folder, '.quarantine'))).toHaveLength(1)
})

it('a change of one file writes no record of what it intends', async () => {
  const folder = await newProject()
  const project = await opened(folder)
  await project.save([coding(annotation('n1')), coding(annotation('n2', { subject: 'a2' }))])
  await expect(readdir(join(folder, '.journal'))).rejects.toMatchObject({ code: 'ENOENT' })
})

/** Writes an entry as the version 1 did, in which annotations named their article. */
async function leftByVersion1(folder: string, record: unknown): Promise<void> {
  const data = { files: [{ file: 'annotations/ana/a1.json', puts: [{ kind: 'annotation', id: 'n1', record }, { kind: 'annotation', id: 'n0', record: null }] }] }
  const sha256 = createHash('sha256').update(JSON.stringify(data)).digest('hex')
  const header = { format: 'synoptic', kind: 'journal', version: 1, id: '.journal/000001', generation: 1, written: '2026-03-01T12:00:00.000Z', sha256 }
  await mkdir(join(folder, '.journal'), { recursive: true })
  await writeFile(join(folder, '.journal/000001.json'), `${JSON.stringify({ ...header, data })}\n`)
}

it('what version 1 left unfinished is finished', async () => {
  const folder = await newProject()
  const { subject, ...rest } = annotation('n1', { note: 'new' })
  await leftByVersion1(folder, { ...rest, article: subject })
  expect(await notes(folder)).toEqual({ n1: 'new' })
  expect(await readdir(join(folder, '.journal'))).toEqual([])
})

it('a record of intent with something that does not fit is kept aside, and the project opens', async () => {
  const folder = await newProject()
  const { subject, ...rest } = annotation('n1')
  await leftByVersion1(folder, { ...rest, article: subject, code: 7 })
  const project = await opened(folder)
  expect(project.damaged).toMatchObject([{ file: '.journal/000001.json', problem: 'holds a record that does not fit the project: annotation n1' }])
  expect(await readdir(join(folder, '.quarantine'))).toHaveLength(1)
})

it('whatever kinds of records a change has, what a crash left of it is read again', async () => {
  const outlet: Change = {
    label: 'unite outlets',
    edits: [
      { kind: 'outlet', id: 'o1', before: null, after: { id: 'o1', name: 'Courier', aliases: ['The Courier'], variables: {} } },
      { kind: 'article', id: 'a1', before: null, after: article('a1') },
      { kind: 'event', id: 'e1', before: null, after: { id: 'e1', name: 'Bridge', date: '', variables: {} } },
      { kind: 'entity', id: 'x1', before: null, after: { id: 'x1', name: 'Minister', kind: 'person', aliases: [], memo: '' } },
      { kind: 'sheet', id: 's1', before: null, after: { id: 's1', coder: 'ana', subject: 'a1', coded: [], memo: '', modified: '2026-03-01T12:00:00.000Z' } },
    ],
  }
  const states = new Set<number>()
  for (let at = 1; ; at += 1) {
    const faulty = faultyDisk()
    const folder = await newProject()
    const project = await opened(folder, { disk: faulty.disk })
    faulty.arm(at, 'EIO', true)
    const saved = await project.save([outlet]).then(() => true, () => false)
    faulty.disarm()
    await rm(join(folder, '.lock'), { force: true })
    const again = await opened(folder)
    expect(again.damaged).toEqual([])
    const { outlets, articles, events, entities } = again.records
    const found = [outlets, articles, events, entities].map((list) => list.length)
    expect(new Set(found).size).toBe(1)
    states.add(found[0] ?? -1)
    await again.close()
    if (saved) break
  }
  expect(states).toEqual(new Set([0, 1]))
}, 120_000)
