import type { Extent } from './geometry'

/** Where things are in a column at a moment, in client pixels. To be asked before anything in the page is changed. */
export interface Sight extends Extent {
  /** Of the column as one sees it, like `top` and `bottom`. */
  readonly left: number
  readonly right: number
  /** Of the lines of text. */
  readonly textLeft: number
  readonly textRight: number
  /** How far down it is scrolled, and how far it can be. */
  readonly scrolled: number
  readonly furthest: number
  /** The line of an offset; far from view about where it will be. */
  line(offset: number): Extent
  /** Ids of the shared passages that have a place in view or near it. */
  near(): readonly string[]
  /** The lines of each place of a shared passage, from top to bottom. */
  places(id: string): readonly Extent[]
}
