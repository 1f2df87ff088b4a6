import { existsSync } from 'node:fs'
import { copyFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { Change } from '../../../src/domain/changes/change'
import { createProject, openProject } from '../../../src/storage/projectFolder'
import { twoComputers } from './computers'
import { annotation, article, codebook, coding, newProject, opened, reopenedIds, temporaryFolder } from './project'
import { addArticles } from '../../../src/domain/changes/commands/articles'
import { sha256 } from '../../../src/storage/disk'
import { articlesFile, textFile } from '../../../src/storage/fileNames'

// Disks are slow now and then; what counts here is not time.
vi.setConfig({ testTimeout: 30_000 })

const shard = 'annotations/ana/a1.json'
const noon = '2026-03-01T12:00:00.000Z'

async function saves(folder: string, ...changes: Change[]): Promise<void> {
  const project = await openProject(folder)
  await project.save(changes)
  await project.close()
}

/** Two computers that each coded something; the other one's file comes here as a copy of the given name. */
async function copied(name: string): Promise<string> {
  const [here, there] = await twoComputers()
  await saves(here, coding(annotation('here')))
  await saves(there, coding(annotation('there')))
  await mkdir(dirname(join(here, name)), { recursive: true })
  await copyFile(join(there, shard), join(here, name))
  return here
}

const merging = [
  'a1 (conflicted copy 2024-05-01).json', 'a1 (First coder’s conflicted copy).json', 'a1-DESKTOP-AB12CD.json', 'a1-DESKTOP-AB12CD-2.json', 'a1 (1).json', 'a1 2.json',
  'a1_conflict-20240501-101010.json', 'a1.sync-conflict-20240501-101010-ABCDEFG.json', 'a1 (In Konflikt stehende Kopie 2024-05-01).json', 'Copy of a1.json', 'a1 - Kopie.json', 'anything', 'a2-old.json',
]

describe('a copy that a sync service left', () => {
  it.each(merging)('as “%s” is merged, told of and kept aside', async (name) => {
    const found = `annotations/ana/${name}`
    const folder = await copied(found)
    const bytes = await readFile(join(folder, found))
    const project = await opened(folder)
    const [copy, ...others] = project.elsewhere.copies
    expect(others).toEqual([])
    expect(copy).toMatchObject({ copy: found, of: shard, outcome: 'merged', problem: '', added: 1, changed: 0, removed: 0, contested: [] })
    expect(await readFile(join(folder, copy?.keptAs ?? ''))).toEqual(bytes)
    expect(existsSync(join(folder, found))).toBe(false)
    expect((await project.annotations(['a1'])).annotations.map(({ id }) => id).sort()).toEqual(['here', 'n1', 'n2', 'n3', 'there'])
    await project.close()
    expect((await opened(folder)).elsewhere.copies).toEqual([])
  })

  const names = resolve('../shared/payloads/path/cloud_conflict_names.json')
  it('is told from what is none under all names that services, systems and editors give', async ({ skip }) => {
    if (!existsSync(names)) skip('the collection of names is not here')
    const [here, there] = await twoComputers()
    await saves(there, coding(annotation('there')))
    const all = (JSON.parse(await readFile(names, 'utf8')) as string[]).filter((name) => name !== 'db.json').map((name) => name.replace(/\bdb(?=[ ._-])/, 'a1'))
    for (const name of all) await copyFile(join(there, shard), join(here, 'annotations/ana', name))
    const project = await opened(here)
    const merged = project.elsewhere.copies.map(({ copy }) => copy.slice('annotations/ana/'.length))
    expect(project.elsewhere.copies.every(({ outcome }) => outcome === 'merged')).toBe(true)
    const copies = all.filter((name) => /conflict|konflikt|conflit|copy|kopie|desktop-|\(\d\)| 2\.|\.\d+$/i.test(name))
    expect(copies.length).toBeGreaterThan(15)
    expect(merged.sort()).toEqual(copies.sort())
    expect((await readdir(join(here, 'annotations/ana'))).sort()).toEqual(['a1.json', 'a1.json.bak', ...all.filter((name) => !copies.includes(name))].sort())
    await project.close()
    expect(await reopenedIds(here)).toEqual(['n1', 'n2', 'n3', 'there'])
  })

  it('is found in a copy of a coder’s folder too', async () => {
    for (const coder of ['ana (1)', 'ana-DESKTOP-AB12CD']) {
      const folder = await copied(`annotations/${coder}/a1.json`)
      await (await opened(folder)).close()
      expect(await reopenedIds(folder)).toEqual(['here', 'n1', 'n2', 'n3', 'there'])
    }
  })

  it('may be of any file of records', async () => {
    const [here, there] = await twoComputers()
    const event = { id: 'e1', name: 'Summit', date: '', variables: {} }
    await saves(there, addArticles([article('a9')]), { label: 'event', edits: [{ kind: 'event', id: 'e1', before: null, after: event }] })
    const part = articlesFile('a9')
    await copyFile(join(there, part), join(here, `${part.slice(0, -5)} (1).json`))
    await copyFile(join(there, 'events.json'), join(here, 'events-DESKTOP.json'))
    await copyFile(join(there, 'project.json'), join(here, 'project (1).json'))
    await copyFile(join(there, 'codebook.json'), join(here, 'codebook.sync-conflict-1.json'))
    const project = await opened(here)
    expect(project.elsewhere.copies.map(({ of, outcome, added }) => [of, outcome, added])).toEqual([[part, 'merged', 1], ['codebook.json', 'merged', 0], ['events.json', 'merged', 1], ['project.json', 'merged', 0]])
    expect(project.records.articles.map(({ id }) => id).sort()).toEqual(['a1', 'a2', 'a9'])
    expect(project.records.events).toEqual([event])
  })

  it('stands in for a file that is not there', async () => {
    const [here, there] = await twoComputers()
    await saves(there, coding(annotation('m1', { subject: 'a2' })))
    await copyFile(join(there, 'annotations/ana/a2.json'), join(here, 'annotations/ana/a2 (1).json'))
    await (await opened(here)).close()
    expect(await reopenedIds(here, ['a2'])).toEqual(['m1'])
  })

  it('stands in for a file that was lost, with what its previous generation has besides', async () => {
    const [here, there] = await twoComputers()
    await saves(there, coding(annotation('there')))
    await saves(here, coding(annotation('here')))
    await saves(here, coding(annotation('last')))
    await rm(join(here, shard))
    await copyFile(join(there, shard), join(here, 'annotations/ana/a1 (1).json'))
    const project = await opened(here)
    expect(project.elsewhere.copies).toMatchObject([{ outcome: 'merged', added: 5 }])
    expect((await project.annotations(['a1'])).annotations.map(({ id }) => id).sort()).toEqual(['here', 'n1', 'n2', 'n3', 'there'])
    expect(project.damaged).toEqual([])
  })

  it('of a text is told of only when it holds something else', async () => {
    const folder = await newProject()
    const first = await openProject(folder)
    await first.writeText('a1', 'The bridge reopened.')
    await first.save([addArticles([article('a1', { hash: sha256('The bridge reopened.') })])])
    await first.close()
    const text = join(folder, 'articles/text/a1.txt')
    for (const name of ['a1 (1).txt', 'Copy of a1.txt', 'unrelated.txt']) await copyFile(text, join(folder, 'articles/text', name))
    await writeFile(join(folder, 'articles/text/a1-DESKTOP.txt'), 'The bridge stayed closed.')
    const project = await opened(folder)
    expect(project.elsewhere.copies).toMatchObject([{ copy: 'articles/text/a1-DESKTOP.txt', of: 'articles/text/a1.txt', outcome: 'differs' }])
    expect(await project.text('a1')).toEqual({ text: 'The bridge reopened.', intact: true })
    expect(await readdir(join(folder, 'articles/text'))).toHaveLength(5)
  })

  it('that can’t be read stays where it is and is listed', async () => {
    const [here] = await twoComputers()
    const whole = await readFile(join(here, shard))
    const bad: Record<string, Buffer> = {
      'a1 (1).json': whole.subarray(0, -20), 'a1 (2).json': Buffer.alloc(400), 'a1 (3).json': Buffer.alloc(0), 'a1 (4).json': Buffer.from(whole.toString().replace('"note":""', '"note":"x"')), 'a1 (5).json': Buffer.from('<<<<<<< HEAD\n'),
    }
    for (const [name, bytes] of Object.entries(bad)) await writeFile(join(here, 'annotations/ana', name), bytes)
    const project = await opened(here)
    expect(project.elsewhere.copies.map(({ copy, of, outcome, keptAs }) => [copy.slice(16), of, outcome, keptAs === copy])).toEqual(Object.keys(bad).map((name) => [name, shard, 'unreadable', true]))
    for (const { problem } of project.elsewhere.copies) expect(problem).not.toBe('')
    for (const [name, bytes] of Object.entries(bad)) expect(await readFile(join(here, 'annotations/ana', name))).toEqual(bytes)
    expect((await project.annotations(['a1'])).annotations).toHaveLength(3)
  })

  it('of another project’s description is not merged', async () => {
    const [here] = await twoComputers()
    const foreign = (await readFile(join(here, 'project.json'), 'utf8')).replaceAll('"id":"study"', '"id":"other"')
    await writeFile(join(here, 'project (1).json'), foreign)
    const project = await opened(here)
    expect(project.elsewhere.copies).toMatchObject([{ outcome: 'unreadable', problem: 'belongs to another project' }])
    expect(project.info.id).toBe('study')
  })

  it('of another project’s codebook is not merged', async () => {
    const [here] = await twoComputers()
    const own = await readFile(join(here, 'codebook.json'))
    const elsewhere = join(await temporaryFolder(), 'Other.synoptic')
    await createProject(elsewhere, { info: { id: 'other', name: 'Other', created: noon, memo: '' }, coder: { id: 'ben', name: 'Second coder', joined: noon }, codebook: { ...codebook, name: 'Codes of another study' } })
    await copyFile(join(elsewhere, 'codebook.json'), join(here, 'codebook 2.json'))
    const project = await opened(here)
    expect(project.elsewhere.copies).toMatchObject([{ copy: 'codebook 2.json', outcome: 'unreadable', problem: 'belongs to another project' }])
    expect(await readFile(join(here, 'codebook.json'))).toEqual(own)
    expect(existsSync(join(here, 'codebook 2.json'))).toBe(true)
  })

  it('of a list of articles that was begun elsewhere waits until one of their texts is here', async () => {
    const [here] = await twoComputers()
    const part = articlesFile('a1')
    // Another id that stands in the same of the 256 files.
    const id = Array.from({ length: 10_000 }, (_, n) => `b${n}`).find((one) => articlesFile(one) === part) ?? ''
    const elsewhere = await newProject()
    await saves(elsewhere, addArticles([article(id)]))
    await copyFile(join(elsewhere, part), join(here, `${part.slice(0, -5)} (1).json`))
    const before = await opened(here)
    expect(before.elsewhere.copies).toMatchObject([{ of: part, outcome: 'waiting' }])
    expect(before.elsewhere.copies[0]?.problem).toContain('may belong to another one')
    expect(before.records.articles.map((one) => one.id).sort()).toEqual(['a1', 'a2'])
    await before.close()
    await writeFile(join(here, textFile(id, 1)), 'The bridge reopened.')
    const after = await opened(here)
    expect(after.elsewhere.copies).toMatchObject([{ of: part, outcome: 'merged', added: 1 }])
  })

  it('of annotations that two computers each began is merged, though they have no write in common', async () => {
    const [here, there] = await twoComputers()
    for (const [folder, id] of [[here, 'm1'], [there, 'm2']] as const) await saves(folder, coding(annotation(id, { subject: 'a2' })))
    await copyFile(join(there, 'annotations/ana/a2.json'), join(here, 'annotations/ana/a2 (1).json'))
    await (await opened(here)).close()
    expect(await reopenedIds(here, ['a2'])).toEqual(['m1', 'm2'])
  })

  it('is only reported where nothing may be written', async () => {
    const folder = await copied('annotations/ana/a1 (1).json')
    const holder = await openProject(await newProject())
    await copyFile(join(holder.folder, '.lock'), join(folder, '.lock'))
    const project = await opened(folder)
    expect(project.readOnly).not.toBeNull()
    expect(project.elsewhere.copies).toMatchObject([{ outcome: 'waiting', keptAs: 'annotations/ana/a1 (1).json' }])
    expect(existsSync(join(folder, 'annotations/ana/a1 (1).json'))).toBe(true)
    await holder.close()
  })

  it('is left in peace when it is no file of the project at all', async () => {
    const [here] = await twoComputers()
    const foreign = { 'notes.json': '{"mine":true}', 'codebook (mine).json': '{"name":"Codes"}', 'a1 notes.txt': 'read this', '.DS_Store': 'x' }
    for (const [name, text] of Object.entries(foreign)) await writeFile(join(here, name), text)
    expect((await opened(here)).elsewhere.copies).toEqual([])
    for (const [name, text] of Object.entries(foreign)) expect(await readFile(join(here, name), 'utf8')).toBe(text)
  })
})

it('merges a copy anew that a crash left between merging and moving, with nothing twice', async () => {
  const folder = await copied('annotations/ana/a1 (1).json')
  const before = join(folder, '..', 'before')
  await cp(join(folder, 'annotations/ana/a1 (1).json'), before)
  await (await opened(folder)).close()
  await rename(before, join(folder, 'annotations/ana/a1 (1).json'))
  const project = await opened(folder)
  expect(project.elsewhere.copies).toMatchObject([{ outcome: 'merged', added: 0, changed: 0, removed: 0 }])
  await project.close()
  expect(await reopenedIds(folder)).toEqual(['here', 'n1', 'n2', 'n3', 'there'])
})

describe('a file that a sync service has only in the cloud', () => {
  const away = async (folder: string, file: string): Promise<void> => {
    await rename(join(folder, file), join(folder, dirname(file), `.${basename(file)}.icloud`))
    await rm(join(folder, `${file}.bak`), { force: true })
    await rm(join(folder, 'manifest'), { recursive: true, force: true })
  }

  it('is not taken for one that never was, and not written', async () => {
    const [here] = await twoComputers()
    await away(here, shard)
    const project = await opened(here)
    const { annotations, damaged } = await project.annotations(['a1', 'a2'])
    expect(annotations).toEqual([])
    expect(damaged[0]?.problem).toContain('its sync service has left it in the cloud')
    await expect(project.save([coding(annotation('mine'))])).rejects.toMatchObject({ code: 'damaged' })
    expect((await readdir(join(here, 'annotations/ana')))).toEqual(['.a1.json.icloud'])
    // When it has come it is there as if nothing had been.
    await rename(join(here, 'annotations/ana/.a1.json.icloud'), join(here, shard))
    await project.save([coding(annotation('mine'))])
    await project.close()
    expect(await reopenedIds(here)).toEqual(['mine', 'n1', 'n2', 'n3'])
  })

  it('gets nothing put in its place: no copy, no earlier version, no snapshot, no beginning', async () => {
    const [here, there] = await twoComputers()
    const whole = await readFile(join(here, shard))
    await saves(there, coding(annotation('there')))
    const copy = 'annotations/ana/a1 2.json'
    await copyFile(join(there, shard), join(here, copy))
    await away(here, shard)
    await writeFile(join(here, `${shard}.bak`), whole)
    const project = await opened(here)
    const { damaged } = await project.annotations(['a1'])
    expect(damaged).toMatchObject([{ file: shard, kind: 'in-cloud', previous: null }])
    expect(project.elsewhere.copies).toMatchObject([{ copy, outcome: 'waiting', keptAs: copy }])
    for (const mended of [() => project.restore(shard), () => project.putBack(shard, whole), () => project.startAfresh(shard)]) {
      await expect(mended()).rejects.toMatchObject({ code: 'damaged', message: expect.stringContaining('Look again when it has come') as string })
    }
    expect(await project.lookAgain(shard)).toBe(false)
    expect((await readdir(join(here, 'annotations/ana'))).sort()).toEqual(['.a1.json.icloud', 'a1 2.json', 'a1.json.bak'])
    await rename(join(here, 'annotations/ana/.a1.json.icloud'), join(here, shard))
    expect(await project.lookAgain(shard)).toBe(true)
    await project.readAnew()
    expect((await project.annotations(['a1'])).annotations.map(({ id }) => id).sort()).toEqual(['n1', 'n2', 'n3', 'there'])
  })

  it('is named when the project can’t be opened without it', async () => {
    for (const file of ['project.json', 'codebook.json']) {
      const [here] = await twoComputers()
      await away(here, file)
      await expect(openProject(here)).rejects.toMatchObject({ message: expect.stringContaining('Let it download the whole folder') as string })
    }
  })
})
