import type { SharedPassage } from '../../domain/synopsis/sharedPassages'
import type { Layout } from './layout'
import type { Session } from './session'

/** The events that open articles belong to. */
export const openEvents = (session: Session, { columns }: Pick<Layout, 'columns'>): readonly string[] =>
  [...new Set(columns.flatMap(({ article }) => session.records.article.get(article)?.event ?? []))]

/** The shared passages that open articles have a place in. */
export function openPassages(session: Session, layout: Pick<Layout, 'columns'>): readonly SharedPassage[] {
  const open = new Set(layout.columns.map(({ article }) => article))
  return openEvents(session, layout).flatMap((event) => session.synopses.of(event).passages.get()).filter(({ places }) => places.some(({ article }) => open.has(article)))
}
