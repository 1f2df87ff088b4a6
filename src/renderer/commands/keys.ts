type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/**
 * A key press as commands write it: modifiers in the order Mod, Alt, Shift, then the key, e.g. `Mod+Shift+z`,
 * `Alt+ArrowRight`, `?`. Mod is Ctrl, on a Mac Cmd. Shift is left out where it only makes another character.
 * Empty for a press with the modifier that belongs to the other kind of machine.
 */
export function pressed(event: Press, mac: boolean): string {
  if (mac ? event.ctrlKey : event.metaKey) return ''
  const mod = mac ? event.metaKey : event.ctrlKey
  const key = keyOf(event)
  const letter = /^[a-z]$/.test(key)
  const shift = event.shiftKey && (letter || key.length > 1)
  return [mod && 'Mod', event.altKey && 'Alt', shift && 'Shift', key].filter(Boolean).join('+')
}

/**
 * The key by what it writes; by where it is when that is no Latin letter (a Cyrillic or Greek layout, say) or
 * when Alt makes it another character, as on a Mac.
 */
function keyOf({ key, code, altKey }: Press): string {
  if (key === ' ') return 'Space'
  const lower = key.toLowerCase()
  if (/^[a-z]$/.test(lower)) return lower
  const digit = altKey ? /^Digit(\d)$/.exec(code)?.[1] : undefined
  if (digit !== undefined) return digit
  const place = /^Key([A-Z])$/.exec(code)?.[1]
  return place !== undefined && (altKey || /^\p{L}$/u.test(key)) ? place.toLowerCase() : key
}

const symbols: Readonly<Record<string, string>> = {
  ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc', Delete: 'Del', PageUp: 'PgUp', PageDown: 'PgDn',
}

/** How a key reads on screen, part by part, e.g. `['Ctrl', 'Shift', 'Z']`. */
export function keyParts(keys: string, mac: boolean): readonly string[] {
  return keys.split(/\+(?=.)/).map((part) => {
    if (part === 'Mod') return mac ? '⌘' : 'Ctrl'
    return symbols[part] ?? (part.length === 1 ? part.toUpperCase() : part)
  })
}

const accelerators: Readonly<Record<string, string>> = { Mod: 'CmdOrCtrl', ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right', '+': 'Plus' }

/** The same key as Electron writes it in menus; empty where it has no way to write it. */
export function accelerator(keys: string): string {
  const parts = keys.split(/\+(?=.)/).map((part) => accelerators[part] ?? (part.length === 1 ? part.toUpperCase() : part))
  return parts.every((part) => /^[\x20-\x7e]+$/.test(part)) ? parts.join('+') : ''
}
