import { brush, fitsBrush } from './codeCommands'
import { openSession, writable, type Command, type Desk } from './command'
import { activeReader, picked } from './textCommands'

/** The code that would go on the brush: that of the picked annotation or the last one used, if it is one for a brush. */
function codeFor(desk: Desk): string | null {
  const entry = openSession(desk)?.codes().get(picked(desk)?.code ?? desk.lastCode.get() ?? '')
  return entry && fitsBrush(entry) ? entry.code.id : null
}

const nameOf = (desk: Desk, code: string | null): string | undefined => openSession(desk)?.codes().get(code ?? '')?.code.name

/** The sticky brush: what is selected is coded at once, until it is put down. These come before the other reader commands. */
export const brushCommands: readonly Command[] = [
  {
    id: 'brush.toggle', menu: 'Code', group: 2, keys: ['Shift+b'], scope: 'reader',
    label: (desk) => {
      if (desk.brush.get() !== null) return 'Put the brush down'
      const name = nameOf(desk, codeFor(desk))
      return name === undefined ? 'Code whatever is selected from now on' : `Code whatever is selected “${name}” from now on`
    },
    enabled: (desk) => writable(desk) !== null && (desk.brush.get() !== null || nameOf(desk, codeFor(desk)) !== undefined),
    checked: (desk) => desk.brush.get() !== null,
    run: (desk) => { desk.brush.update((now) => (now === null ? codeFor(desk) : null)) },
  },
  {
    id: 'brush.stroke', passing: true, menu: 'Code', group: 2, keys: ['Enter', 'Space'], scope: 'reader', label: () => 'Brush over the selection',
    enabled: (desk) => desk.brush.get() !== null && activeReader(desk)?.selection() != null, run: brush,
  },
  {
    id: 'brush.down', passing: true, menu: 'Code', group: 2, keys: ['Escape'], scope: 'reader', label: () => 'Put the brush down',
    enabled: (desk) => desk.brush.get() !== null, run: (desk) => { desk.brush.set(null) },
  },
]
