import { keysOf } from '../commands/bindings'
import type { Command } from '../commands/command'
import { keyParts } from '../commands/keys'
import { allCommands } from '../commands/list'
import { Keys } from '../controls/Keys'
import { useCell } from '../store/watch'
import { useDesk } from './desk'

/** The key of a command, or of the one with an id, as it is set now; nothing when it has none. */
export function CommandKeys({ command: asked }: { readonly command: Command | string }) {
  const desk = useDesk()
  useCell(desk.app.settings)
  const command = typeof asked === 'string' ? allCommands(desk).find((one) => one.id === asked) : asked
  const key = command && keysOf(desk, command)[0]
  return key === undefined ? null : <Keys parts={keyParts(key, desk.mac)} />
}
