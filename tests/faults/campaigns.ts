import type { Campaign } from './campaign'
import { clockJumps } from './campaigns/clock-jumps'
import { cutFiles } from './campaigns/cut-files'
import { failingCalls } from './campaigns/failing-calls'
import { failingDisk } from './campaigns/failing-disk'
import { flippedBits } from './campaigns/flipped-bits'
import { fullDisk } from './campaigns/full-disk'
import { killImporting } from './campaigns/kill-importing'
import { killLarge } from './campaigns/kill-large'
import { killSaving } from './campaigns/kill-saving'
import { killSnapshots } from './campaigns/kill-snapshots'
import { locks } from './campaigns/locks'
import { overwrittenFiles } from './campaigns/overwritten-files'
import { powerLoss } from './campaigns/power-loss'
import { removedFiles } from './campaigns/removed-files'
import { rollback } from './campaigns/rollback'
import { twoMachines } from './campaigns/two-machines'
import { twoProcesses } from './campaigns/two-processes'

/** Every campaign of `npm run faults`, in the order of docs/reliability.md. */
export const campaigns: readonly Campaign[] = [
  killSaving,
  killLarge,
  killImporting,
  killSnapshots,
  fullDisk,
  failingDisk,
  failingCalls,
  cutFiles,
  overwrittenFiles,
  flippedBits,
  removedFiles,
  powerLoss,
  twoProcesses,
  twoMachines,
  locks,
  clockJumps,
  rollback,
]
