import { palette } from '../../domain/project/shades'
import { page, type Theme } from '../reader/palette'
import type { Settings } from '../../preload/contract'

const dark = window.matchMedia('(prefers-color-scheme: dark)')

/** The theme in force: the chosen one, or the system's. */
export const themeOf = (choice: Settings['theme']): Theme => (choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice)

/** Calls back when the system turns light or dark. */
export function onSystemTheme(watcher: () => void): () => void {
  dark.addEventListener('change', watcher)
  return () => { dark.removeEventListener('change', watcher) }
}

/** Puts a theme in force for the whole window; code colours come from the reader's palette so that both agree. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement
  root.dataset['theme'] = theme
  for (const [name, { tint, line }] of Object.entries(palette[theme])) {
    root.style.setProperty(`--${name}-tint`, tint)
    root.style.setProperty(`--${name}-line`, line)
  }
  root.style.setProperty('--selection', page[theme].selection)
}
