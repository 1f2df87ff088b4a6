import type { Annotation } from '../../../domain/project/annotation'
import { missingFields, polarity, shortLabel } from '../../../domain/project/codes'
import { unitedSpans } from '../../../domain/text/unite'
import type { ReaderMark, ReaderPassage } from '../../reader/reader'
import type { Session } from '../../store/session'

const byPolarity = { positive: 'green', negative: 'violet', neutral: 'slate' } as const

/** How an annotation is drawn in its column. One whose code is gone stays visible, without a style of its own. */
export function markOf(session: Session, made: Annotation): ReaderMark {
  const { id } = made
  const annotation = session.seen.annotation.get(id) ?? made
  // Where what fills a role lies inside the passage, one bracket stands for both.
  const spans = annotation.spans.length > 1 ? unitedSpans(null, annotation.spans) : annotation.spans
  const entry = session.codes().get(annotation.code)
  const fixed = annotation.coder !== session.opened.coder.id || session.readOnly !== null || session.blocked(annotation.subject)
  if (!entry) return { id, spans, label: 'unknown code', colour: 'slate', style: 'neutral', incomplete: false, fixed }
  const { mark } = entry.dimension
  const sign = polarity(annotation, entry)
  return {
    id, spans, fixed, label: shortLabel(annotation, entry, (entity) => session.records.entity.get(entity)?.name), incomplete: missingFields(annotation, entry).length > 0,
    colour: mark === 'polarity' ? byPolarity[sign] : entry.code.colour,
    style: mark === 'polarity' ? sign : mark,
  }
}

/** What of an article may be boilerplate or is excluded, as its column draws it; what is kept is text like any other. */
export const passagesOf = (session: Session, article: string): readonly ReaderPassage[] =>
  (session.seen.article.get(article)?.passages ?? []).flatMap(({ start, end, state }) => (state === 'kept' ? [] : [{ start, end, state }]))
