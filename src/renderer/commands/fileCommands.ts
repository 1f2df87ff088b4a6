import { openSession, writable, type Command } from './command'

/** Projects and import. */
export const fileCommands: readonly Command[] = [
  {
    id: 'project.new', menu: 'File', group: 0, keys: ['Mod+n'], scope: 'anywhere', label: () => 'New project …',
    enabled: () => true, run: ({ overlay }) => { overlay.set({ kind: 'new-project' }) },
  },
  {
    id: 'project.open', menu: 'File', group: 0, keys: ['Mod+o'], scope: 'anywhere', label: () => 'Open project …',
    enabled: () => true, run: ({ app }) => app.open({ from: 'dialog' }),
  },
  {
    id: 'project.sample', menu: 'File', group: 0, keys: [], scope: 'anywhere', label: () => 'Open the sample project',
    enabled: () => true, run: ({ app }) => app.open({ from: 'sample' }),
  },
  {
    id: 'project.elsewhere', menu: 'File', group: 0, keys: [], scope: 'anywhere', label: () => 'Changes from other computers …',
    enabled: (desk) => openSession(desk) !== null,
    run: async ({ app, overlay }) => {
      await app.elsewhere.look()
      overlay.set({ kind: 'elsewhere' })
    },
  },
  {
    id: 'project.close', menu: 'File', group: 0, keys: [], scope: 'anywhere', label: () => 'Close project',
    enabled: (desk) => openSession(desk) !== null, run: ({ app }) => app.close(),
  },
  {
    id: 'import.files', menu: 'File', group: 1, keys: ['Mod+i'], scope: 'anywhere', label: () => 'Import files …',
    enabled: (desk) => writable(desk) !== null, run: ({ app }) => app.jobs.chooseImport('files'),
  },
  {
    id: 'import.folder', menu: 'File', group: 1, keys: ['Mod+Shift+i'], scope: 'anywhere', label: () => 'Import a folder …',
    enabled: (desk) => writable(desk) !== null, run: ({ app }) => app.jobs.chooseImport('folder'),
  },
  {
    id: 'project.go-back', menu: 'File', group: 3, keys: [], scope: 'anywhere', label: () => 'Go back to …',
    enabled: (desk) => openSession(desk) !== null, run: ({ overlay }) => { overlay.set({ kind: 'go-back' }) },
  },
  {
    id: 'project.snapshots', menu: 'File', group: 3, keys: [], scope: 'anywhere', label: () => 'Snapshots on this computer …',
    enabled: () => true, run: ({ overlay }) => { overlay.set({ kind: 'snapshots' }) },
  },
]
