import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeDisk } from '../../../../src/storage/disk'
import { openProject, type ProjectFolder } from '../../../../src/storage/projectFolder'
import { SnapshotStore } from '../../../../src/storage/snapshots/snapshotStore'
import { annotation, article, coding, newProject, opened, reopenedIds, temporaryFolder } from '../project'

const adding = (id: string): Parameters<ProjectFolder['save']>[0][number] => ({ label: 'import', edits: [{ kind: 'article', id, before: null, after: article(id) }] })

async function studyWithStore(): Promise<{ readonly folder: string; readonly root: string; readonly project: ProjectFolder; readonly store: SnapshotStore }> {
  const folder = await newProject()
  const root = join(await temporaryFolder(), 'snapshots')
  const project = await opened(folder)
  await project.writeText('a1', 'The bridge reopened.')
  await project.save([adding('a1'), coding(annotation('n1'))])
  return { folder: project.folder, root, project, store: new SnapshotStore(nodeDisk, root) }
}

describe('a snapshot', () => {
  it('says what is in it, and is taken only when something changed', async () => {
    const { project, store } = await studyWithStore()
    const first = await store.take(project, 'opened')
    expect(first).toMatchObject({ why: 'opened', articles: 1, annotations: 1 })
    expect(await store.take(project, 'working')).toBeNull()
    await project.save([coding(annotation('n2'))])
    const second = await store.take(project, 'working')
    expect(second).toMatchObject({ why: 'working', annotations: 2 })
    expect(await store.list('study')).toEqual([second, first])
  })

  it('keeps every file as it was, texts too, and makes a whole project of them', async () => {
    const { folder, project, store } = await studyWithStore()
    const before = await readFile(join(folder, 'annotations/ana/a1.json'))
    const first = await store.take(project, 'working')
    await project.save([coding(annotation('n2'))])
    await project.close()
    expect(await store.readFile('study', first?.id ?? '', 'annotations/ana/a1.json')).toEqual(before)
    const copy = join(await temporaryFolder(), 'Copy.synoptic')
    await store.copyTo('study', first?.id ?? '', copy)
    expect(await reopenedIds(copy)).toEqual(['n1'])
    const reopened = await openProject(copy)
    expect((await reopened.text('a1')).text).toBe('The bridge reopened.')
    await reopened.close()
  })

  it('knows which project was in a folder that is no project any more', async () => {
    const { folder, project, store } = await studyWithStore()
    await store.take(project, 'working')
    await project.close()
    await rm(folder, { recursive: true })
    expect(await store.ofFolder(folder)).toBe('study')
    expect(await store.ofFolder(join(folder, 'other'))).toBeNull()
  })

  it('has the last readable state of a file that is damaged', async () => {
    const { folder, project, store } = await studyWithStore()
    const sound = await readFile(join(folder, 'annotations/ana/a1.json'))
    await store.take(project, 'working')
    await writeFile(join(folder, 'annotations/ana/a1.json'), Buffer.alloc(200))
    await project.save([adding('a2')])
    const later = await store.take(project, 'working')
    expect(await store.readFile('study', later?.id ?? '', 'annotations/ana/a1.json')).toEqual(sound)
  })

  it('holds nothing of the lock, of copies kept aside or of texts that wait', async () => {
    const { project, store } = await studyWithStore()
    await project.stageText('a9', 'Nobody has said yet that this comes in.')
    const { id } = (await store.take(project, 'working')) ?? { id: '' }
    expect(await store.filesOf('study', id)).toEqual([
      'annotations/ana/a1.json', expect.stringMatching(/^articles\/index\/..\.json$/), 'articles/text/a1.txt', 'codebook.json', 'entities.json', 'events.json', 'outlets.json', 'project.json', 'rulings.json',
    ])
  })

  it('is readable by nobody else on the machine', async () => {
    const { root, project, store } = await studyWithStore()
    await store.take(project, 'working')
    const [name] = await readdir(join(root, 'study', 'objects'))
    const [object] = await readdir(join(root, 'study', 'objects', name ?? ''))
    const { mode } = await nodeDisk.lstat(join(root, 'study', 'objects', name ?? '', object ?? ''))
    expect(mode & 0o077).toBe(0)
  })
})
