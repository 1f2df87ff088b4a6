import type { Command } from './command'

/** What Synoptic tells of itself when something goes wrong. */
export const diagnosticsCommands: readonly Command[] = [
  {
    id: 'help.log', menu: 'Help', group: 1, keys: [], scope: 'anywhere', label: () => 'Show log',
    enabled: () => true, run: ({ overlay }) => { overlay.set({ kind: 'log' }) },
  },
  {
    id: 'help.report', menu: 'Help', group: 1, keys: [], scope: 'anywhere', label: () => 'Problem report …',
    enabled: () => true, run: ({ overlay }) => { overlay.set({ kind: 'report' }) },
  },
]
