import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { atOnce } from '../../../src/storage/atOnce'
import { openProject } from '../../../src/storage/projectFolder'
import { StorageError } from '../../../src/storage/storageError'
import { faultyDisk } from '../../unit/storage/faultyDisk'
import { written } from '../../fixtures/largeChange'
import type { Campaign } from '../campaign'
import { Count, demand } from '../harness/count'
import { inNewFolder } from '../harness/folders'
import { bytesIn } from '../harness/onDisk'
import { contentOf, firstFailing, scenarios, type Scenario } from '../harness/scenarios'

/** A call fails once with an error, or the process ends at it: nothing succeeds from then on. */
const faults = [
  { code: 'EIO', forGood: false, says: 'unexpected' },
  { code: 'ENOSPC', forGood: false, says: 'disk-full' },
  { code: 'EINTR', forGood: false, says: 'unexpected' },
  { code: 'EIO', forGood: true, says: 'unexpected' },
] as const

type Fault = (typeof faults)[number]

/** A change that makes so few calls was not reached by the faults. */
const FEWEST = 8
const LANES = 4

interface Case {
  readonly scenario: Scenario
  readonly base: string
  readonly before: string
  readonly after: string
}

export const failingDisk: Campaign = {
  id: 'failing-disk',
  title: 'Any one call of the file system fails (EIO, ENOSPC, EINTR), or is the last of the process, while something is saved, changed in parts, imported or restored',
  claim: 'what is there only in half, what was reported as saved and is not there, or what can’t be saved again afterwards',
  run: ({ full, say }) => inNewFolder(async (parent) => {
    const count = new Count(say)
    for (const [n, scenario] of scenarios.entries()) {
      const one = await caseOf(scenario, join(parent, String(n)))
      for (const [kind, fault] of faults.entries()) {
        // The quick part tries some calls of each scenario, with one fault or another.
        const [first, every] = full ? [1, 1] : [1 + 2 * kind, 11]
        demand((await everyCall(count, one, fault, first, every)) >= FEWEST, `${scenario.name}: the faults did not reach it`)
      }
    }
    return count.outcome(`${scenarios.length} things a researcher does`)
  }),
}

/** What there is before and after it when nothing fails. */
async function caseOf(scenario: Scenario, parent: string): Promise<Case> {
  const base = await scenario.make(parent)
  const made = await copied(base, `${parent}-after`)
  const project = await openProject(made)
  await scenario.prepare?.(project)
  for (const step of scenario.steps(project)) await step()
  await written(project)
  await project.close()
  const [before, after] = [await contentOf(await copied(base, `${parent}-before`)), await contentOf(made)]
  demand(before !== after, `${scenario.name} alters nothing`)
  return { scenario, base, before, after }
}

/** @returns the number of a call that there was none of any more */
async function everyCall(count: Count, one: Case, fault: Fault, first: number, every: number): Promise<number> {
  for (let at = first; ; at += LANES * every) {
    const calls = Array.from({ length: LANES }, (_, n) => at + n * every)
    const beyond: number[] = []
    await atOnce(LANES, calls, async (call) => {
      // A call that there is none of is no case.
      const result = await inNewFolder((folder) => attempt(one, fault, call, folder)).then((happened) => ({ happened, error: null }), (error: unknown) => ({ happened: true, error }))
      if (!result.happened) beyond.push(call)
      else await count.attempt(`${one.scenario.name}, ${fault.code}${fault.forGood ? ' for good' : ''} at call ${call}`, () => { if (result.error !== null) throw result.error })
    })
    if (beyond.length > 0) return Math.min(...beyond)
  }
}

/** @returns whether there was such a call @throws when something is lost */
async function attempt({ scenario, base, before, after }: Case, { code: error, forGood, says }: Fault, call: number, parent: string): Promise<boolean> {
  const faulty = faultyDisk()
  const folder = await copied(base, join(parent, 'study'))
  const project = await openProject(folder, { disk: faulty.disk })
  try {
    await scenario.prepare?.(project)
    faulty.arm(call, error, forGood)
    const steps = scenario.steps(project)
    const failed = await firstFailing(steps)
    // What goes on behind it ends first: a copy made meanwhile would be of no moment at all.
    if (failed === null) await written(project)
    const found = await contentOf(await copied(folder, join(parent, 'crashed')))
    if (!faulty.disarm()) return false
    demand(found === after || (failed !== null && found === before), failed ? 'is there in half' : 'was reported as saved and is not there')
    if (forGood) return true
    if (failed === null) return true
    const code = failed.error instanceof StorageError ? failed.error.code : String(failed.error)
    demand(code === says || code === scenario.maySay, `was reported as ${code}`)
    await retried(steps.slice(failed.step))
    await written(project)
    demand((await contentOf(await copied(folder, join(parent, 'again')))) === after, 'is not there when saved again')
    demand([...(await bytesIn(folder)).keys()].every((name) => !name.endsWith('.tmp')), 'leaves a temporary file')
    return true
  } finally {
    await project.close().catch(() => undefined)
  }
}

async function retried(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failed = await firstFailing(steps)
  demand(failed === null, `can’t be saved again: ${String(failed?.error)}`)
}

/** A copy as a crash at this moment would leave it. */
async function copied(folder: string, to: string): Promise<string> {
  await cp(folder, to, { recursive: true })
  await rm(join(to, '.lock'), { force: true })
  return to
}
