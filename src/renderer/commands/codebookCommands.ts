import { begin, codeAtHand, dimensionAtHand, draftOf, moveTo, openCodebook, stepOf, takenCodes } from './codebookActions'
import { codable } from './codeTargets'
import { writable, type Command, type Desk } from './command'
import type { Step } from '../store/codebook/places'

const shown = (desk: Desk): boolean => writable(desk) !== null && desk.app.layout.get().view === 'codebook'
const atHand = (desk: Desk): boolean => writable(desk) !== null && dimensionAtHand(desk) !== undefined
const codeThere = (desk: Desk): boolean => writable(desk) !== null && codeAtHand(desk) !== undefined

const step = (id: Step, key: string, label: string): Command => ({
  id: `codebook.${id}`, menu: 'Codebook', group: 1, keys: [key], scope: 'tree', label: () => label,
  enabled: (desk) => atHand(desk) && stepOf(desk, id) !== null,
  run: (desk) => {
    const { at } = desk.app.codebook.get()
    if (at !== null) moveTo(desk, at, stepOf(desk, id))
  },
})

const nameOf = (desk: Desk): string => codeAtHand(desk)?.code.name ?? dimensionAtHand(desk)?.name ?? ''

/** Building the codebook. The keys are those of its outline. */
export const codebookCommands: readonly Command[] = [
  {
    id: 'codebook.add', menu: 'Codebook', group: 0, keys: ['Enter'], scope: 'tree', label: () => 'Add a code',
    enabled: (desk) => shown(desk) && draftOf(desk, 'beside') !== null, run: (desk) => { begin(desk, draftOf(desk, 'beside')) },
  },
  {
    id: 'codebook.add-below', menu: 'Codebook', group: 0, keys: ['Shift+Enter', 'Mod+Enter'], scope: 'tree', label: () => 'Add a code below this one',
    enabled: atHand, run: (desk) => { begin(desk, draftOf(desk, 'below')) },
  },
  {
    id: 'codebook.add-dimension', menu: 'Codebook', group: 0, keys: ['Mod+Shift+Enter'], scope: 'anywhere', label: () => 'Add a dimension',
    enabled: shown,
    run: (desk) => {
      const dimensions = openCodebook(desk)?.dimensions ?? []
      const now = dimensionAtHand(desk)
      begin(desk, { kind: 'dimension', index: now ? dimensions.indexOf(now) + 1 : dimensions.length })
    },
  },
  {
    id: 'codebook.rename', menu: 'Codebook', group: 0, keys: ['F2'], scope: 'tree', label: () => 'Rename',
    enabled: atHand, run: ({ app }) => { app.codebook.update((state) => ({ ...state, renaming: state.at, draft: null })) },
  },
  step('up', 'Alt+ArrowUp', 'Move up'),
  step('down', 'Alt+ArrowDown', 'Move down'),
  step('in', 'Alt+ArrowRight', 'Move in, under the code above'),
  step('out', 'Alt+ArrowLeft', 'Move out, beside what it is under'),
  {
    id: 'codebook.move', menu: 'Codebook', group: 1, keys: ['Mod+m'], scope: 'tree', label: () => 'Move under …',
    enabled: codeThere, run: ({ overlay }) => { overlay.set({ kind: 'codes-for', purpose: 'move' }) },
  },
  {
    id: 'codebook.merge', menu: 'Codebook', group: 2, keys: [], scope: 'tree',
    label: (desk) => (takenCodes(desk).length > 0 ? `Merge ${takenCodes(desk).length} codes …` : 'Merge with …'),
    enabled: codeThere,
    run: (desk) => {
      const codes = takenCodes(desk)
      desk.overlay.set(codes.length > 0 ? { kind: 'merge-codes', codes } : { kind: 'codes-for', purpose: 'merge' })
    },
  },
  {
    id: 'codebook.split', menu: 'Codebook', group: 2, keys: [], scope: 'tree', label: () => 'Split …',
    enabled: (desk) => codeThere(desk) && takenCodes(desk).length === 0,
    run: (desk) => {
      const entry = codeAtHand(desk)
      if (entry) desk.overlay.set({ kind: 'split-code', code: entry.code.id })
    },
  },
  {
    id: 'codebook.delete', menu: 'Codebook', group: 2, keys: ['Delete', 'Backspace'], scope: 'tree', label: (desk) => (atHand(desk) ? `Delete “${nameOf(desk)}” …` : 'Delete …'),
    enabled: (desk) => atHand(desk) && takenCodes(desk).length === 0,
    run: (desk) => {
      const { at } = desk.app.codebook.get()
      if (at !== null) desk.overlay.set({ kind: 'delete-from-codebook', node: at })
    },
  },
  {
    id: 'codebook.log', menu: 'Codebook', group: 3, keys: [], scope: 'tree', label: () => 'Changes of the codebook',
    enabled: (desk) => openCodebook(desk) !== undefined, checked: ({ app }) => app.layout.get().view === 'codebook' && app.codebook.get().side === 'log',
    run: ({ app }) => {
      const open = app.layout.get().view === 'codebook' && app.codebook.get().side === 'log'
      app.layout.update((layout) => ({ ...layout, view: 'codebook' }))
      app.codebook.update((state) => ({ ...state, side: open ? 'form' : 'log' }))
    },
  },
  {
    id: 'codebook.example', menu: 'Code', group: 2, keys: ['Shift+x'], scope: 'reader', label: () => 'Make the selection an example of …',
    enabled: (desk) => codable(desk) !== undefined, run: ({ overlay }) => { overlay.set({ kind: 'codes-for', purpose: 'example' }) },
  },
]
