import { passageOf, type CodeEntry } from '../../domain/project/codes'
import type { Span } from '../../domain/text/span'
import { openSession, writable, type Desk } from './command'
import { activeArticle, activeReader, picked } from './textCommands'

/** The event one is at: the open one, otherwise that of the article in the active column. */
export function eventInHand(desk: Desk): string | undefined {
  const session = openSession(desk)
  const layout = desk.app.layout.get()
  if (!session || layout.view !== 'read') return undefined
  const own = session.records.article.get(activeArticle(desk) ?? '')?.event
  return [own, layout.event].find((id): id is string => typeof id === 'string' && session.records.event.has(id))
}

/** What a code of spans or paragraphs would be applied to: the selection in the active column, otherwise the passage of the picked annotation. */
export function codable(desk: Desk): { article: string; span: Span } | undefined {
  const article = activeArticle(desk)
  const annotation = picked(desk)
  const span = activeReader(desk)?.selection() ?? (annotation?.subject === article ? passageOf(annotation) : undefined)
  return span && article !== undefined && ready(desk, article) ? { article, span: { start: span.start, end: span.end } } : undefined
}

/** The article or event that a code of whole articles or events would be applied to; undefined for other codes. */
export function codableWhole(desk: Desk, { dimension: { unit } }: CodeEntry): string | undefined {
  const subject = unit === 'article' ? activeArticle(desk) : unit === 'event' ? eventInHand(desk) : undefined
  return subject !== undefined && ready(desk, subject) ? subject : undefined
}

/** Whether a code has anything to be applied to now. */
export function canApply(desk: Desk, entry: CodeEntry): boolean {
  const { unit } = entry.dimension
  return unit === 'article' || unit === 'event' ? codableWhole(desk, entry) !== undefined : codable(desk) !== undefined
}

/** Whether the coder's work on an article or event is here and can be written. */
export function ready(desk: Desk, subject: string): boolean {
  const session = writable(desk)
  return session !== null && !session.blocked(subject) && session.loaded.get().has(subject)
}
