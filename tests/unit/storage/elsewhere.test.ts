import { copyFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openProject, type ProjectFolder } from '../../../src/storage/projectFolder'
import { nodeDisk, type Disk } from '../../../src/storage/disk'
import { twoComputers } from './computers'
import { annotation, article, coding, opened, removing } from './project'
import { addArticles } from '../../../src/domain/changes/commands/articles'
import { articlesFile } from '../../../src/storage/fileNames'

// Disks are slow now and then; what counts here is not time.
vi.setConfig({ testTimeout: 30_000 })

const shard = 'annotations/ana/a1.json'

const notes = async (project: ProjectFolder, subject = 'a1'): Promise<Record<string, string>> =>
  Object.fromEntries((await project.annotations([subject])).annotations.map(({ id, note }) => [id, note]))

/** An open project here; what the other computer saved is in its folder. */
async function atWork(...changes: Parameters<ProjectFolder['save']>[0]): Promise<readonly [project: ProjectFolder, there: string]> {
  const [here, there] = await twoComputers()
  const project = await opened(here)
  await project.annotations(['a1', 'a2'])
  const other = await openProject(there)
  await other.save(changes)
  await other.close()
  return [project, there]
}

it('a file that is asked for while it is first written here is nobody else’s', async () => {
  const [here] = await twoComputers()
  const project = await opened(here)
  await project.lookElsewhere()
  const subjects = Array.from({ length: 40 }, (_none, i) => `b${i}`)
  const save = await project.saveInParts()
  await save.add([...subjects.flatMap((id) => addArticles([article(id)]).edits), ...subjects.flatMap((subject) => coding(annotation(`n-${subject}`, { subject })).edits)])
  let writing = true
  await save.decide()
  const written = new Promise<void>((resolve) => {
    project.onWriting((now) => {
      if (now === null) resolve()
    })
  }).then(() => { writing = false })
  while (writing) for (let at = 0; at < subjects.length; at += 5) await project.annotations(subjects.slice(at, at + 5))
  await written
  await project.lookElsewhere()
  expect(project.elsewhere.changed).toEqual([])
})

describe('what another computer wrote while the project is open', () => {
  it('is told and not shown until the project is read anew', async () => {
    const [project, there] = await atWork(coding(annotation('theirs')))
    await project.lookElsewhere()
    expect(project.elsewhere).toEqual({ copies: [], changed: [] })
    await copyFile(join(there, shard), join(project.folder, shard))
    await project.lookElsewhere()
    expect(project.elsewhere.changed).toEqual([shard])
    expect(Object.keys(await notes(project))).toEqual(['n1', 'n2', 'n3'])
    await project.readAnew()
    expect(project.elsewhere.changed).toEqual([])
    expect(Object.keys(await notes(project))).toEqual(['n1', 'n2', 'n3', 'theirs'])
  })

  it('is told when it comes as a new file in the place of the old one too', async () => {
    const [project, there] = await atWork(coding(annotation('theirs')))
    await copyFile(join(there, shard), join(project.folder, 'arriving'))
    await rename(join(project.folder, 'arriving'), join(project.folder, shard))
    await project.lookElsewhere()
    expect(project.elsewhere.changed).toEqual([shard])
  })

  it('may be a file that was not there before', async () => {
    const [project, there] = await atWork(coding(annotation('theirs', { subject: 'a2' })), addArticles([article('a9')]))
    const files = ['annotations/ana/a2.json', articlesFile('a9')]
    for (const file of files) await copyFile(join(there, file), join(project.folder, file))
    await project.lookElsewhere()
    expect(project.elsewhere.changed).toEqual(files)
    await project.readAnew()
    expect(Object.keys(await notes(project, 'a2'))).toEqual(['theirs'])
    expect(project.records.articles.map(({ id }) => id).sort()).toEqual(['a1', 'a2', 'a9'])
  })

  it('may be that a file is gone, which is damage and not emptiness', async () => {
    const [project] = await atWork()
    await rm(join(project.folder, shard))
    await project.lookElsewhere()
    expect(project.elsewhere.changed).toEqual([shard])
    await project.readAnew()
    expect(project.damaged).toMatchObject([{ file: shard, problem: 'is missing' }])
  })

  it('is no more told of than what is saved here', async () => {
    const [project] = await atWork()
    await project.save([coding(annotation('mine')), coding(annotation('m2', { subject: 'a2' }))])
    await project.lookElsewhere()
    expect(project.elsewhere.changed).toEqual([])
  })

  it('is not superseded by an edit whose maker never saw it', async () => {
    const [project, there] = await atWork(coding(annotation('n1', { note: 'theirs' }), annotation('n1')), coding(annotation('n2', { note: 'theirs' }), annotation('n2')), removing(annotation('n3')))
    await copyFile(join(there, shard), join(project.folder, shard))
    await project.save([coding(annotation('mine'))])
    await project.save([coding(annotation('n1', { note: 'mine' }), annotation('n1')), removing(annotation('n2')), coding(annotation('n3', { note: 'mine' }), annotation('n3'))])
    await project.lookElsewhere()
    expect(project.elsewhere.changed).toEqual([shard])
    await project.readAnew()
    // Edited here and there: the later count is shown. Deleted on one side and edited on the other: it is kept.
    expect(await notes(project)).toEqual({ n1: 'mine', n2: 'theirs', n3: 'mine', mine: '' })
    const other = await opened(there)
    await other.close()
    await copyFile(join(project.folder, shard), join(there, 'annotations/ana/a1 (1).json'))
    const again = await opened(there)
    expect(again.elsewhere.copies[0]).toMatchObject({ outcome: 'merged', contested: [{ kind: 'annotation', id: 'n1' }] })
    expect(await notes(again)).toEqual(await notes(project))
  })

  it('comes in copies too, which are merged when the project is read anew', async () => {
    const [project, there] = await atWork(coding(annotation('theirs')))
    await copyFile(join(there, shard), join(project.folder, 'annotations/ana/a1-DESKTOP-AB12CD.json'))
    await project.lookElsewhere()
    expect(project.elsewhere.copies).toMatchObject([{ of: shard, outcome: 'waiting' }])
    expect(Object.keys(await notes(project))).toEqual(['n1', 'n2', 'n3'])
    await project.readAnew()
    expect(project.elsewhere.copies).toMatchObject([{ of: shard, outcome: 'merged', added: 1 }])
    expect(Object.keys(await notes(project))).toEqual(['n1', 'n2', 'n3', 'theirs'])
  })
})

