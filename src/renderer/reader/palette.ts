import { colourLines } from '../../domain/project/colours'
import type { Colour } from './mark'

export type Theme = 'light' | 'dark'

/** A code colour in one theme: `tint` lies under the text, `line` draws underlines, brackets and labels. */
export interface Shade {
  readonly tint: string
  readonly line: string
}

/** The page and what is written on it, as in the app's tokens: literal, because highlights can't read custom properties. */
export const page: Readonly<Record<Theme, { readonly paper: string; readonly ink: string; readonly faint: string; readonly dim: string; readonly accent: string; readonly selection: string; readonly differing: string; readonly warning: string }>> = {
  light: { paper: '#fdfcf9', ink: '#1e1c19', faint: '#706a60', dim: '#5f5a52', accent: '#2b5c8a', selection: '#bfd6ec', differing: '#c6dbef', warning: '#b3261e' },
  dark: { paper: '#1c1b19', ink: '#e9e4da', faint: '#8f887c', dim: '#b3aca0', accent: '#86b4de', selection: '#34506b', differing: '#31506e', warning: '#ff9d8f' },
}

/** The code colours, told apart by common colour blindnesses as well as eight can be; style and label do the rest. */
export const palette: Readonly<Record<Theme, Readonly<Record<Colour, Shade>>>> = {
  light: {
    amber: { tint: '#fbe6bd', line: colourLines.amber },
    rust: { tint: '#fbd9c6', line: colourLines.rust },
    blue: { tint: '#d7e8f6', line: colourLines.blue },
    teal: { tint: '#cdebe7', line: colourLines.teal },
    green: { tint: '#d6eedb', line: colourLines.green },
    violet: { tint: '#ecdcef', line: colourLines.violet },
    rose: { tint: '#fad7e2', line: colourLines.rose },
    slate: { tint: '#e0e2e6', line: colourLines.slate },
  },
  dark: {
    amber: { tint: '#4a3a14', line: '#e3b758' },
    rust: { tint: '#4d2b1c', line: '#ee9a72' },
    blue: { tint: '#1d3a52', line: '#84bce8' },
    teal: { tint: '#143f3c', line: '#6fcdc3' },
    green: { tint: '#1f3f2a', line: '#86cf9b' },
    violet: { tint: '#402a47', line: '#d68fd0' },
    rose: { tint: '#4e2434', line: '#f09ab5' },
    slate: { tint: '#363b43', line: '#a9b4c4' },
  },
}
