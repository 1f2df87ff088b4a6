import { copyFile, readFile, readdir, rename, rm, symlink, truncate, unlink, writeFile } from 'node:fs/promises'
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { nodeDisk, type Disk } from '../../../src/storage/disk'
import { openProject } from '../../../src/storage/projectFolder'
import { annotation, article, coding, newProject, opened, reopenedIds } from './project'
import { FORMAT_VERSION } from '../../../src/domain/project/format'
import { addArticles } from '../../../src/domain/changes/commands/articles'

// Disks are slow now and then; what counts here is not time.
vi.setConfig({ testTimeout: 30_000 })

const shard = 'annotations/ana/a1.json'
const conflict = '<<<<<<< HEAD\n{"v":1}\n=======\n{"v":2}\n>>>>>>> theirs\n'

/** A closed project with the annotations n1 and n2 in two generations of one shard, and n3 in another. */
async function coded(): Promise<string> {
  const folder = await newProject()
  const project = await openProject(folder)
  await project.save([addArticles([article('a1'), article('a2')])])
  await project.save([coding(annotation('n1'))])
  await project.save([coding(annotation('n2'))])
  await project.save([coding(annotation('n3', { subject: 'a2' }))])
  await project.close()
  return folder
}

describe('a damaged shard', () => {
  it('is found whatever byte it breaks off at', async () => {
    const folder = await coded()
    const whole = await readFile(join(folder, shard))
    const project = await opened(folder)
    const missed: number[] = []
    // The last byte is the line end, which carries nothing.
    for (let length = 0; length < whole.length - 1; length += 1) {
      await writeFile(join(folder, shard), whole.subarray(0, length))
      const one = await openProject(folder)
      if ((await one.annotations(['a1'])).damaged.length !== 1) missed.push(length)
      await one.close()
    }
    expect(missed).toEqual([])
    expect(await readdir(join(folder, '.quarantine')).catch(() => [])).toEqual([])
    expect(project.readOnly).toBeNull()
  }, 60_000)

  const wrong: Record<string, (whole: Buffer) => Buffer | string> = {
    'is empty': () => '',
    'holds nothing but zero bytes': (whole) => Buffer.alloc(whole.length),
    'is incomplete or garbled (not valid JSON)': () => conflict,
    'is not UTF-8 text': (whole) => Buffer.concat([whole.subarray(0, -4), Buffer.from([0xff, 0xfe]), whole.subarray(-4)]),
    'was altered outside Synoptic or is incomplete: its checksum does not match': (whole) => whole.toString().replace('"note":""', '"note":"!"'),
    'is a copy of another file (annotations/ana/a1)': (whole) => whole,
  }
  it.each(Object.keys(wrong))('that %s is kept aside and its previous generation offered', async (problem) => {
    const folder = await coded()
    const file = problem.startsWith('is a copy') ? 'annotations/ana/a2.json' : shard
    const bytes = Buffer.from(wrong[problem]?.(await readFile(join(folder, shard))) ?? '')
    await writeFile(join(folder, file), bytes)
    const project = await opened(folder)
    const loaded = await project.annotations(['a1', 'a2'])
    const [damage] = loaded.damaged
    expect(damage).toMatchObject({ file, problem })
    expect(project.damaged).toEqual(loaded.damaged)
    expect(await readFile(join(folder, damage?.keptAs ?? ''))).toEqual(bytes)
    expect(await readFile(join(folder, file))).toEqual(bytes)
    expect(loaded.annotations.map(({ id }) => id)).toEqual(file === shard ? ['n3'] : ['n1', 'n2'])
  })

  it('comes back in its previous generation when restored', async () => {
    const folder = await coded()
    await truncate(join(folder, shard), 100)
    const project = await opened(folder)
    const { damaged } = await project.annotations(['a1'])
    expect(damaged[0]?.previous).toMatchObject({ generation: 1, records: 1 })
    await project.restore(shard)
    expect(project.damaged).toEqual([])
    expect((await project.annotations(['a1'])).annotations).toEqual([annotation('n1')])
    await project.save([coding(annotation('n4'))])
    await project.close()
    expect(await reopenedIds(folder)).toEqual(['n1', 'n4'])
    expect((await readFile(join(folder, damaged[0]?.keptAs ?? ''))).length).toBe(100)
  })

  it('begins again empty when told so, with both generations kept aside', async () => {
    const folder = await coded()
    await truncate(join(folder, shard), 100)
    const project = await opened(folder)
    await project.annotations(['a1'])
    await project.startAfresh(shard)
    await project.save([coding(annotation('n4'))])
    await project.close()
    expect(await reopenedIds(folder)).toEqual(['n4'])
    expect(await readdir(join(folder, '.quarantine'))).toHaveLength(2)
  })

  it('is not written before that, while other files are', async () => {
    const folder = await coded()
    await truncate(join(folder, shard), 100)
    const bytes = await readFile(join(folder, shard))
    const project = await opened(folder)
    const changes = [coding(annotation('n4')), coding(annotation('n5', { subject: 'a2' }))]
    await expect(project.save(changes)).rejects.toMatchObject({ code: 'damaged', files: [shard], damaged: [{ file: shard }] })
    expect(await readFile(join(folder, shard))).toEqual(bytes)
    expect((await project.annotations(['a2'])).annotations.map(({ id }) => id)).toEqual(['n3', 'n5'])
    await project.restore(shard)
    await project.save(changes)
    await project.close()
    expect(await reopenedIds(folder, ['a1', 'a2'])).toEqual(['n1', 'n3', 'n4', 'n5'])
  })

  it('holds back a change of several files as a whole', async () => {
    const folder = await coded()
    await truncate(join(folder, shard), 100)
    const project = await opened(folder)
    const both = { label: 'both', edits: [...coding(annotation('n4')).edits, ...coding(annotation('n5', { subject: 'a2' })).edits] }
    await expect(project.save([both])).rejects.toMatchObject({ code: 'damaged' })
    expect((await project.annotations(['a2'])).annotations.map(({ id }) => id)).toEqual(['n3'])
    expect(await readdir(join(folder, '.journal'))).toEqual([])
  })

  it('counts as damaged when it is gone but its previous generation is there', async () => {
    const folder = await coded()
    await unlink(join(folder, shard))
    const project = await opened(folder)
    expect((await project.annotations(['a1'])).damaged).toMatchObject([{ file: shard, problem: 'is missing', keptAs: '', previous: { generation: 1 } }])
    await expect(project.save([coding(annotation('n4'))])).rejects.toMatchObject({ code: 'damaged' })
  })

  it('is well again when a good copy is put in its place', async () => {
    const folder = await coded()
    await copyFile(join(folder, shard), join(folder, 'good'))
    await truncate(join(folder, shard), 100)
    const project = await opened(folder)
    await project.annotations(['a1'])
    await rename(join(folder, 'good'), join(folder, shard))
    await project.save([coding(annotation('n4'))])
    expect((await project.annotations(['a1'])).annotations.map(({ id }) => id)).toEqual(['n1', 'n2', 'n4'])
  })

  it('loses nothing when the damage is done while the project is open', async () => {
    const folder = await coded()
    const project = await opened(folder)
    await project.annotations(['a1'])
    await writeFile(join(folder, shard), Buffer.alloc(500))
    await expect(project.save([coding(annotation('n4'))])).rejects.toMatchObject({ code: 'damaged' })
    expect(project.damaged).toMatchObject([{ previous: { generation: 2, records: 2 } }])
    await project.restore(shard)
    expect((await project.annotations(['a1'])).annotations.map(({ id }) => id)).toEqual(['n1', 'n2'])
  })

  it('is not restored before it could be kept aside', async () => {
    const folder = await coded()
    await truncate(join(folder, shard), 100)
    let full = true
    const disk: Disk = { ...nodeDisk, open: (path, flags, mode) => (full && String(path).includes('.quarantine') ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) : nodeDisk.open(path, flags, mode)) }
    const project = await opened(folder, { disk })
    expect((await project.annotations(['a1'])).damaged).toMatchObject([{ keptAs: shard }])
    for (const mend of [project.restore(shard), project.startAfresh(shard)]) await expect(mend).rejects.toMatchObject({ code: 'disk-full' })
    expect((await readFile(join(folder, shard))).length).toBe(100)
    full = false
    await project.restore(shard)
    expect(await readdir(join(folder, '.quarantine'))).toHaveLength(1)
  })

  it('is not taken for a new one when its whole folder goes while the project is open', async () => {
    const folder = await coded()
    const project = await opened(folder)
    await project.annotations(['a1'])
    await rm(join(folder, 'annotations'), { recursive: true })
    // It might be the drive that is gone; that is told apart by trying again.
    await expect(project.save([coding(annotation('n4'))])).rejects.toMatchObject({ code: 'not-found', files: [shard] })
    await expect(project.save([coding(annotation('n4'))])).rejects.toMatchObject({ code: 'damaged', files: [shard] })
    await project.restore(shard)
    await project.save([coding(annotation('n4'))])
    await project.close()
    expect(await reopenedIds(folder)).toEqual(['n1', 'n2', 'n4'])
  })

  it('that is a link to somewhere else is not followed', async () => {
    const folder = await coded()
    const outside = join(folder, '..', 'outside.json')
    await rename(join(folder, shard), outside)
    await symlink(outside, join(folder, shard))
    const project = await opened(folder)
    expect((await project.annotations(['a1'])).damaged).toMatchObject([{ problem: 'can’t be read (ELOOP)', keptAs: shard, previous: { generation: 1 } }])
    await project.restore(shard)
    expect((await project.annotations(['a1'])).annotations.map(({ id }) => id)).toEqual(['n1'])
    expect(JSON.parse(await readFile(outside, 'utf8')).generation).toBe(2)
  })
})

