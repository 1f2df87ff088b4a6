import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { FORMAT_VERSION } from '../../../src/domain/project/format'
import { addArticles } from '../../../src/domain/changes/commands/articles'
import { createProject, openProject } from '../../../src/storage/projectFolder'
import { annotation, article, codebook, coding, newProject, opened, removing, reopenedIds, temporaryFolder } from './project'

// Disks are slow now and then; what counts here is not time.
vi.setConfig({ testTimeout: 30_000 })

const shard = 'annotations/ana/a1.json'

describe('a new project', () => {
  it('opens with what it was made of', async () => {
    const project = await opened(await newProject())
    expect(project.readOnly).toBeNull()
    expect(project.damaged).toEqual([])
    expect(project.records).toMatchObject({ info: { id: 'study' }, coders: [{ id: 'ana' }], codebook, events: [], articles: [] })
    expect(await project.annotations(['a1'])).toEqual({ annotations: [], sheets: [], damaged: [] })
  })

  it('is not made where there is something already', async () => {
    const folder = await newProject()
    await expect(createProject(folder, { info: { id: 'x', name: '', created: '2026-03-01T12:00:00Z', memo: '' }, coder: { id: 'x', name: '', joined: '2026-03-01T12:00:00Z' }, codebook }))
      .rejects.toMatchObject({ code: 'conflict' })
  })

  it('is not found in any other folder, which stays untouched', async () => {
    const folder = await temporaryFolder()
    await expect(openProject(folder)).rejects.toMatchObject({ code: 'not-found' })
    await expect(openProject(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'not-found' })
    expect(await readdir(folder)).toEqual([])
  })
})

describe('saving', () => {
  it('gives back after reopening what was saved', async () => {
    const folder = await newProject()
    const project = await opened(folder)
    await project.save([addArticles([article('a1'), article('a2')]), coding(annotation('n1')), coding(annotation('n2', { subject: 'a2' }))])
    await project.close()
    const again = await opened(folder)
    expect([...again.records.articles].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([article('a1'), article('a2')])
    expect((await again.annotations(['a1', 'a2', 'a3'])).annotations).toEqual([annotation('n1'), annotation('n2', { subject: 'a2' })])
    expect((await again.annotations(['a2'])).annotations).toEqual([annotation('n2', { subject: 'a2' })])
  })

  it('writes one line of JSON with a header, for its owner only, and keeps the generation before', async () => {
    const folder = await newProject()
    const project = await opened(folder)
    await project.save([coding(annotation('n1'))])
    await project.save([coding(annotation('n2'))])
    const now = JSON.parse(await readFile(join(folder, shard), 'utf8'))
    const before = JSON.parse(await readFile(join(folder, `${shard}.bak`), 'utf8'))
    expect(now).toMatchObject({ format: 'synoptic', kind: 'annotations', version: FORMAT_VERSION, id: 'annotations/ana/a1', generation: 2 })
    expect(now.sha256).toBe(createHash('sha256').update(JSON.stringify(now.versions) + JSON.stringify(now.data)).digest('hex'))
    expect(before).toMatchObject({ generation: 1, data: { annotations: [{ id: 'n1' }] } })
    expect((await stat(join(folder, shard))).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
    expect((await readdir(join(folder, 'annotations/ana'))).sort()).toEqual(['a1.json', 'a1.json.bak'])
  })

  it('carries out calls in order', async () => {
    const folder = await newProject()
    const project = await opened(folder)
    const notes = Array.from({ length: 20 }, (_, n) => annotation('n1', { note: String(n) }))
    await Promise.all(notes.map((note) => project.save([coding(note)])))
    expect((await project.annotations(['a1'])).annotations).toEqual([annotation('n1', { note: '19' })])
  })

  it('takes the same changes twice, as after a failure', async () => {
    const folder = await newProject()
    const project = await opened(folder)
    const changes = [coding(annotation('n1')), coding(annotation('n1', { note: 'x' }), annotation('n1')), removing(annotation('n1', { note: 'x' })), coding(annotation('n2'))]
    await project.save(changes)
    await project.save(changes)
    expect((await project.annotations(['a1'])).annotations).toEqual([annotation('n2')])
  })

  it('keeps the file of annotations that were all deleted', async () => {
    const folder = await newProject()
    const project = await opened(folder)
    await project.save([coding(annotation('n1')), removing(annotation('n1'))])
    await project.close()
    expect(await reopenedIds(folder)).toEqual([])
    expect(JSON.parse(await readFile(join(folder, shard), 'utf8')).data).toEqual({ annotations: [], sheets: [] })
  })

  it('moves an annotation to the file of its new coder', async () => {
    const folder = await newProject()
    const project = await opened(folder)
    await project.save([coding(annotation('n1'))])
    await project.save([coding(annotation('n1', { coder: 'ben' }), annotation('n1'))])
    await project.close()
    expect(await readdir(join(folder, '.journal'))).toEqual([])
    expect((await (await opened(folder)).annotations(['a1'])).annotations).toEqual([annotation('n1', { coder: 'ben' })])
  })

  it('refuses what could never be read again, and saves the rest', async () => {
    const folder = await newProject()
    const project = await opened(folder)
    const wrong = [annotation('n2', { subject: '../../outside' }), annotation('n2', { spans: [] }), annotation('n2', { codebook: -1 })]
    for (const record of wrong) {
      await expect(project.save([coding(annotation('n1')), coding(record)])).rejects.toMatchObject({ code: 'refused' })
    }
    await expect(project.save([{ label: '', edits: [{ kind: 'codebook', id: 'the', before: codebook, after: null }] }])).rejects.toMatchObject({ code: 'refused' })
    expect((await project.annotations(['a1'])).annotations).toEqual([annotation('n1')])
    expect(await readdir(join(folder, 'annotations'))).toEqual(['ana'])
  })
})

describe('texts', () => {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
  const text = '\uFEFFAn odd beginning,\u00a0Сosmodrome 🚀\n'

  it('come back character for character', async () => {
    const folder = await newProject()
    const project = await opened(folder)
    await project.writeText('a1', text)
    await project.writeText('a1', text)
    expect(await project.text('a1')).toEqual({ text, intact: true })
    await project.save([addArticles([article('a1', { hash: sha256(text) }), article('a2', { hash: sha256('other') })])])
    await project.writeText('a2', text)
    await project.close()
    const again = await opened(folder)
    expect(await again.text('a1')).toEqual({ text, intact: true })
    expect(await again.text('a2')).toEqual({ text, intact: false })
  })

  it('are never replaced, and never altered to fit', async () => {
    const project = await opened(await newProject())
    await project.writeText('a1', text)
    await expect(project.writeText('a1', 'other')).rejects.toMatchObject({ code: 'conflict' })
    await expect(project.writeText('a2', 'half \ud83d')).rejects.toMatchObject({ code: 'refused' })
    await expect(project.writeText('../a2', 'out')).rejects.toMatchObject({ code: 'refused' })
    await expect(project.text('a2')).rejects.toMatchObject({ code: 'not-found' })
  })
})
