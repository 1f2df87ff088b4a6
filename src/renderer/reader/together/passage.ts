import type { Span } from '../../../domain/text/span'

/** A shared passage as columns are brought together by it. */
export interface JoinedPassage {
  readonly id: string
  /** From 0 to 1. */
  readonly strength: number
  /** False for a mere suggestion. */
  readonly sure: boolean
  /** By article, in text order. */
  readonly places: ReadonlyMap<string, readonly Span[]>
}
