import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Campaign } from '../../faults/campaign'
import { killImporting } from '../../faults/campaigns/kill-importing'
import { killLarge } from '../../faults/campaigns/kill-large'
import { killSaving } from '../../faults/campaigns/kill-saving'
import { killSnapshots } from '../../faults/campaigns/kill-snapshots'

/** What stands in for the processes: the lines they say, and whether they die with a change decided. */
const processes = vi.hoisted(() => ({ say: [] as readonly string[], journal: [] as readonly string[] }))

vi.mock('../../faults/harness/programs', () => ({
  program: () => Promise.resolve(''),
  start: () => ({ started: Promise.resolve(), kill: () => Promise.resolve(), said: () => processes.say }),
}))
vi.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }))
vi.mock('node:fs/promises', async (original) => ({ ...await original<object>(), readdir: () => Promise.resolve(processes.journal) }))
vi.mock('../../fixtures/largeChange', () => ({
  manyShardsIn: (parent: string) => { mkdirSync(join(parent, '.journal')); return parent },
  notesIn: () => Promise.resolve({ said: ['0'], onDisk: ['0'], damaged: 0 }),
}))
vi.mock('../../../src/storage/projectFolder', async (original) => ({
  ...await original<object>(),
  openProject: () => Promise.resolve({
    damaged: [], records: { articles: [] }, readArticles: () => Promise.resolve(), annotations: () => Promise.resolve({ annotations: [], damaged: [] }), close: () => Promise.resolve(),
  }),
}))
vi.mock('../../../src/storage/snapshots/snapshotStore', () => ({
  SnapshotStore: class {
    list = () => Promise.resolve([{ id: 'first', annotations: 0, files: 0 }])
    filesOf = () => Promise.resolve([])
    copyTo = () => Promise.resolve()
  },
}))
vi.mock('../../fixtures/study', async (original) => ({ ...await original<object>(), studyIn: (parent: string) => Promise.resolve(parent), reopenedIds: () => Promise.resolve([]) }))

const runs = (campaign: Campaign, full: boolean): Promise<unknown> => campaign.run({ full, seed: 1, say: () => undefined })

beforeEach(() => { Object.assign(processes, { say: [], journal: [] }) })

test.each([[killSaving, 'saved too little'], [killImporting, 'imported too little'], [killSnapshots, 'took too few snapshots']])('$id proves nothing when its processes die before they did anything', async (campaign, problem) => {
  await expect(runs(campaign, false)).rejects.toThrow(problem)
})

test.each([['before', []], ['after', ['1.json']]])('kill-large in full proves too little when all changes are cut %s they are decided', async (_, journal) => {
  Object.assign(processes, { say: ['0'], journal })
  await expect(runs(killLarge, true)).rejects.toThrow('not cut both before and after')
  await expect(runs(killLarge, false)).resolves.toMatchObject({ tried: 5, survived: 5 })
})