describe('a coder’s folder that is a link', () => {
  it('is listed, neither read nor written', async () => {
    const folder = await coded()
    await rename(join(folder, 'annotations/ana'), join(folder, '../ana'))
    await symlink(join(folder, '../ana'), join(folder, 'annotations/ana'))
    const project = await opened(folder)
    expect(await project.annotations(['a1'])).toMatchObject({ annotations: [], damaged: [{ file: 'annotations/ana' }] })
    await expect(project.save([coding(annotation('n4'))])).rejects.toMatchObject({ code: 'refused' })
  })
})

it('a folder of the project that is a link is not followed', async () => {
  const folder = await coded()
  await rename(join(folder, 'articles'), join(folder, '../articles'))
  await symlink(join(folder, '../articles'), join(folder, 'articles'))
  await expect(openProject(folder)).rejects.toMatchObject({ code: 'refused', files: ['articles'] })
})

describe.each(['project.json', 'codebook.json', 'events.json'])('%s', (core) => {
  /** With two generations of the file. */
  async function twice(): Promise<string> {
    const folder = await coded()
    await copyFile(join(folder, core), join(folder, `${core}.bak`))
    return folder
  }

  it.each(['damaged', 'missing'])('when %s opens read-only in its previous generation until restored', async (how) => {
    const folder = await twice()
    if (how === 'missing') await unlink(join(folder, core))
    else await writeFile(join(folder, core), conflict)
    const project = await opened(folder)
    expect(project.readOnly).toContain(core)
    expect(project.damaged).toMatchObject([{ file: core, previous: { generation: expect.any(Number) as number } }])
    expect(project.records.info.id).toBe('study')
    await expect(project.save([coding(annotation('n4'))])).rejects.toMatchObject({ code: 'read-only' })
    await expect(project.startAfresh(core)).rejects.toMatchObject({ code: 'refused' })
    await project.restore(core)
    expect(project.readOnly).toBeNull()
    await project.save([coding(annotation('n4'))])
    await project.close()
    expect((await opened(folder)).damaged).toEqual([])
  })

  it('says what happened when there is no previous generation either', async () => {
    const folder = await twice()
    await writeFile(join(folder, core), conflict)
    await writeFile(join(folder, `${core}.bak`), '')
    const failed = await openProject(folder).then(() => null, (error: unknown) => error as Error)
    expect(failed).toMatchObject({ code: 'damaged', files: [core] })
    expect(failed?.message).toMatch(new RegExp(`^${core} is incomplete .* kept as .quarantine/`))
    expect(await readFile(join(folder, core), 'utf8')).toBe(conflict)
    await rm(join(folder, core))
    await expect(openProject(folder)).rejects.toMatchObject({ code: 'damaged' })
    await rm(join(folder, `${core}.bak`))
    await rm(join(folder, 'manifest'), { recursive: true })
    await expect(openProject(folder)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('of a newer version opens read-only and keeps every byte', async () => {
    const folder = await twice()
    const newer = (await readFile(join(folder, core), 'utf8')).replace(`"version":${FORMAT_VERSION}`, '"version":9')
    await writeFile(join(folder, core), newer)
    const project = await opened(folder)
    expect(project.readOnly).toContain('newer version')
    await expect(project.save([coding(annotation('n4'))])).rejects.toMatchObject({ code: 'read-only' })
    expect(await readFile(join(folder, core), 'utf8')).toBe(newer)
  })
})

describe('a shard of a newer version', () => {
  it('is shown as far as it can be and never written', async () => {
    const folder = await coded()
    const newer = (await readFile(join(folder, shard), 'utf8')).replace(`"version":${FORMAT_VERSION}`, '"version":9')
    await writeFile(join(folder, shard), newer)
    const project = await opened(folder)
    const { annotations, damaged } = await project.annotations(['a1'])
    expect(annotations).toHaveLength(2)
    expect(damaged, 'so that nobody codes what can’t be saved').toEqual([expect.objectContaining({ file: shard, kind: 'newer' })])
    await expect(project.save([coding(annotation('n4')), coding(annotation('n5', { subject: 'a2' }))])).rejects.toMatchObject({ code: 'read-only', files: [shard] })
    expect(await readFile(join(folder, shard), 'utf8')).toBe(newer)
  })
})

const made = resolve('..', 'shared/payloads/json/made')
describe.skipIf(!existsSync(made))('hostile files (skipped where ../shared/payloads is absent)', () => {
  it.each(existsSync(made) ? readdirSync(made) : [])('%s is found, kept and never written over', async (name) => {
    const folder = await coded()
    for (const file of [shard, 'events.json']) {
      await copyFile(join(folder, file), join(folder, `${file}.bak`))
      await rm(join(folder, file))
      await copyFile(join(made, name), join(folder, file))
    }
    const bytes = await readFile(join(made, name))
    const project = await opened(folder)
    await project.annotations(['a1'])
    expect(project.damaged.map(({ file }) => file)).toEqual(['events.json', shard])
    for (const { keptAs } of project.damaged) expect(bytes.equals(await readFile(join(folder, keptAs)))).toBe(true)
    await project.restore('events.json')
    await project.restore(shard)
    expect((await project.annotations(['a1'])).annotations).toHaveLength(2)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})
