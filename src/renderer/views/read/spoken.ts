import { missingFields, shownFields, valueLabel, valueOf } from '../../../domain/project/codes'
import type { Annotation } from '../../../domain/project/annotation'
import { annotationsInOrder } from '../../../domain/project/records'
import { quoteOf } from '../../../domain/text/anchor'
import { entityNames } from '../../store/findings'
import type { Session } from '../../store/session'

const MOST_WORDS = 20

/** What a screen reader says of an annotation: code, quotation, fields, memo, whose it is, and which of how many. */
export function spokenAnnotation(session: Session, annotation: Annotation): string {
  const entry = session.codes().get(annotation.code)
  const fields = entry ? shownFields(annotation, entry).flatMap((field) => {
    const label = valueLabel(field, valueOf(annotation, field), entityNames(session))
    return label === '' ? [] : [`${field.name}: ${label}`]
  }) : []
  const missing = entry ? missingFields(annotation, entry).map((field) => field.name) : []
  const all = annotationsInOrder(session.seen, annotation.subject).filter((one) => one.spans.length > 0)
  const place = all.findIndex((one) => one.id === annotation.id)
  return [
    entry?.code.name ?? 'unknown code',
    annotation.spans.length > 0 ? `“${cut(quoteOf(annotation.spans))}”` : '',
    ...fields,
    annotation.note === '' ? '' : 'with a memo',
    missing.length === 0 ? '' : `incomplete: ${missing.join(', ')}`,
    annotation.coder === session.opened.coder.id ? 'yours' : `by ${session.records.coder.get(annotation.coder)?.name ?? 'another coder'}`,
    place === -1 ? '' : `${place + 1} of ${all.length}`,
  ].filter((part) => part !== '').join('. ')
}

function cut(quote: string): string {
  const words = quote.split(/\s+/)
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join(' ')} …` : quote
}
