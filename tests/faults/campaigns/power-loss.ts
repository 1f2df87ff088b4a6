import type { Campaign } from '../campaign'
import { Count } from '../harness/count'
import { tryPowerLosses } from '../powerLoss/losses'
import { scenarios } from '../powerLoss/scenarios'

export const powerLoss: Campaign = {
  id: 'power-loss',
  title: 'The power goes after any operation on the disk; what had not been flushed by then may have reached the disk in any combination, whole or not',
  claim: 'a step reported as done that is not there, half of a step, a file that can’t be read, or a project that can’t be worked on',
  run: async ({ full, seed, say }) => {
    const count = new Count(say)
    let states = 0
    for (const scenario of scenarios) {
      const found = await tryPowerLosses(scenario, { most: full ? 3000 : 40, seed }, count)
      say(`${scenario.name}: ${found.toLocaleString('en-GB')} states`)
      states += found
    }
    return count.outcome(`of ${states.toLocaleString('en-GB')} different states of the disk in ${scenarios.length} scenarios`)
  },
}
