/** How the right margin of a column is divided, in pixels; text never reaches into it. */
export interface Gutter {
  /** Its whole width. */
  readonly width: number
  /** How many brackets fit side by side. */
  readonly lanes: number
  /** From one bracket to the next. */
  readonly pitch: number
  /** Width of the labels, which lie at its outer edge. */
  readonly label: number
}

export const BRACKET = 5

const narrow: Gutter = { width: 56, lanes: 2, pitch: 6, label: 38 }
const middling: Gutter = { width: 88, lanes: 3, pitch: 6, label: 63 }
const wide: Gutter = { width: 124, lanes: 5, pitch: 7, label: 82 }

/** The margin a column of this width can afford: the narrower it is the more of it is left to the text. */
export const gutterFor = (column: number): Gutter => (column < 260 ? narrow : column < 400 ? middling : wide)

/** Left edge of a bracket, counted from the left edge of the gutter. */
export const bracketLeft = (gutter: Gutter, lane: number): number => gutter.width - gutter.label - 4 - BRACKET - 2 - lane * gutter.pitch
