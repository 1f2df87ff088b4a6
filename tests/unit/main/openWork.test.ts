import { expect, it } from 'vitest'
import { OpenWork } from '../../../src/main/openWork'
import type { SavedChange } from '../../../src/preload/contract'
import { LONGEST_MEMO } from '../../../src/domain/project/limits'
import { annotation, coding, newProject, opened, reopenedIds } from '../storage/project'

const step = { act: 'do', joins: null, at: '2026-03-01T12:00:00.000Z' } as const
const made = (id: string, note = ''): SavedChange => ({ change: coding(annotation(id, { note })), step })

it('one change that can’t be saved keeps no other from the disk, and is named', async () => {
  const folder = await newProject()
  const project = await opened(folder)
  const work = new OpenWork(project, 'p1', 'ann')
  const refused = await work.save([made('n1'), made('n2', 'x'.repeat(LONGEST_MEMO + 1)), made('n3')])
  expect(refused.map(({ index }) => index)).toEqual([1])
  expect(refused[0]?.reason).toContain('note')
  expect((await work.history.page(0)).pieces).toHaveLength(2)
  await project.close()
  expect(await reopenedIds(folder)).toEqual(['n1', 'n3'])
})

it('a change that carries the id of another record, or is none at all, is refused as well', async () => {
  const work = new OpenWork(await opened(await newProject()), 'p1', 'ann')
  const swapped = { change: { label: '', edits: [{ kind: 'annotation', id: 'n1', before: null, after: annotation('n2') }] }, step } as const
  const none = { change: undefined, step } as unknown as SavedChange
  expect((await work.save([swapped, none])).map(({ index }) => index)).toEqual([0, 1])
})
