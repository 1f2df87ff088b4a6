import { activeColumn, openArticle, openEvent, columnsThatFit } from '../store/layout'
import { actedOn, everything, type Chosen, type Review } from '../store/review'
import { inOrder } from '../../domain/project/order'
import type { Span } from '../../domain/text/span'
import { openSession, writable, type Desk } from './command'
import { pick } from './textCommands'

export function review(desk: Desk, asked: Partial<Review>): void {
  desk.review.update(({ sort }) => ({ ...everything, sort, ...asked }))
  desk.app.layout.update((layout) => ({ ...layout, view: 'annotations' }))
}

/** Lists one's annotations that were made under an older definition of their code: of one code, or of all with null. */
export function reviewOutdated(desk: Desk, code: string | null): void {
  review(desk, { outdated: true, whose: 'mine', within: code === null ? null : { kind: 'code', id: code } })
}

/** Lists the annotations whose required fields are not all filled in. */
export function showIncomplete(desk: Desk): void {
  review(desk, { incomplete: true })
}

const answers = new WeakMap<Chosen, { readonly revision: number; readonly own: readonly string[] }>()

/** What is chosen in the list of annotations, while that is what one sees, and is the coder's own and may be written. */
export function chosenOwn(desk: Desk): readonly string[] {
  const session = writable(desk)
  if (!session || desk.app.layout.get().view !== 'annotations' || desk.review.get().tab !== 'annotations') return []
  const chosen = desk.chosen.get()
  const revision = session.revision.get()
  // Every button and menu entry asks, and there can be very many.
  const known = answers.get(chosen)
  if (known?.revision === revision) return known.own
  const own = actedOn(chosen).filter((id) => {
    const annotation = session.records.annotation.get(id)
    return annotation?.coder === session.opened.coder.id && !session.blocked(annotation.subject)
  })
  answers.set(chosen, { revision, own })
  return own
}

/** Opens what was coded, in a column or as an event, picks the annotation and brings its passage into view. */
export function openAnnotation(desk: Desk, id: string): void {
  const session = openSession(desk)
  const annotation = session?.records.annotation.get(id)
  if (!session || !annotation) return
  const { subject } = annotation
  openSubject(desk, subject)
  // Its column may have to be built first, and then brings into view what is picked.
  desk.toReveal.set(id)
  pick(desk, id)
  const reader = desk.readers.get(subject)
  if (!reader) return
  desk.toReveal.set(null)
  reader.focus()
}

/** Opens an article at a passage, which is then selected. */
export function openPassage(desk: Desk, article: string, span: Span): void {
  openSubject(desk, article)
  const reader = desk.readers.get(article)
  if (!reader) desk.toReveal.set({ article, span })
  reader?.setSelection(span)
  desk.app.layout.update((layout) => ({ ...layout, selection: span, picked: null }))
  reader?.reveal(span)
  reader?.focus()
}

/** What is to be brought into view in an article's column that has just been built; asked once. */
export function spanToReveal(desk: Desk, article: string): Span | undefined {
  const asked = desk.toReveal.get()
  const annotation = typeof asked === 'string' ? openSession(desk)?.records.annotation.get(asked) : undefined
  const wanted = typeof asked === 'string' ? annotation && { article: annotation.subject, span: annotation.spans[0] } : asked
  if (wanted?.article !== article) return undefined
  desk.toReveal.set(null)
  return wanted.span
}

/** Opens an article in a column or, under the id of an event, its articles side by side. */
export function openSubject(desk: Desk, subject: string): void {
  const session = openSession(desk)
  const article = session?.records.article.get(subject)
  if (article) desk.app.layout.update((layout) => openArticle(layout, subject, article.event))
  else if (session?.records.event.has(subject)) {
    const told = inOrder([...session.seen.article.values()].filter((one) => one.event === subject)).map((one) => one.id)
    desk.app.layout.update((layout) => (layout.event === subject && layout.columns.length > 0 ? { ...layout, view: 'read' } : openEvent(layout, subject, told, columnsThatFit(window.innerWidth))))
  }
}

/** The event and the article a list can be narrowed to, as far as they are open. */
export function openScope(desk: Desk): { readonly event: string | null; readonly article: string | null } {
  const layout = desk.app.layout.get()
  return { event: layout.event, article: activeColumn(layout)?.article ?? null }
}
