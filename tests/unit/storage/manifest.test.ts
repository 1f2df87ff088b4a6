import { appendFile, copyFile, cp, mkdir, readdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addArticles } from '../../../src/domain/changes/commands/articles'
import { nodeDisk, type Disk } from '../../../src/storage/disk'
import { openProject } from '../../../src/storage/projectFolder'
import { annotation, article, coding, newProject, opened, reopenedIds } from './project'

const shard = 'annotations/ana/a1.json'

/** A closed project with one annotation of each of two articles, in one generation each. */
async function coded(): Promise<string> {
  const folder = await newProject()
  const project = await openProject(folder)
  await project.save([addArticles([article('a1'), article('a2')])])
  await project.save([coding(annotation('n1'))])
  await project.save([coding(annotation('n2', { subject: 'a2' }))])
  await project.close()
  return folder
}

/** What the manifest says, sorted, without its checksums. */
async function listed(folder: string): Promise<readonly string[]> {
  const names = await readdir(join(folder, 'manifest'))
  const texts = await Promise.all(names.map((name) => readFile(join(folder, 'manifest', name), 'utf8')))
  return [...new Set(texts.join('\n').split('\n').filter((line) => line !== '').map((line) => line.split(' ')[0] ?? ''))].sort()
}

it('lists every file of records from the moment it is saved', async () => {
  const folder = await newProject()
  const project = await opened(folder)
  await project.save([addArticles([article('a1')])])
  await project.save([coding(annotation('n1'))])
  const parts = (await readdir(join(folder, 'articles/index'))).filter((name) => name.endsWith('.json')).map((name) => `articles/index/${name}`)
  expect(await listed(folder)).toEqual([shard, ...parts, 'codebook.json', 'entities.json', 'events.json', 'outlets.json', 'project.json', 'rulings.json'])
})

it('writes nothing when there is nothing new', async () => {
  const folder = await coded()
  const files = await readdir(join(folder, 'manifest'))
  const project = await openProject(folder)
  await project.save([coding(annotation('n3'))])
  await project.close()
  expect(await readdir(join(folder, 'manifest'))).toEqual(files)
})

describe('a shard that is gone with its previous generation', () => {
  const gone: Record<string, (folder: string) => Promise<void>> = {
    alone: (folder) => unlink(join(folder, shard)),
    'with the coder’s folder': (folder) => rm(join(folder, 'annotations/ana'), { recursive: true }),
    'with all annotations': (folder) => rm(join(folder, 'annotations'), { recursive: true }),
  }
  it.each(Object.keys(gone))('%s is missing, not empty', async (how) => {
    const folder = await coded()
    await gone[how]?.(folder)
    const project = await opened(folder)
    expect((await project.annotations(['a1'])).damaged).toMatchObject([{ file: shard, problem: 'is missing', keptAs: '', previous: null }])
    expect(project.readOnly).toBeNull()
  })

  it('is found among many that are asked for at once', async () => {
    const folder = await coded()
    await unlink(join(folder, shard))
    const project = await opened(folder)
    const many = Array.from({ length: 40 }, (_, n) => `a${n + 1}`)
    expect((await project.annotations(many)).damaged).toMatchObject([{ file: shard }])
  })

  it('is not written, while all others are', async () => {
    const folder = await coded()
    await unlink(join(folder, shard))
    const project = await opened(folder)
    await expect(project.save([coding(annotation('n3')), coding(annotation('n4', { subject: 'a2' }))])).rejects.toMatchObject({ code: 'damaged', files: [shard] })
    expect((await project.annotations(['a2'])).annotations.map(({ id }) => id)).toEqual(['n2', 'n4'])
  })

  it('is well again as soon as it is back', async () => {
    const folder = await coded()
    await rename(join(folder, shard), join(folder, '../away'))
    const project = await opened(folder)
    await project.annotations(['a1'])
    await rename(join(folder, '../away'), join(folder, shard))
    await project.save([coding(annotation('n3'))])
    expect((await project.annotations(['a1'])).annotations.map(({ id }) => id)).toEqual(['n1', 'n3'])
  })

  it('begins again empty when told so', async () => {
    const folder = await coded()
    await unlink(join(folder, shard))
    const project = await opened(folder)
    await project.annotations(['a1'])
    await project.startAfresh(shard)
    await project.save([coding(annotation('n3'))])
    await project.close()
    expect(await reopenedIds(folder, ['a1', 'a2'])).toEqual(['n2', 'n3'])
  })
})

it('a part of the list of articles that is gone is missing; the other articles are there', async () => {
  const folder = await coded()
  const [first = '', second = ''] = (await readdir(join(folder, 'articles/index'))).sort()
  await unlink(join(folder, 'articles/index', first))
  const project = await opened(folder)
  expect(project.damaged).toMatchObject([{ file: `articles/index/${first}`, problem: 'is missing' }])
  expect(project.readOnly).toBeNull()
  expect(project.records.articles).toHaveLength(second === '' ? 0 : 1)
})

