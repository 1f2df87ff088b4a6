import { existsSync, realpathSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atOnce } from '../../../src/storage/atOnce'
import { chance } from '../../fixtures/wire'
import { demand, type Count } from '../harness/count'
import { crashes, everything, outcomes, type Tree } from './crash'
import type { FileModel } from './fileModel'
import { materialise, treeKey } from './materialise'
import { goOn, NOTHING, observe } from './observe'
import { recordingDisk } from './recordingDisk'
import type { Scenario } from './scenarios'

/** Combinations that are looked at for one crash, if there are more. */
const [FEWEST, MOST] = [16, 1024]
/** Several crashes leave the same states. */
const OVER = 4
/** Projects opened at the same time: most of it is waiting. */
const LANES = 24

export interface Bounds {
  /** How many of the states of a scenario are opened; by chance, when there are more. */
  readonly most: number
  readonly seed: number
}

/** A state of the disk after a power loss, and how many steps had been reported as done. */
interface Loss {
  readonly tree: Tree
  readonly acknowledged: number
  /** After so many operations. */
  readonly at: number
}

/**
 * Plays a scenario, lets the power go after each operation in every way there is, and looks into what that leaves.
 * @returns how many different states there are
 */
export async function tryPowerLosses(scenario: Scenario, { most, seed }: Bounds, count: Count): Promise<number> {
  const ground = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'synoptic-power-'))
  try {
    const model = await recorded(scenario, join(ground, 'recorded'))
    const expected = await expectedStates(scenario, model, ground)
    const losses = lossesOf(model, most, seed)
    await atOnce(LANES, chosen(losses, most, seed), (loss) => count.attempt(`${scenario.name}, after operation ${loss.at} (${loss.acknowledged} done), state ${treeKey(loss.tree).slice(0, 8)}`, async () => {
      const folder = join(ground, treeKey(loss.tree), String(loss.acknowledged))
      materialise(loss.tree, folder)
      await lookInto(scenario, join(folder, scenario.project), expected, loss.acknowledged)
      await rm(folder, { recursive: true })
    }))
    return losses.length
  } finally {
    await rm(ground, { recursive: true, force: true })
  }
}

async function recorded({ prepare, play }: Scenario, folder: string): Promise<FileModel> {
  await mkdir(folder)
  const parent = realpathSync(folder)
  await prepare(parent)
  const { disk, model } = recordingDisk(parent)
  await play(parent, disk, () => { model.acknowledge() })
  return model
}

/** What there is before the first step, after it, after the second … */
async function expectedStates(scenario: Scenario, model: FileModel, ground: string): Promise<readonly string[]> {
  const states: string[] = []
  for (const crash of crashes(model.before, model.operations)) {
    if (crash.acknowledged < states.length) continue
    const folder = join(ground, `expected-${states.length}`)
    materialise(everything(crash), folder)
    states.push(await observe(join(folder, scenario.project), scenario.subjects))
  }
  // Otherwise a step that is lost would not be noticed.
  demand(new Set(states).size === states.length && states.length > 1, `the steps of “${scenario.name}” can’t be told apart`)
  return states
}

function lossesOf(model: FileModel, most: number, seed: number): readonly Loss[] {
  const next = chance(seed)
  const losses = new Map<string, Loss>()
  const each = Math.min(MOST, Math.max(FEWEST, Math.ceil((most * OVER) / model.operations.length)))
  let at = 0
  for (const crash of crashes(model.before, model.operations)) {
    for (const tree of outcomes(crash, each, next)) {
      const key = `${treeKey(tree)} ${crash.acknowledged}`
      if (!losses.has(key)) losses.set(key, { tree, acknowledged: crash.acknowledged, at })
    }
    at += 1
  }
  return [...losses.values()]
}

function chosen(losses: readonly Loss[], most: number, seed: number): readonly Loss[] {
  if (losses.length <= most) return losses
  const next = chance(seed)
  const drawn = losses.map((loss) => ({ loss, lot: next() })).sort((a, b) => a.lot - b.lot)
  return drawn.slice(0, most).map(({ loss }) => loss)
}

async function lookInto({ subjects }: Scenario, folder: string, expected: readonly string[], done: number): Promise<void> {
  const found = await observe(folder, subjects)
  const as = expected.indexOf(found)
  demand(as === done || as === done + 1, as < 0 ? `half of a step is there: ${found.slice(0, 2000)}` : `it is as it was when ${as} of ${done} steps were done`)
  if (found === NOTHING) return
  demand((await goOn(folder, subjects)) === found, 'going on to work on it altered something else')
}
