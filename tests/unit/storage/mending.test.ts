import { readdir, readFile, rm, truncate, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { examine, putInPlace } from '../../../src/storage/mending'
import { openProject } from '../../../src/storage/projectFolder'
import { addArticles } from '../../../src/domain/changes/commands/articles'
import { sha256 } from '../../../src/storage/disk'
import { articlesFile } from '../../../src/storage/fileNames'
import { annotation, article, coding, newProject, opened, reopenedIds, temporaryFolder } from './project'

/** A closed project with one annotation. */
async function coded(): Promise<string> {
  const folder = await newProject()
  const project = await openProject(folder)
  await project.save([coding(annotation('n1'))])
  await project.close()
  return folder
}

describe('a project that can’t be opened', () => {
  it('is told apart from one that can, and from a folder that is none', async () => {
    const folder = await coded()
    expect(await examine(folder)).toMatchObject({ info: { name: 'Study' }, broken: [] })
    await unlink(join(folder, 'events.json'))
    expect(await examine(folder)).toMatchObject({ broken: [{ file: 'events.json', problem: 'is missing' }] })
    expect(await examine(await temporaryFolder())).toEqual({ info: null, broken: [] })
  })

  it.each(['project.json', 'codebook.json', 'events.json', 'entities.json'])('opens again with another copy of %s in place; what was there is kept', async (file) => {
    const folder = await coded()
    const good = await readFile(join(folder, file))
    await writeFile(join(folder, file), 'garbage')
    await rm(join(folder, `${file}.bak`), { force: true })
    await expect(openProject(folder)).rejects.toMatchObject({ code: 'damaged' })
    await putInPlace(folder, new Map([[file, good]]))
    expect(await reopenedIds(folder)).toEqual(['n1'])
    const kept = await Promise.all((await readdir(join(folder, '.quarantine'))).map((name) => readFile(join(folder, '.quarantine', name), 'utf8')))
    expect(kept).toContain('garbage')
  })

  it('takes no copy of another file, and no broken one', async () => {
    const folder = await coded()
    const events = await readFile(join(folder, 'events.json'))
    await writeFile(join(folder, 'codebook.json'), '')
    for (const bytes of [events, Buffer.from('{}')]) await expect(putInPlace(folder, new Map([['codebook.json', bytes]]))).rejects.toMatchObject({ code: 'damaged', files: ['codebook.json'] })
    expect((await readFile(join(folder, 'codebook.json'))).length).toBe(0)
  })

  it('begins a register empty, and nothing it can’t be without', async () => {
    const folder = await coded()
    for (const file of ['entities.json', 'events.json']) await writeFile(join(folder, file), '')
    await expect(putInPlace(folder, new Map([['events.json', 'nothing' as const]]))).rejects.toMatchObject({ code: 'refused' })
    await putInPlace(folder, new Map([['entities.json', 'nothing' as const]]))
    expect((await examine(folder)).broken).toMatchObject([{ file: 'events.json' }])
  })

  it('is left alone while somebody has it open', async () => {
    const folder = await coded()
    await opened(folder)
    await truncate(join(folder, 'events.json'))
    await expect(putInPlace(folder, new Map([['events.json', Buffer.from('')]]))).rejects.toMatchObject({ code: 'read-only' })
  })
})

describe('another copy of a damaged file of an open project', () => {
  it('comes in its place, and is looked at before', async () => {
    const folder = await coded()
    const shard = 'annotations/ana/a1.json'
    const good = await readFile(join(folder, shard))
    await unlink(join(folder, shard))
    const project = await opened(folder)
    await project.annotations(['a1'])
    expect(await project.lookAgain(shard)).toBe(false)
    await expect(project.putBack(shard, Buffer.from('{}'))).rejects.toMatchObject({ code: 'damaged' })
    await project.putBack(shard, good)
    expect((await project.annotations(['a1'])).annotations.map(({ id }) => id)).toEqual(['n1'])
    expect(project.damaged).toEqual([])
  })

  it('does not cost the newer previous generation, which the next save replaces', async () => {
    const folder = await coded()
    const shard = 'annotations/ana/a1.json'
    const [old, first] = [await readFile(join(folder, shard)), await openProject(folder)]
    for (const id of ['n2', 'n3']) await first.save([coding(annotation(id))])
    await first.close()
    const previous = await readFile(join(folder, `${shard}.bak`))
    await writeFile(join(folder, shard), 'garbage')
    const project = await opened(folder)
    await project.annotations(['a1'])
    await project.putBack(shard, old)
    await project.save([coding(annotation('n4'))])
    const kept = await Promise.all((await readdir(join(folder, '.quarantine'))).map((name) => readFile(join(folder, '.quarantine', name))))
    expect(kept.some((bytes) => bytes.equals(previous))).toBe(true)
  })
})

it('a part of the list of articles that is gone for good begins again empty, and takes articles', async () => {
  const folder = await newProject()
  const project = await openProject(folder)
  await project.save([addArticles([article('a1')])])
  await project.close()
  const part = articlesFile('a1')
  await unlink(join(folder, part))
  const again = await opened(folder)
  await expect(again.save([addArticles([article('a1')])])).rejects.toMatchObject({ code: 'damaged', files: [part] })
  await again.startAfresh(part)
  await again.save([addArticles([article('a1')])])
  expect(await again.articles(['a1'])).toHaveLength(1)
})

it('a text that is gone comes back from another copy, and nothing else comes in its place', async () => {
  const folder = await newProject()
  const project = await opened(folder)
  const text = 'The bridge opens.'
  await project.save([addArticles([article('a1', { hash: sha256(text) })])])
  await project.writeText('a1', text)
  await unlink(join(folder, 'articles/text/a1.txt'))
  await expect(project.text('a1')).rejects.toMatchObject({ code: 'not-found', damaged: [{ file: 'articles/text/a1.txt' }] })
  await expect(project.putBack('articles/text/a1.txt', Buffer.from('The bridge is closed.'))).rejects.toMatchObject({ code: 'damaged' })
  await project.putBack('articles/text/a1.txt', Buffer.from(text))
  expect(await project.text('a1')).toEqual({ text, intact: true })
})
