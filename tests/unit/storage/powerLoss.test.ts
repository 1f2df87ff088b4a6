import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Journal } from '../../../src/storage/journal'
import { Place } from '../../../src/storage/place'
import { crashes, outcomes, type Tree } from '../../faults/powerLoss/crash'
import type { FileModel } from '../../faults/powerLoss/fileModel'
import { recordingDisk } from '../../faults/powerLoss/recordingDisk'
import { annotation, studyIn } from '../../fixtures/study'
import { chance } from '../../fixtures/wire'
import { temporaryFolder } from './project'

/** All that a power loss may leave after so many operations or more. */
const left = (model: FileModel, from: number): readonly Tree[] =>
  [...crashes(model.before, model.operations)].slice(from).flatMap((crash) => [...outcomes(crash, 1024, chance(1))])

test('of the entries of the journal the older is gone for good before the newer goes', async () => {
  const { disk, model } = recordingDisk(realpathSync(await temporaryFolder()))
  const journal = new Journal(new Place(disk, model.root))
  for (const note of ['old', 'new', 'newest']) await journal.begin(new Map([['annotations/ana/a1.json', [{ kind: 'annotation', id: 'n', record: annotation('n', { note }) }]]]), new Map())
  const from = model.operations.length
  journal.done('annotations/ana/a1.json')
  await journal.settle()
  const entries = new Set(left(model, from).map((tree) => [...tree.keys()].filter((path) => /\/\d{6}-\w+\.json$/.test(path)).map((path) => path.slice('.journal/00000'.length, '.journal/000001'.length)).sort().join('')))
  expect(entries).toEqual(new Set(['123', '23', '3', '']))
})

test('a project that was made is there with every folder that was made for it', async () => {
  const { disk, model } = recordingDisk(realpathSync(await temporaryFolder()))
  await studyIn(join(model.root, 'projects', 'bridges'), { disk })
  for (const tree of left(model, model.operations.length)) expect(tree.has('projects/bridges/Study.synoptic/project.json')).toBe(true)
})
