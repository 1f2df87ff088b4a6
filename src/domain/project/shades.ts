import type { Code } from './codebook'
import { colourLines } from './colours'

/** A code colour in one theme: `tint` lies under the text, `line` draws underlines, brackets and labels. */
export interface Shade {
  readonly tint: string
  readonly line: string
}

/** The code colours, told apart by common colour blindnesses as well as eight can be; style and label do the rest. */
export const palette: Readonly<Record<'light' | 'dark', Readonly<Record<Code['colour'], Shade>>>> = {
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
