import { withoutBlots } from '../../domain/masking/hiddenStretches'
import type { Command, Desk } from './command'
import { writable } from './command'
import { activeReader } from './textCommands'

/** The selected words as a name: in one line, without white space at their ends and what is hidden of them. */
const selectedName = (desk: Desk): string => withoutBlots(activeReader(desk)?.selectedText() ?? '').replace(/\s+/g, ' ').trim()

/** The register of entities. */
export const entityCommands: readonly Command[] = [
  {
    id: 'entity.add-selection', menu: 'Code', group: 5, keys: ['Shift+n'], scope: 'reader', label: () => 'Add the selection to the register …',
    enabled: (desk) => writable(desk) !== null && selectedName(desk) !== '',
    run: (desk) => { desk.overlay.set({ kind: 'register', name: selectedName(desk) }) },
  },
]
