import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { invert, squash, type Edit } from '../../../../src/domain/changes/change'
import { codebookSchema } from '../../../../src/domain/project/codebook'
import { THE } from '../../../../src/domain/project/records'
import { OpenWork } from '../../../../src/main/openWork'
import { SnapshotKeeper } from '../../../../src/main/snapshots/keeper'
import { ProjectSnapshots } from '../../../../src/main/snapshots/projectSnapshots'
import { nodeDisk } from '../../../../src/storage/disk'
import { openProject } from '../../../../src/storage/projectFolder'
import { SnapshotStore } from '../../../../src/storage/snapshots/snapshotStore'
import { twoComputers } from '../../storage/computers'
import { annotation, article, codebook, coding, newProject, opened, removing, temporaryFolder } from '../../storage/project'

async function desk(on = true): Promise<{ readonly work: OpenWork; readonly snapshots: ProjectSnapshots; readonly keeper: SnapshotKeeper }> {
  const project = await opened(await newProject())
  await project.writeText('a1', 'The minister said the bridge would reopen by Friday.')
  await project.save([{ label: 'import', edits: [{ kind: 'article', id: 'a1', before: null, after: article('a1') }] }, coding(annotation('n1'))])
  const keeper = new SnapshotKeeper(new SnapshotStore(nodeDisk, join(await temporaryFolder(), 'snapshots')), () => on, () => undefined)
  return { work: new OpenWork(project, 'handle', 'ana'), snapshots: new ProjectSnapshots(keeper), keeper }
}

const withCode = (id: string): typeof codebook => codebookSchema.parse({
  ...codebook, dimensions: codebook.dimensions.map((one) => ({ ...one, codes: [...one.codes, { id, name: id, colour: 'rust', key: '', definition: '' }] })),
})

const annotationsOf = async ({ folder }: OpenWork): Promise<readonly string[]> => (await folder.annotations(['a1'])).annotations.map(({ id, note }) => `${id} ${note}`).sort()
const written = (work: OpenWork): Promise<void> => new Promise((resolve) => { work.folder.onWriting((writing) => { if (writing === null) resolve() }) })

it('goes back as one step that the history knows, and undoing it is as if it had never been', async () => {
  const { work, snapshots } = await desk()
  const { now: then } = await snapshots.list(work)
  const before = annotation('n1')
  await work.folder.save([coding({ ...before, note: 'later' }, before), coding(annotation('n2'))])
  expect(await snapshots.compare(work, then ?? '')).toMatchObject({ annotations: [{ coder: 'ana', name: 'First coder', own: true, back: 0, changed: 1, gone: 1 }] })
  expect(await snapshots.goBack(work, then ?? '', 'everything')).toBe(2)
  await written(work)
  expect(await annotationsOf(work)).toEqual(['n1 '])
  const { pieces } = await work.history.page(0)
  expect(pieces.map(({ label }) => label)).toEqual([expect.stringMatching(/^go back to /)])
  const edits: readonly Edit[] = pieces.flatMap((piece) => piece.edits)
  await work.folder.save([invert(squash([{ label: 'go back', edits }]))])
  expect(await annotationsOf(work)).toEqual(['n1 later', 'n2 '])
  expect((await snapshots.list(work)).snapshots.map(({ why }) => why)).toContain('before-going-back')
})

it('brings back an article with its text when both are gone', async () => {
  const { work, snapshots } = await desk()
  const { now: then } = await snapshots.list(work)
  await work.folder.save([removing(annotation('n1')), { label: 'remove', edits: [{ kind: 'article', id: 'a1', before: article('a1'), after: null }] }])
  await rm(join(work.folder.folder, 'articles/text/a1.txt'))
  await snapshots.goBack(work, then ?? '', 'everything')
  await written(work)
  expect((await work.folder.articles(['a1'])).map(({ id }) => id)).toEqual(['a1'])
  expect((await work.folder.text('a1')).text).toBe('The minister said the bridge would reopen by Friday.')
})

it('does nothing while snapshots are switched off, and says so', async () => {
  const { work, snapshots } = await desk(false)
  expect(await snapshots.list(work)).toEqual({ snapshots: [], now: null })
  await expect(snapshots.goBack(work, '000001-20260301T120000Z', 'everything')).rejects.toThrow('switched off')
})

it('is undone to the codebook that was shown, also when that was changed in two places', async () => {
  const [here, there] = await twoComputers()
  for (const [folder, id] of [[here, 'praise'], [there, 'doubt']] as const) {
    const project = await openProject(folder)
    await project.save([{ label: 'add', edits: [{ kind: 'codebook', id: THE, before: codebook, after: withCode(id) }] }])
    await project.close()
  }
  await copyFile(join(there, 'codebook.json'), join(here, 'codebook 2.json'))
  const work = new OpenWork(await opened(here), 'handle', 'ana')
  const keeper = new SnapshotKeeper(new SnapshotStore(nodeDisk, join(await temporaryFolder(), 'snapshots')), () => true, () => undefined)
  const snapshots = new ProjectSnapshots(keeper)
  const shown = work.folder.records.codebook
  expect(shown.dimensions[0]?.codes.map(({ id }) => id).sort()).toEqual(['blame', 'doubt', 'praise'])
  const { now: then } = await snapshots.list(work)
  await work.folder.save([{ label: 'rename', edits: [{ kind: 'codebook', id: THE, before: shown, after: { ...shown, name: 'Other' } }] }])
  await snapshots.goBack(work, then ?? '', 'everything')
  await written(work)
  expect(work.folder.records.codebook).toEqual(shown)
})
