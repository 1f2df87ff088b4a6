import { writable, type Command } from './command'

/** Codebooks from files and with Synoptic, into the project. */
export const codebookFileCommands: readonly Command[] = [
  {
    id: 'codebook.import', menu: 'File', group: 1, keys: [], scope: 'anywhere', label: () => 'Import a codebook …',
    enabled: (desk) => writable(desk) !== null,
    run: async ({ app, overlay }) => {
      const offer = await app.codebooks.choose()
      if (offer) overlay.set({ kind: 'codebook-offer', offer })
    },
  },
  {
    id: 'codebook.prepared', menu: 'File', group: 1, keys: [], scope: 'anywhere', label: () => 'Add a prepared codebook …',
    enabled: (desk) => writable(desk) !== null,
    run: async ({ app, overlay }) => {
      const list = await app.codebooks.prepared()
      if (list.length > 0) overlay.set({ kind: 'prepared-codebooks', list })
    },
  },
]
