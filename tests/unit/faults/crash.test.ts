import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Disk } from '../../../src/storage/disk'
import { crashes, outcomes, type Crash, type Tree } from '../../faults/powerLoss/crash'
import type { FileModel } from '../../faults/powerLoss/fileModel'
import { recordingDisk } from '../../faults/powerLoss/recordingDisk'
import { chance } from '../../fixtures/wire'

/** A folder with `old.txt` in it, whose changes are recorded. */
function recorded(): { readonly disk: Disk; readonly model: FileModel; readonly path: (name: string) => string } {
  const folder = mkdtempSync(join(tmpdir(), 'synoptic-'))
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }) })
  writeFileSync(join(folder, 'old.txt'), 'old')
  return { ...recordingDisk(folder), path: (name) => join(folder, name) }
}

const atEnd = (model: FileModel): Crash => {
  const all = [...crashes(model.before, model.operations)]
  const last = all.at(-1)
  if (!last) throw new Error('there is a crash before anything happens')
  return last
}
const shown = (tree: Tree): Record<string, string | null> => Object.fromEntries([...tree].map(([name, content]) => [name, content?.toString() ?? null]))
const everyOutcome = (model: FileModel): readonly Record<string, string | null>[] => [...outcomes(atEnd(model), 1024, chance(1))].map(shown)

async function written(disk: Disk, path: string, text: string, flush: boolean): Promise<void> {
  const handle = await disk.open(path, 'wx')
  await handle.writeFile(text)
  if (flush) await handle.sync()
  await handle.close()
}

async function flushed(disk: Disk, folder: string): Promise<void> {
  const handle = await disk.open(folder, 'r')
  await handle.sync()
  await handle.close()
}

test('a file that was not flushed may be missing, empty, zeros, cut, garbled or whole', async () => {
  const { disk, model, path } = recorded()
  await written(disk, path('new.txt'), 'news', false)
  const contents = new Set(everyOutcome(model).map((tree) => tree['new.txt']))
  expect(contents).toEqual(new Set([undefined, '', '\0\0\0\0', 'ne', '\0\0ws', 'news']))
})

test('a flushed file in a folder that was not flushed is missing or whole, and in a flushed folder whole', async () => {
  const { disk, model, path } = recorded()
  await written(disk, path('new.txt'), 'news', true)
  expect(everyOutcome(model)).toEqual([{ 'old.txt': 'old' }, { 'old.txt': 'old', 'new.txt': 'news' }])
  await flushed(disk, path('.'))
  expect(everyOutcome(model)).toEqual([{ 'old.txt': 'old', 'new.txt': 'news' }])
})

test('a rename is there or not, and never half of it; names that were changed apart come in any combination', async () => {
  const { disk, model, path } = recorded()
  await written(disk, path('new.txt'), 'news', true)
  await flushed(disk, path('.'))
  await disk.link(path('old.txt'), path('old.bak'))
  await disk.rename(path('new.txt'), path('old.txt'))
  expect(everyOutcome(model)).toEqual([
    { 'old.txt': 'old', 'new.txt': 'news' }, { 'old.txt': 'old', 'new.txt': 'news', 'old.bak': 'old' }, { 'old.txt': 'news' }, { 'old.txt': 'news', 'old.bak': 'old' },
  ])
})

test('a rename into another folder may lose the file on the way; what is in a folder without a name is lost', async () => {
  const { disk, model, path } = recorded()
  await disk.mkdir(path('aside'))
  await disk.rename(path('old.txt'), path('aside/old.txt'))
  expect(new Set(everyOutcome(model).map((tree) => Object.keys(tree).join(' ')))).toEqual(new Set(['', 'old.txt', 'aside', 'old.txt aside', 'aside aside/old.txt', 'old.txt aside aside/old.txt']))
})

test('a flush covers what was done before it began', async () => {
  const { disk, model, path } = recorded()
  const handle = await disk.open(path('old.txt'), 'r+')
  await handle.write('OL')
  const flush = handle.sync()
  await Promise.all([flush, handle.write('D')])
  await handle.close()
  expect(new Set(everyOutcome(model).map((tree) => tree['old.txt']))).toContain('OLd')
  expect(new Set(everyOutcome(model).map((tree) => tree['old.txt']))).not.toContain('old')
})

test('there is a crash before each operation and after the last, and it knows what had been acknowledged', async () => {
  const { disk, model, path } = recorded()
  await disk.unlink(path('old.txt'))
  model.acknowledge()
  expect([...crashes(model.before, model.operations)].map(({ acknowledged, names }) => [acknowledged, names.length])).toEqual([[0, 0], [0, 1], [1, 1]])
})

test('of too many outcomes so many are taken, the same ones for the same seed', async () => {
  const { disk, model, path } = recorded()
  for (let n = 0; n < 30; n += 1) await disk.link(path('old.txt'), path(`${n}.txt`))
  const taken = (seed: number): readonly Tree[] => [...outcomes(atEnd(model), 200, chance(seed))]
  expect(taken(7)).toEqual(taken(7))
  expect(taken(7)).toHaveLength(200)
  expect(new Set(taken(7).map(({ size }) => size))).toContain(1)
  expect(new Set(taken(7).map(({ size }) => size))).toContain(31)
})

test('a call that can’t be written down is refused', async () => {
  const { disk, path } = recorded()
  await expect(disk.open(path('old.txt'), 'w')).rejects.toThrow('opening with w is not recorded')
})
