import { inOrder, subjectsInOrder } from '../../domain/project/order'
import { annotationsInOrder } from '../../domain/project/records'
import { paragraphs } from '../../domain/text/segments'
import type { Span } from '../../domain/text/span'
import { findingFor } from '../store/findings'
import type { Session } from '../store/session'
import { openSession, type Desk } from './command'
import { openAnnotation } from './reviewing'
import { activeArticle, activeReader } from './textCommands'

/** Articles and events in the order they are gone through: the open columns from the active one on, the event, the project. */
function* onTheWay(desk: Desk, session: Session): Generator<string> {
  const { columns, active, event } = desk.app.layout.get()
  yield* [...columns.slice(active), ...columns.slice(0, active)].map((column) => column.article)
  if (event !== null) {
    yield event
    yield* inOrder([...session.seen.article.values()].filter((one) => one.event === event)).map((one) => one.id)
  }
  yield* subjectsInOrder(session.seen)
}

/** The coder's own incomplete annotations in that order, those before where one is in the active column after all others. */
function* incompleteOnes(desk: Desk, session: Session): Generator<string> {
  const passed: string[] = []
  const seen = new Set<string>()
  const here = activeArticle(desk)
  for (const subject of onTheWay(desk, session)) {
    if (seen.has(subject)) continue
    seen.add(subject)
    const all = annotationsInOrder(session.records, subject)
    const at = subject === here ? placeIn(desk, all.map((one) => ({ id: one.id, start: one.spans[0]?.start ?? -1 }))) : 0
    for (const [i, one] of all.entries()) {
      if (one.coder !== session.opened.coder.id || !findingFor(session, one).incomplete) continue
      if (i < at) passed.push(one.id)
      else yield one.id
    }
  }
  yield* passed
}

/** The first annotation after the picked one, or after what is selected or read. */
function placeIn(desk: Desk, all: readonly { readonly id: string; readonly start: number }[]): number {
  const picked = all.findIndex((one) => one.id === desk.app.layout.get().picked)
  if (picked !== -1) return picked + 1
  const from = activeReader(desk)?.selection()?.start ?? activeReader(desk)?.topOffset() ?? 0
  const next = all.findIndex((one) => one.start >= from)
  return next === -1 ? all.length : next
}

/**
 * Goes to the coder's next incomplete annotation. None is shown twice before all were shown, so that those one leaves
 * as they are don't come again and again.
 */
export function nextIncomplete(desk: Desk): void {
  const session = openSession(desk)
  if (!session) return
  const { picked } = desk.app.layout.get()
  let first: string | undefined
  for (const id of incompleteOnes(desk, session)) {
    if (id !== picked) first ??= id
    if (desk.shown.has(id)) continue
    desk.shown.add(id)
    openAnnotation(desk, id)
    return
  }
  desk.shown.clear()
  const again = first ?? (picked !== null && session.records.annotation.has(picked) && isOwnIncomplete(session, picked) ? picked : undefined)
  if (again === undefined) {
    desk.hint.set(session.loaded.get().size < session.records.article.size ? 'None of your annotations read so far is incomplete; the others are still being read' : 'None of your annotations is incomplete')
    return
  }
  desk.shown.add(again)
  openAnnotation(desk, again)
  desk.hint.set(first === undefined ? 'This is your only incomplete annotation' : 'That was the last incomplete one: begun again')
}

function isOwnIncomplete(session: Session, id: string): boolean {
  const one = session.records.annotation.get(id)
  return one !== undefined && one.coder === session.opened.coder.id && findingFor(session, one).incomplete
}

/** Selects the next paragraph of the active article in which the coder has coded nothing, and nothing is excluded. */
export async function nextUncoded(desk: Desk): Promise<void> {
  const session = openSession(desk)
  const article = activeArticle(desk)
  if (!session || article === undefined) return
  const text = await session.text(article)
  const reader = activeReader(desk)
  const own = [...(session.records.annotationsOf.get(article)?.values() ?? [])].filter((one) => one.coder === session.opened.coder.id)
  const excluded = (session.records.article.get(article)?.passages ?? []).filter((one) => one.state === 'excluded')
  const uncoded = uncodedParagraphs(text, [...own.flatMap((one) => one.spans), ...excluded])
  const selected = reader?.selection()
  const from = selected ? selected.start + 1 : (session.records.annotation.get(desk.app.layout.get().picked ?? '')?.spans[0]?.start ?? reader?.topOffset() ?? 0)
  const next = uncoded.find((one) => one.start >= from)
  const target = next ?? uncoded[0]
  if (!reader || !target) {
    desk.hint.set('Every paragraph of this article is coded')
    return
  }
  reader.setSelection(target)
  reader.reveal(target)
  reader.focus()
  desk.app.layout.update((layout) => ({ ...layout, picked: null, selection: reader.selection() }))
  if (!next) desk.hint.set(uncoded.length === 1 ? 'This is the only uncoded paragraph' : 'That was the last uncoded paragraph: begun again at the top')
}

const uncodedParagraphs = (text: string, coded: readonly Span[]): readonly Span[] =>
  paragraphs(text).filter((paragraph) => !coded.some((span) => span.start < paragraph.end && span.end > paragraph.start))
