export type Theme = 'light' | 'dark'

/** The page and what is written on it, as in the app's tokens: literal, because highlights can't read custom properties. */
export const page: Readonly<Record<Theme, { readonly paper: string; readonly ink: string; readonly faint: string; readonly dim: string; readonly accent: string; readonly selection: string; readonly differing: string; readonly warning: string }>> = {
  light: { paper: '#fdfcf9', ink: '#1e1c19', faint: '#706a60', dim: '#5f5a52', accent: '#2b5c8a', selection: '#bfd6ec', differing: '#c6dbef', warning: '#b3261e' },
  dark: { paper: '#1c1b19', ink: '#e9e4da', faint: '#8f887c', dim: '#b3aca0', accent: '#86b4de', selection: '#34506b', differing: '#31506e', warning: '#ff9d8f' },
}
