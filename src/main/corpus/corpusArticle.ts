import type { Placed } from '../../domain/project/order'
import type { Span } from '../../domain/text/span'

/** What the worker has to know of an article: where its text is, where it stands in the corpus, what of it is excluded. */
export interface CorpusArticle extends Placed {
  readonly version: number
  /** The event it belongs to, or null. */
  readonly event: string | null
  readonly excluded: readonly Span[]
}
