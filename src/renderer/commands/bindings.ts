import type { Settings } from '../../preload/contract'
import { openSession, type Command, type Desk } from './command'

type Custom = Settings['keys']
type Keyed = Pick<Command, 'id' | 'keys' | 'code' | 'passing' | 'scope' | 'yields'>

/** The keys a command has: those chosen for it, otherwise its usual ones. A code's key stands in the codebook. */
export function keysOf(desk: Desk, command: Keyed): readonly string[] {
  const keys = boundKeys(desk.app.settings.get().keys, command)
  if (command.yields !== true) return keys
  const codes = [...openSession(desk)?.codes().values() ?? []]
  return keys.filter((one) => !codes.some(({ code }) => code.key === one))
}

/** The same, of given settings and whatever the codebook. */
export function boundKeys(custom: Custom, command: Keyed): readonly string[] {
  return command.code === undefined && Object.hasOwn(custom, command.id) ? (custom[command.id] ?? command.keys) : command.keys
}

/** Keys that mean the same everywhere, in every dialog and list too. */
const fixed: Readonly<Record<string, string>> = {
  Escape: 'Escape goes back or leaves, everywhere.',
  Enter: 'Enter goes on with what is in hand, everywhere.',
}

/** Why a key stays with its command; undefined for one that can be changed. */
export const whyFixed = (keys: string): string | undefined => fixed[keys]

const taken: Readonly<Record<string, string>> = {
  ...fixed,
  Tab: 'Tab goes from control to control.',
  'Shift+Tab': 'Shift and Tab go from control to control.',
  Space: 'Space presses the button that has the keyboard.',
  'Mod+c': 'This key copies, everywhere.', 'Mod+x': 'This key cuts, everywhere.', 'Mod+v': 'This key pastes, everywhere.',
  'Mod+q': 'This key quits.', 'Alt+F4': 'This key closes the window.', F11: 'This key fills the screen.',
  'Mod++': 'This key makes everything larger.', 'Mod+=': 'This key makes everything larger.', 'Mod+-': 'This key makes everything smaller.', 'Mod+0': 'This key puts everything back to its size.',
}

/** Why no command can have a key; undefined for one that can be given. */
export const whyTaken = (keys: string): string | undefined => taken[keys]

/** The settings after a command got a key in place of the first one that can be changed; its other keys stay. */
export function withKey(custom: Custom, command: Keyed, keys: string): Custom {
  const before = boundKeys(custom, command)
  const old = before.find((one) => whyFixed(one) === undefined)
  const after = old === undefined ? [...before, keys] : before.map((one) => (one === old ? keys : one))
  return settled(custom, command, [...new Set(after)])
}

/** The settings after a command lost a key. */
export const withoutKey = (custom: Custom, command: Keyed, keys: string): Custom => settled(custom, command, boundKeys(custom, command).filter((one) => one !== keys))

/** The settings after a command got its usual keys back. */
export const withUsual = (custom: Custom, command: Keyed): Custom => settled(custom, command, command.keys)

function settled(custom: Custom, { id, keys: usual }: Keyed, keys: readonly string[]): Custom {
  const { [id]: _, ...others } = custom
  const asUsual = keys.length === usual.length && keys.every((one, i) => one === usual[i])
  return asUsual ? others : { ...others, [id]: keys }
}

/**
 * The commands that have a key where another command would want it, in their order. Those that borrow it in passing
 * don't count; the codebook's outline, the table of a synopsis and the reader never have the keyboard together.
 */
export const holders = <C extends Keyed>(custom: Custom, commands: readonly C[], keys: string, scope: Command['scope']): readonly C[] =>
  keys === '' ? [] : commands.filter((command) => command.passing !== true && meet(command.scope, scope) && boundKeys(custom, command).includes(keys))

const meet = (a: Command['scope'], b: Command['scope']): boolean => a === b || a === 'anywhere' || b === 'anywhere' || meetsPassage(a, b) || meetsPassage(b, a)

const meetsPassage = (a: Command['scope'], b: Command['scope']): boolean => a === 'passage' && (b === 'reader' || b === 'table')