it.each(['entities.json', 'outlets.json', 'rulings.json', 'events.json', 'codebook.json', 'project.json'])('%s that is gone is not taken for an empty one', async (file) => {
  const folder = await coded()
  for (const name of [file, `${file}.bak`]) await rm(join(folder, name), { force: true })
  await expect(openProject(folder)).rejects.toMatchObject({ code: 'damaged', files: [file], damaged: [{ file, problem: 'is missing' }] })
})

it('a list of articles that is gone as a whole is not taken for an empty one', async () => {
  const folder = await coded()
  for (const gone of ['articles/index', 'articles/text']) await rm(join(folder, gone), { recursive: true })
  await expect(openProject(folder)).rejects.toMatchObject({ code: 'not-found', files: ['articles/index'] })
})

describe('lines that are not as they were written', () => {
  const garbage: Record<string, string> = {
    'torn lines': 'annotations/ana/a9.js', 'lines of another checksum': 'annotations/ana/a9.json 00000000\n', 'zero bytes': '\0'.repeat(4096),
    'merge markers': '<<<<<<< HEAD\n=======\n>>>>>>> theirs\n', 'paths that lead elsewhere': '../../outside.json 12345678\n/etc/passwd 12345678\n', 'another encoding': '\xff\xfe\xff',
  }
  it.each(Object.keys(garbage))('count for nothing: %s', async (kind) => {
    const folder = await coded()
    const [name = ''] = await readdir(join(folder, 'manifest'))
    await appendFile(join(folder, 'manifest', name), Buffer.from(garbage[kind] ?? '', 'latin1'))
    await unlink(join(folder, shard))
    const project = await opened(folder)
    expect((await project.annotations(['a1', 'a2', 'a9'])).damaged).toMatchObject([{ file: shard }])
    await project.save([coding(annotation('n3', { subject: 'a9' }))])
    expect(await listed(folder)).toContain('annotations/ana/a9.json')
  })

  it('do not take the line after them along', async () => {
    const folder = await newProject()
    let tear = false
    const disk: Disk = {
      ...nodeDisk,
      open: async (path, flags, mode) => {
        const handle = await nodeDisk.open(path, flags, mode)
        if (!tear || flags !== 'a') return handle
        tear = false
        await handle.writeFile('\nannotations/ana/a1.js')
        await handle.close()
        throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      },
    }
    const project = await openProject(folder, { disk })
    await project.save([addArticles([article('a1'), article('a2')])])
    tear = true
    await project.save([coding(annotation('n1'))])
    expect(await listed(folder)).not.toContain(shard)
    await project.save([coding(annotation('n2', { subject: 'a2' }))])
    await project.close()
    for (const gone of ['a1', 'a2']) await unlink(join(folder, `annotations/ana/${gone}.json`))
    expect((await (await opened(folder)).annotations(['a1', 'a2'])).damaged).toHaveLength(2)
  })
})

describe('the manifest', () => {
  it('is all that its files say together, also copies of a sync service', async () => {
    const folder = await coded()
    const [name = ''] = await readdir(join(folder, 'manifest'))
    await rename(join(folder, 'manifest', name), join(folder, 'manifest', 'a file (conflicted copy).txt'))
    await writeFile(join(folder, 'manifest', name), '')
    await unlink(join(folder, shard))
    expect((await (await opened(folder)).annotations(['a1'])).damaged).toMatchObject([{ file: shard }])
  })

  it('is made from what is there when it is not, as in projects of older versions', async () => {
    const folder = await coded()
    const before = await listed(folder)
    await rm(join(folder, 'manifest'), { recursive: true })
    await (await openProject(folder)).close()
    expect(await listed(folder)).toEqual(before)
  })

  it('is gathered when it has come to many files, and then says the same', async () => {
    const folder = await coded()
    const [name = ''] = await readdir(join(folder, 'manifest'))
    for (let n = 0; n < 30; n += 1) await copyFile(join(folder, 'manifest', name), join(folder, 'manifest', `copy ${n}`))
    const before = await listed(folder)
    await (await openProject(folder)).close()
    expect(await readdir(join(folder, 'manifest'))).toHaveLength(1)
    expect(await listed(folder)).toEqual(before)
  })

  it('that can’t be written keeps nobody from saving', async () => {
    const folder = await newProject()
    await mkdir(join(folder, '..', 'elsewhere'))
    const disk: Disk = { ...nodeDisk, open: (path, flags, mode) => (String(path).includes('manifest') ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) : nodeDisk.open(path, flags, mode)) }
    const project = await openProject(folder, { disk })
    await project.save([coding(annotation('n1'))])
    await project.close()
    expect(await reopenedIds(folder)).toEqual(['n1'])
    expect(await listed(folder)).toContain(shard)
  })

  it('is not written where nothing may be written', async () => {
    const folder = await coded()
    await rm(join(folder, 'manifest'), { recursive: true })
    const first = await openProject(folder)
    await first.close()
    await rm(join(folder, 'manifest'), { recursive: true })
    await cp(join(folder, 'project.json'), join(folder, 'project.json.bak'))
    await writeFile(join(folder, 'project.json'), (await readFile(join(folder, 'project.json'), 'utf8')).replace(/"version":\d+/, '"version":99'))
    await (await opened(folder)).close()
    expect(await readdir(folder)).not.toContain('manifest')
  })
})
