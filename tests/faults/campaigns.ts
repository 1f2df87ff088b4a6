import type { Campaign } from './campaign'
import { killSaving } from './campaigns/kill-saving'

/** Every campaign of `npm run faults`, in the order of docs/reliability.md. */
export const campaigns: readonly Campaign[] = [
  killSaving,
]
