import type { Campaign, How } from '../campaign'
import { clocks } from '../harness/clock'
import { jumps, mergedUnder, playedUnder, sweptUnder, thinnedUnder } from '../harness/clockCases'
import { Count } from '../harness/count'
import { editTogether } from '../harness/editors'
import { inNewFolder } from '../harness/folders'
import { scenarios } from '../powerLoss/scenarios'
import { studyIn } from '../../fixtures/study'
import { chance } from '../../fixtures/wire'

const all = Object.entries(clocks)

/** What was saved under whatever clocks is what is saved under a right one. */
async function scenariosUnder({ full }: How, count: Count): Promise<void> {
  const pairs = all.flatMap(([one, first]) => all.map(([two, second]) => ({ name: `${one}, then ${two}`, first, second })))
  for (const scenario of scenarios) {
    const expected = await inNewFolder((parent) => playedUnder(scenario, [clocks.right, clocks.right, clocks.right], parent))
    for (const { name, first, second } of full ? pairs : pairs.slice(6, 8)) {
      await count.attempt(`${scenario.name}, clock ${name}`, () => inNewFolder(async (parent) => {
        const found = await playedUnder(scenario, [first, second, first], parent)
        if (found !== expected) throw new Error('something else was saved than under a right clock')
      }))
    }
  }
}

export const clockJumps: Campaign = {
  id: 'clock-jumps',
  title: 'Clocks are ten years ahead or behind, or jump by that: while saving, merging, of two processes at once, tidying up, taking snapshots',
  claim: 'anything saved otherwise than under a right clock, another result of merging, an edit of two processes that is gone, a file in use that is tidied away, snapshots that go in numbers',
  run: async (how) => {
    const { full, seed, say } = how
    const count = new Count(say)
    await scenariosUnder(how, count)
    for (const [one, first] of full ? all : all.slice(1, 3)) for (const [two, second] of all) await count.attempt(`merging, one clock ${one}, the other ${two}`, () => inNewFolder((parent) => mergedUnder(first, second, parent)))
    for (const [name, clock] of all) await count.attempt(`tidying up, clock ${name}`, () => inNewFolder((parent) => sweptUnder(clock, parent)))
    const next = chance(seed)
    for (let n = 0; n < (full ? 600 : 30); n += 1) {
      const [ahead, from, length] = [jumps[n % jumps.length] ?? 0, Math.floor(next() * 700), 1 + Math.floor(next() ** 3 * 40)]
      await count.attempt(`snapshots, ${ahead} ms off from the ${from}th on for ${length}`, () => { thinnedUnder(ahead, { from, to: from + length }) })
    }
    await inNewFolder(async (parent) => {
      const folder = await studyIn(parent)
      const changes = full ? 1000 : 60
      await editTogether([clocks.ahead, clocks['leaps back']].map((clock, n) => ({ folder, name: `w${n}`, changes, subjects: ['a1', 'a2', 'a3'], seed: seed + n, clock, openAnew: full ? 40 : 10 })), count)
    })
    return count.outcome('with changes of two processes')
  },
}
