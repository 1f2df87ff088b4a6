import { setTimeout as sleep } from 'node:timers/promises'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { manyShardsIn, notesIn } from '../../fixtures/largeChange'
import type { Campaign } from '../campaign'
import { Count, demand } from '../harness/count'
import { inNewFolder } from '../harness/folders'
import { program, start } from '../harness/programs'

/** Milliseconds: about as long as one change takes, so that all of it is cut somewhere. */
const ONE_CHANGE = 1_500

export const killLarge: Campaign = {
  id: 'kill-large',
  title: 'A process that makes one large change of 300 files after the other is killed (kill -9) at any moment',
  claim: 'a change that is there only in half, or was reported as decided and is not there, or a file that can’t be read',
  run: ({ full, say }) => inNewFolder(async (parent) => {
    const [kills, shards] = full ? [100, 300] : [5, 100]
    const folder = await manyShardsIn(parent, shards, '0')
    const merger = await program('merger')
    const count = new Count(say)
    const cut = { parts: 0, files: 0 }
    for (let kill = 0; kill < kills; kill += 1) {
      await count.attempt(`kill ${kill}`, async () => {
        const one = start(merger, [folder, String(shards)])
        await one.started
        await sleep((ONE_CHANGE * kill) / kills)
        await one.kill()
        const durable = Number(one.said().at(-1))
        const journal = await readdir(join(folder, '.journal'))
        cut[journal.some((name) => /^\d/.test(name)) ? 'files' : 'parts'] += 1
        const { said, onDisk, damaged } = await notesIn(folder, shards)
        demand(damaged === 0, `${damaged} files can’t be read`)
        demand(said.length === 1, `half of it is there: ${said.join(', ')}`)
        demand(onDisk.join() === said.join(), `${said.join()} is shown, ${onDisk.join()} is on disk`)
        // What was decided is there, and at most the next one besides.
        demand([durable, durable + 1].includes(Number(said[0])), `${durable} was decided, ${said.join()} is there`)
      })
    }
    // The few kills of the quick part may all fall into one of the two.
    demand(!full || (cut.parts > 0 && cut.files > 0), 'the changes were not cut both before and after they were decided')
    return count.outcome(`cut ${cut.parts} times before it was decided, ${cut.files} times while its files were written`)
  }),
}
