import type { Telltales } from '../../domain/masking/outletNames'
import type { Placed } from '../../domain/project/order'
import type { Span } from '../../domain/text/span'

/** What the worker has to know of an article: where its text is, where it stands in the corpus, what of it is excluded. */
export interface CorpusArticle extends Placed {
  readonly version: number
  /** BCP 47 tag, or empty when unknown. */
  readonly language: string
  /** The event it belongs to, or null. */
  readonly event: string | null
  readonly excluded: readonly Span[]
  /** While outlets are masked, `outlet` and `headline` are as they are shown; `origin` is the outlet, and `telltales` what is hidden of the text. */
  readonly masked?: { readonly origin: string; readonly telltales: Telltales }
}
