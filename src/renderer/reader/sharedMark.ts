import type { Span } from '../../domain/text/span'

/** A place of the column's text that other articles have too, as it is marked in the left margin. */
export interface SharedMark {
  /** Of the shared passage; a passage may have several places in one article. */
  readonly id: string
  readonly span: Span
  readonly state: 'suggested' | 'strong' | 'confirmed'
  /** From 0 to 1. */
  readonly strength: number
  /** What is said of it to who points at it. */
  readonly label: string
}

/** A stretch of a shared passage: words that its other places have too, or that differ from theirs. */
export interface SharedWords extends Span {
  readonly agrees: boolean
}
