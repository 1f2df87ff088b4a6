import { expect, it } from 'vitest'
import { faultyDisk } from './faultyDisk'
import { crashed, inParts, manyShards, notesIn, renoted, written } from './largeChange'
import { opened } from './project'

/** Few files of one part each reach every kind of call; what is left of them is finished on opening. */
const FEW = 3

/** Saves a change in parts while call number `at` fails; null when there are not so many calls. */
async function savedWithFault(at: number, forGood: boolean): Promise<{ readonly decided: boolean; readonly found: Awaited<ReturnType<typeof notesIn>> } | null> {
  const faulty = faultyDisk()
  const folder = await manyShards(FEW)
  const project = await opened(folder, { disk: faulty.disk })
  faulty.arm(at, 'EIO', forGood)
  const decided = await (async () => {
    const save = await project.saveInParts()
    try {
      for (const part of inParts(renoted('old', 'new', FEW), 2)) await save.add(part)
      await save.decide()
      return true
    } catch {
      await save.drop().catch(() => undefined)
      return false
    }
  })().catch(() => false)
  await written(project)
  if (!faulty.disarm()) return null
  const found = await notesIn(await crashed(folder))
  return { decided, found }
}

it.each([['fails', false], ['is the last of a process', true]])('a change in parts is there as a whole or not at all when any one call %s', async (_, forGood) => {
  const outcomes = new Set<boolean>()
  for (let at = 1; ; at += 8) {
    const all = await Promise.all(Array.from({ length: 8 }, (__, n) => savedWithFault(at + n, forGood)))
    for (const [n, one] of all.entries()) {
      if (!one) continue
      const { decided, found } = one
      outcomes.add(decided)
      expect(found.damaged, `call ${at + n}`).toBe(0)
      expect(found.onDisk, `call ${at + n}`).toEqual(found.said)
      // What is said to be undecided is not there, unless the report of it was all that failed and nothing could be taken back.
      expect(decided ? [['new']] : forGood ? [['old'], ['new']] : [['old']], `call ${at + n}`).toContainEqual(found.said)
    }
    if (all.every((one) => one === null)) break
  }
  expect(outcomes).toEqual(new Set([false, true]))
}, 240_000)
