import type { Code } from '../../domain/project/codebook'
import type { Span } from '../../domain/text/span'

/** Name of a code colour; `palette.ts` says what it looks like in each theme. */
export type Colour = Code['colour']

/**
 * How a mark is told apart without its colour: a tint under the text, a straight underline,
 * or by polarity a dotted (positive), wavy (negative) or dashed (neutral) one.
 */
export type MarkStyle = 'tint' | 'line' | 'positive' | 'negative' | 'neutral'

/** An annotation as a column draws it. Never altered, only replaced by another with the same id. */
export interface ReaderMark {
  readonly id: string
  /** In text order, UTF-16 units of the canonical text; empty for an annotation of the whole article, which is not drawn. */
  readonly spans: readonly Span[]
  /** Stands beside its bracket in the margin: the code's name, or value and target. */
  readonly label: string
  readonly colour: Colour
  readonly style: MarkStyle
  /** A required field is still empty: its bracket is broken and its label says so. */
  readonly incomplete: boolean
  /** May be picked, but not resized (another coder's, say). Marks of several spans can't be resized either. */
  readonly fixed?: boolean
}
