import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { nodeDisk } from '../../../src/storage/disk'
import { SnapshotStore } from '../../../src/storage/snapshots/snapshotStore'
import { reopenedIds, studyIn } from '../../fixtures/study'
import type { Campaign } from '../campaign'
import { Count, demand } from '../harness/count'
import { inNewFolder } from '../harness/folders'
import { program, start } from '../harness/programs'

/** Milliseconds: about as long as a save and a snapshot take. */
const SPREAD = 100
/** Kills before there is a new project, so that snapshots don't get many. */
const IN_ONE = 20

export const killSnapshots: Campaign = {
  id: 'kill-snapshots',
  title: 'A process that takes a snapshot after each save is killed (kill -9) at any moment',
  claim: 'a snapshot reported as taken that is not listed, or does not give back every file with the annotations it had; a snapshot listed of which that is true; a project that can’t be read',
  run: async ({ full, say }) => {
    const snapshotter = await program('snapshotter')
    const count = new Count(say)
    const kills = full ? 100 : 5
    let reported = 0
    for (let from = 0; from < kills; from += IN_ONE) {
      await inNewFolder(async (parent) => {
        const [folder, root] = [await studyIn(parent), join(parent, 'snapshots')]
        const said = new Map<string, number>()
        for (let kill = from; kill < Math.min(kills, from + IN_ONE); kill += 1) {
          await count.attempt(`kill ${kill}`, async () => {
            const one = start(snapshotter, [folder, root, `k${kill}`])
            await one.started
            await sleep((kill * 13) % SPREAD)
            await one.kill()
            for (const [id = '', annotations] of one.said().map((line) => line.split(' '))) said.set(id, Number(annotations))
            await reopenedIds(folder)
            await lookThrough(root, said, join(parent, `copy${kill}`))
          })
        }
        reported += said.size
      })
    }
    // Otherwise the processes were dead before they had taken one, and nothing was proved.
    demand(reported >= kills, 'the processes took too few snapshots')
    return count.outcome(`${reported.toLocaleString('en-GB')} snapshots were reported as taken`)
  },
}

/** Every snapshot has all its files, and the newest makes a project again. */
async function lookThrough(root: string, said: ReadonlyMap<string, number>, copy: string): Promise<void> {
  const store = new SnapshotStore(nodeDisk, root)
  const all = await store.list('study')
  const listed = new Map(all.map((snapshot) => [snapshot.id, snapshot.annotations]))
  for (const [id, annotations] of said) demand(listed.get(id) === annotations, `snapshot ${id} of ${annotations} annotations is listed with ${listed.get(id) ?? 'nothing'}`)
  for (const { id, files } of all) {
    const names = await store.filesOf('study', id)
    demand(names.length === files, `snapshot ${id} has ${names.length} of ${files} files`)
    for (const name of names) demand((await store.readFile('study', id, name)) !== null, `snapshot ${id} has no ${name}`)
  }
  const [newest] = all
  demand(newest !== undefined, 'there is no snapshot')
  await store.copyTo('study', newest.id, copy)
  const ids = await reopenedIds(copy, ['a1', 'a2'])
  demand(ids.length === newest.annotations, `a copy of snapshot ${newest.id} has ${ids.length} of ${newest.annotations} annotations`)
}
