import { editCode } from '../../domain/changes/commands/codebook/codes'
import { holders, whyFixed, withKey, withoutKey, withUsual } from './bindings'
import { writable, type Command, type Desk } from './command'
import { allCommands } from './list'

/** Who has a key. */
interface Holder {
  /** A code's or a command's name, in quotation marks: “J is the key of {what}”. */
  readonly what: string
  readonly command: Command
}

const nameOf = (desk: Desk, command: Command): string => {
  const code = command.code === undefined ? undefined : writable(desk)?.codes().get(command.code)
  return `“${code ? code.code.name : command.label(desk)}”`
}

/** The code or command that has a key, written as in `Command.keys`, where a command of `scope` would want it; null when it is free. */
export function holderOf(desk: Desk, keys: string, scope: Command['scope'] = 'reader'): Holder | null {
  const [command] = holders(desk.app.settings.get().keys, allCommands(desk), keys, scope)
  return command ? { what: nameOf(desk, command), command } : null
}

/** Who else has one of a command's keys, apart from keys that mean the same everywhere. */
export function rivalsOf(desk: Desk, command: Command, keys: readonly string[]): readonly { readonly keys: string; readonly what: string }[] {
  const { keys: custom } = desk.app.settings.get()
  if (command.passing === true) return []
  return keys.filter((one) => whyFixed(one) === undefined).flatMap((one) =>
    holders(custom, allCommands(desk), one, command.scope).filter((other) => other.id !== command.id && !(command.code !== undefined && other.yields === true)).map((other) => ({ keys: one, what: nameOf(desk, other) })))
}

/** Gives a command a key; whoever had it loses it, a code in the codebook. @returns false when that code may not be changed */
export async function giveKey(desk: Desk, command: Command, keys: string): Promise<boolean> {
  let { keys: custom } = desk.app.settings.get()
  for (const other of holders(custom, allCommands(desk), keys, command.scope)) {
    if (other.id === command.id) continue
    if (other.code === undefined) custom = withoutKey(custom, other, keys)
    else {
      const session = writable(desk)
      if (!session?.perform(editCode(session.records, other.code, { key: '' }, session.circumstances()))) return false
    }
  }
  await desk.app.changeSettings({ keys: withKey(custom, command, keys) })
  return true
}

/** Gives a command its usual keys back. */
export const resetKeys = (desk: Desk, command: Command): Promise<void> => desk.app.changeSettings({ keys: withUsual(desk.app.settings.get().keys, command) })