describe('a file that was replaced while the project is open by one without what was saved to it', () => {
  const replaced = async (): Promise<ProjectFolder> => {
    const [project, there] = await atWork()
    await project.save([coding(annotation('mine'))])
    await copyFile(join(there, shard), join(project.folder, shard))
    return project
  }
  const stored = async ({ folder }: ProjectFolder): Promise<readonly string[]> => Object.keys(await notes(await opened(folder)))

  it('has it again when the project is read anew', async () => {
    const project = await replaced()
    await project.lookElsewhere()
    await project.readAnew()
    const other = await openProject(project.folder)
    expect(Object.keys(await notes(other))).toContain('mine')
    await other.close()
  })

  it('has it again when the project is closed', async () => {
    const project = await replaced()
    await project.close()
    expect(await stored(project)).toContain('mine')
  })
})

it('what a page that began anew was shown can be deleted for good', async () => {
  const [project, there] = await atWork(coding(annotation('theirs')))
  await copyFile(join(there, shard), join(project.folder, shard))
  await project.save([coding(annotation('mine'))])
  const shown = (await project.annotations(['a1'])).annotations.find(({ id }) => id === 'theirs')
  project.shownAnew()
  await project.save([removing(shown ?? annotation('theirs'))])
  await project.close()
  expect(Object.keys(await notes(await opened(project.folder)))).not.toContain('theirs')
})

it('reads no file when nothing changed', async () => {
  const [here] = await twoComputers()
  const calls: string[] = []
  const disk: Disk = new Proxy(nodeDisk, { get: (target, name) => {
    const value: unknown = Reflect.get(target, name)
    return typeof value !== 'function' ? value : (...args: unknown[]): unknown => {
      calls.push(`${String(name)} ${String(args[0]).slice(here.length)}`)
      return Reflect.apply(value, target, args)
    }
  } })
  const project = await opened(here, { disk })
  await project.annotations(['a1', 'a2'])
  await project.lookElsewhere()
  calls.length = 0
  await project.lookElsewhere()
  expect(calls.length).toBeGreaterThan(0)
  expect(calls.filter((call) => !/^(lstat|readdir) /.test(call))).toEqual([])
})
