/**
 * A key press as commands write it: modifiers in the order Mod, Alt, Shift, then the key, e.g. `Mod+Shift+z`,
 * `Alt+ArrowRight`, `?`. Mod is Ctrl, on a Mac Cmd. Shift is left out where it only makes another character.
 */
export function pressed(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>, mac: boolean): string {
  const mod = mac ? event.metaKey : event.ctrlKey
  const letter = /^\p{L}$/u.test(event.key)
  const key = letter ? event.key.toLowerCase() : event.key === ' ' ? 'Space' : event.key
  const shift = event.shiftKey && (letter || event.key.length > 1)
  return [mod && 'Mod', event.altKey && 'Alt', shift && 'Shift', key].filter(Boolean).join('+')
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
