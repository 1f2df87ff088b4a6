import { decidePassages, decideSame, excludeSpan } from '../../domain/changes/commands/passages'
import type { Plan } from '../../domain/changes/plan'
import type { Passage, PassageState } from '../../domain/project/passage'
import { overlaps, type Span } from '../../domain/text/span'
import { takesExcluded } from '../../domain/changes/commands/excluded'
import { keysOf } from './bindings'
import { carryOut } from './carryOut'
import { openSession, writable, type Command, type Desk } from './command'
import { keyParts } from './keys'
import { activeArticle, activeReader } from './textCommands'

/** Passages of the article in the active column, and what they are of. */
export interface PassagesInHand {
  readonly article: string
  readonly passages: readonly Passage[]
}

/** The passages that the selection touches, or without one that the text was last clicked in. */
export function passagesInHand(desk: Desk): PassagesInHand | undefined {
  const article = activeArticle(desk)
  const reader = activeReader(desk)
  const known = openSession(desk)?.records.article.get(article ?? '')?.passages ?? []
  const caret = reader?.caret() ?? null
  const at: Span | null = reader?.selection() ?? (caret === null ? null : { start: caret, end: caret + 1 })
  const passages = at ? known.filter((one) => overlaps(one, at)) : []
  return article !== undefined && passages.length > 0 ? { article, passages } : undefined
}

/** Decides on passages of an article, or on all that say the same in the articles of its outlet; what was marked by hand is looked for there first. */
export async function decide(desk: Desk, { article, passages }: PassagesInHand, state: PassageState, everywhere: boolean): Promise<void> {
  const session = writable(desk)
  const outlet = session?.records.article.get(article)?.outlet
  const [first] = passages
  if (!session || outlet === undefined || !first) return
  if (!everywhere) {
    await carryOut(desk, decidePassages(session.records, passages.map(({ start }) => ({ article, start })), state))
    return
  }
  await session.listing.whole
  const like = { quote: first.quote, reason: first.reason, outlet }
  const found = state === 'excluded' && first.reason === 'by-hand' ? await desk.app.jobs.look('Looking for the same passage', () => session.boilerplate(null, like)) : []
  if (!found) return
  const plan = decideSame(session.records, { ...like, found }, state)
  if (await carryOut(desk, plan)) desk.hint.set(`${done[state]} in ${counted(plan)} of ${session.seen.article.get(article)?.outlet || 'the articles without an outlet'}`)
  else desk.hint.set('It is so in all articles of this outlet already')
}

const done: Readonly<Record<PassageState, string>> = { excluded: 'Excluded', kept: 'Kept as text', proposed: 'Left to be decided' }
const counted = (plan: Plan | null): string => (plan?.touched === 1 ? '1 article' : `${plan?.touched ?? 0} articles`)

/** Excludes what is selected: the passages that make it up, or a stretch by hand. */
export async function exclude(desk: Desk): Promise<void> {
  const session = writable(desk)
  const article = activeArticle(desk)
  const span = activeReader(desk)?.selection()
  const hand = passagesInHand(desk)
  if (!session || article === undefined) return
  if (hand && (!span || hand.passages.some((one) => one.start <= span.start && span.end <= one.end))) {
    await decide(desk, hand, 'excluded', false)
    return
  }
  if (!span) return
  const text = await session.text(article)
  if (!session.perform(excludeSpan(session.records, { article, text, span }))) return
  const coded = [...(session.records.annotationsOf.get(article)?.values() ?? [])].filter((one) => one.spans.some((part) => overlaps(part, span))).length
  if (coded > 0) desk.hint.set(`Excluded. ${coded === 1 ? '1 annotation stays' : `${coded} annotations stay`} in it`)
}

/** Selects the next passage that is still to be decided on, or without any the next excluded one, and brings it into view. */
export function goToPassage(desk: Desk, by: 1 | -1): void {
  const reader = activeReader(desk)
  const all = openSession(desk)?.records.article.get(activeArticle(desk) ?? '')?.passages ?? []
  const open = all.filter((one) => one.state === 'proposed')
  const among = open.length > 0 ? open : all.filter((one) => one.state === 'excluded')
  const selected = reader?.selection()
  const [from, to] = selected ? [selected.start, selected.end] : [reader?.topOffset() ?? 0, reader?.topOffset() ?? 0]
  const target = by === 1 ? (among.find((one) => one.start >= to) ?? among[0]) : (among.filter((one) => one.end <= from).at(-1) ?? among.at(-1))
  if (!reader || !target) {
    desk.hint.set('Nothing is proposed or excluded in this article')
    return
  }
  reader.setSelection(target)
  reader.reveal(target)
  reader.focus()
  desk.app.layout.update((layout) => ({ ...layout, picked: null, selection: reader.selection() }))
  if (open.length === 0) desk.hint.set('Nothing is left to decide in this article; this is excluded')
}

/** The command that includes what was excluded; its key is told where coding was refused. */
export const keepPassage = { id: 'passage.keep', keys: ['Shift+t'], scope: 'reader' } as const satisfies Pick<Command, 'id' | 'keys' | 'scope'>

/**
 * Says that nothing was coded, where that is because text is excluded, and how to include it.
 * @param spans what was to be coded; `before` what the annotation held already
 */
export function sayExcluded(desk: Desk, article: string, spans: readonly Span[], before: readonly Span[] = []): void {
  const session = openSession(desk)
  if (!session || !takesExcluded(session.records, article, spans, before)) return
  const key = keysOf(desk, keepPassage)[0]
  const how = key === undefined ? 'click it and choose Text > Keep as text' : `click it and press ${keyParts(key, desk.mac).join('+')}`
  desk.hint.set(`Not coded: it touches text that is excluded. To include that text again, ${how}`)
}
