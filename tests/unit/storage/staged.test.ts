import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeDisk, sha256, type Disk } from '../../../src/storage/disk'
import { openProject } from '../../../src/storage/projectFolder'
import { article, newProject, opened } from './project'

const filesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}
const staged = (folder: string): readonly string[] => filesIn(join(folder, '.staged'))
const texts = (folder: string): readonly string[] => filesIn(join(folder, 'articles/text'))

test('a staged text can be read, and is among the texts only when it is kept', async () => {
  const folder = await newProject()
  const project = await opened(folder)
  await project.stageText('a1', 'The bridge “opens”.')
  await project.stageText('a2', 'Another.')
  expect(await project.text('a1')).toEqual({ text: 'The bridge “opens”.', intact: true })
  expect([staged(folder), texts(folder)]).toEqual([['a1.txt', 'a2.txt'], []])

  const told: number[] = []
  await project.keepTexts(['a1'], (done) => told.push(done))
  expect([staged(folder), texts(folder), told]).toEqual([['a2.txt'], ['a1.txt'], [1]])
  expect(await project.text('a1')).toEqual({ text: 'The bridge “opens”.', intact: true })
  await project.save([{ label: 'import', edits: [{ kind: 'article', id: 'a1', before: null, after: article('a1', { hash: sha256('The bridge “opens”.') }) }] }])
  await project.dropTexts(['a1', 'a2', 'never'])
  expect([staged(folder), texts(folder)]).toEqual([[], ['a1.txt']])
  expect(await project.text('a1')).toEqual({ text: 'The bridge “opens”.', intact: true })
  await expect(project.text('a2')).rejects.toMatchObject({ code: 'not-found' })
})

test('closing deletes what nobody decided about', async () => {
  const folder = await newProject()
  const project = await opened(folder)
  await project.stageText('a1', 'One.')
  await project.close()
  expect([staged(folder), texts(folder)]).toEqual([[], []])
})

test('a text that is stored is not written over, and what could not be kept can be kept later', async () => {
  const folder = await newProject()
  let full = true
  const disk: Disk = { ...nodeDisk, open: async (path, flags, mode) => {
    if (full && flags === 'r+') throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    return nodeDisk.open(path, flags, mode)
  } }
  const project = await opened(folder, { disk })
  await project.stageText('a1', 'One.')
  await expect(project.keepTexts(['a1'])).rejects.toMatchObject({ code: 'disk-full' })
  expect([staged(folder), texts(folder)]).toEqual([['a1.txt'], []])
  full = false
  await mkdir(join(folder, 'articles/text'), { recursive: true })
  writeFileSync(join(folder, 'articles/text/a1.txt'), 'Somebody else’s.')
  await expect(project.keepTexts(['a1'])).rejects.toMatchObject({ code: 'conflict' })
  await project.dropTexts(['a1'])
  expect(readFileSync(join(folder, 'articles/text/a1.txt'), 'utf8')).toBe('Somebody else’s.')
  await expect(project.keepTexts(['a1'])).rejects.toMatchObject({ code: 'not-found' })
})

test('what a crash left is swept a day later, texts among the articles never', async () => {
  const folder = await newProject()
  const first = await openProject(folder)
  await first.stageText('old', 'Old.')
  await first.stageText('young', 'Young.')
  await first.stageText('kept', 'Kept.')
  await first.keepTexts(['kept'])
  // As a crash would: nothing is tidied up.
  const left = staged(folder)
  await first.close()
  for (const name of left) writeFileSync(join(folder, '.staged', name), name)
  const longAgo = new Date(Date.now() - 25 * 3600_000)
  utimesSync(join(folder, '.staged/old.txt'), longAgo, longAgo)
  utimesSync(join(folder, 'articles/text/kept.txt'), longAgo, longAgo)
  await (await openProject(folder)).close()
  expect([staged(folder), texts(folder)]).toEqual([['young.txt'], ['kept.txt']])
})

test('a text with half a character is refused, and so is an id that is no id', async () => {
  const project = await opened(await newProject())
  await expect(project.stageText('a1', 'half \uD83D')).rejects.toMatchObject({ code: 'refused' })
  await expect(project.stageText('../a1', 'x')).rejects.toMatchObject({ code: 'refused' })
})
