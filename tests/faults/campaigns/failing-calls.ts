import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { atOnce } from '../../../src/storage/atOnce'
import { openProject } from '../../../src/storage/projectFolder'
import { reopenedIds, studyIn } from '../../fixtures/study'
import { notPossibleHere, type Campaign } from '../campaign'
import { Count, demand } from '../harness/count'
import { inNewFolder } from '../harness/folders'
import { program } from '../harness/programs'
import { faultsIn, mayTrace, traced, type Injection } from '../harness/systemCalls'

const LANES = 3
const ALL = ['n1', 'n2', 'n3', 'n3x', 'n4', 'n5', 'n5x']

export const failingCalls: Campaign = {
  id: 'failing-calls',
  title: 'In a real process any one system call on a file fails (EIO, ENOSPC, EINTR, by strace), while a project is opened, saved to and closed',
  claim: 'an annotation reported as saved that is not there, half of a change of two files, a file that can’t be read, or a save that never succeeds after one fault',
  run: ({ full, say }) => inNewFolder(async (parent) => {
    if (!(await mayTrace())) return notPossibleHere('strace is not there or may not trace a process')
    const [file, base] = [await program('saver'), await studyIn(parent)]
    await cp(base, join(parent, 'dry'), { recursive: true })
    const { said } = await traced(file, join(parent, 'dry'), join(parent, 'dry.log'), null)
    demand([...ALL, 'closed'].join() === said.join(), `without a fault it said ${said.join()}`)
    const faults = faultsIn(join(parent, 'dry.log')).filter((_, n) => full || n % 60 === 17)
    const count = new Count(say)
    let died = 0
    await atOnce(LANES, faults, async (fault) => {
      const result = await attempt(file, base, join(parent, `${fault.call}-${fault.error}-${fault.at}`), fault)
      // A fault that met the starting of Node, or nothing, is no case.
      if (!result.hit) return
      if (result.ended) died += 1
      await count.attempt(`${fault.call} ${fault.error} at ${fault.at}`, () => { demand(result.problem === null, result.problem ?? '') })
    })
    return count.outcome(`${died} times the process ended with it`)
  }),
}

async function attempt(file: string, base: string, folder: string, fault: Injection): Promise<{ readonly hit: boolean; readonly ended: boolean; readonly problem: string | null }> {
  await cp(base, folder, { recursive: true })
  const { said, hit } = await traced(file, folder, `${folder}.log`, fault)
  const complete = said.some((line) => line === 'closed')
  const problem = hit ? await problemIn(folder, said).catch((error: unknown) => String(error)) : null
  return { hit, ended: !complete, problem }
}

/** What is wrong after it, in words. */
async function problemIn(folder: string, said: readonly string[]): Promise<string | null> {
  const gaveUp = said.find((line) => line.startsWith('gave up'))
  if (gaveUp !== undefined) return gaveUp
  const project = await openProject(folder)
  const { damaged } = await project.annotations(['a1', 'a2'])
  const { readOnly } = project
  await project.close()
  if (damaged.length + project.damaged.length > 0) return 'there are files that can’t be read'
  if (readOnly !== null) return readOnly
  const there = new Set(await reopenedIds(folder, ['a1', 'a2']))
  const gone = said.filter((line) => ALL.includes(line) && !there.has(line))
  if (gone.length > 0) return `${gone.join(', ')} had been saved`
  return there.has('n3') === there.has('n3x') && there.has('n5') === there.has('n5x') ? null : 'half of a change is there'
}
