import type { Annotation } from './annotation'
import type { Article } from './article'

/**
 * False when an annotation's passage was not found again after the text was corrected: its spans then count in an earlier version
 * of the text, and it must not be drawn in this one.
 * @param article the annotation's; undefined where the annotation is of an event
 */
export const isPlaced = ({ spans, textVersion }: Annotation, article: Article | undefined): boolean =>
  spans.length === 0 || article === undefined || textVersion === article.version
