import type { Campaign } from './campaign'
import { clockJumps } from './campaigns/clock-jumps'
import { cutFiles } from './campaigns/cut-files'
import { failingDisk } from './campaigns/failing-disk'
import { flippedBits } from './campaigns/flipped-bits'
import { fullDisk } from './campaigns/full-disk'
import { killImporting } from './campaigns/kill-importing'
import { killLarge } from './campaigns/kill-large'
import { killSaving } from './campaigns/kill-saving'
import { overwrittenFiles } from './campaigns/overwritten-files'
import { locks } from './campaigns/locks'
import { powerLoss } from './campaigns/power-loss'
import { rollback } from './campaigns/rollback'
import { twoProcesses } from './campaigns/two-processes'

/** Every campaign of `npm run faults`, in the order of docs/reliability.md. */
export const campaigns: readonly Campaign[] = [
  killSaving,
  killLarge,
  killImporting,
  fullDisk,
  failingDisk,
  cutFiles,
  overwrittenFiles,
  flippedBits,
  powerLoss,
  twoProcesses,
  locks,
  clockJumps,
  rollback,
]
