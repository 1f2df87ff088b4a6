import type { Campaign } from '../campaign'
import { clocks } from '../harness/clock'
import { Count, demand } from '../harness/count'
import { editTogether } from '../harness/editors'
import { inNewFolder } from '../harness/folders'
import { studyIn } from '../../fixtures/study'

const SUBJECTS = Array.from({ length: 24 }, (_, n) => `a${n}`)

export const twoProcesses: Campaign = {
  id: 'two-processes',
  title: 'Two processes make, alter and delete annotations in the same files at the same time, each taking the lock from the other, and open the project anew now and then',
  claim: 'an annotation that is not as its process last saved it, a deleted one that is back, or a file that can’t be read',
  run: ({ full, seed, say }) => inNewFolder(async (parent) => {
    const folder = await studyIn(parent)
    const count = new Count(say)
    const changes = full ? 5000 : 200
    const editors = ['one', 'two'].map((name, n) => ({ folder, name, changes, subjects: full ? SUBJECTS : SUBJECTS.slice(0, 4), seed: seed + n, clock: clocks.right, openAnew: full ? 150 : 20 }))
    const { turns, again } = await editTogether(editors, count)
    // Otherwise they worked one after the other, and nothing was proved.
    demand(turns > changes / 20, `the processes took turns only ${turns} times`)
    return count.outcome(`${turns.toLocaleString('en-GB')} turns; saving failed and was tried again ${again} times`)
  }),
}
