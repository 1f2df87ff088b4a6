import { setTimeout as sleep } from 'node:timers/promises'
import { openProject } from '../../../src/storage/projectFolder'
import { studyIn } from '../../fixtures/study'
import type { Campaign } from '../campaign'
import { Count, demand } from '../harness/count'
import { inNewFolder } from '../harness/folders'
import { program, start } from '../harness/programs'

/** Milliseconds: several saves long, so that kills fall into every part of one. */
const SPREAD = 60

export const killSaving: Campaign = {
  id: 'kill-saving',
  title: 'A process that saves without pause is killed (kill -9) at any moment, again and again in one project',
  claim: 'an annotation reported as saved that is not there, half of a change of two files, or a file that can’t be read',
  run: ({ full, say }) => inNewFolder(async (parent) => {
    const folder = await studyIn(parent)
    const writer = await program('writer')
    const reported: string[] = []
    const count = new Count(say)
    const cycles = full ? 500 : 12
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      await count.attempt(`kill ${cycle}`, async () => {
        const one = start(writer, [folder, `c${cycle}n`, '100000'])
        await one.started
        await sleep((cycle * 7) % SPREAD)
        await one.kill()
        reported.push(...one.said())
        const { ids, damaged } = await contents(folder)
        demand(damaged === 0, `${damaged} files can’t be read`)
        const gone = reported.filter((id) => !ids.has(id))
        demand(gone.length === 0, `${gone.join(', ')} had been saved`)
        const half = [...ids].filter((id) => id.endsWith('x') && !ids.has(id.slice(0, -1)))
        demand(half.length === 0, `${half.join(', ')} is half of a change`)
      })
    }
    // Otherwise the writers were dead before they had saved, and nothing was proved.
    demand(reported.length > cycles, 'the processes saved too little')
    return count.outcome(`${reported.length.toLocaleString('en-GB')} annotations were reported as saved`)
  }),
}

async function contents(folder: string): Promise<{ readonly ids: ReadonlySet<string>; readonly damaged: number }> {
  const project = await openProject(folder)
  try {
    const { annotations, damaged } = await project.annotations(['a1', 'a2'])
    return { ids: new Set(annotations.map(({ id }) => id)), damaged: damaged.length + project.damaged.length }
  } finally {
    await project.close()
  }
}
