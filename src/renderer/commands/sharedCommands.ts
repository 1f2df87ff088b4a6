import type { SharedPassage } from '../../domain/synopsis/sharedPassages'
import { kindWords } from '../../domain/synopsis/words'
import type { Layout } from '../store/layout'
import { openEvents, openPassages } from '../store/openPassages'
import type { Session } from '../store/session'
import { openSession, type Command, type Desk } from './command'
import { inHand } from './passageInHand'
import { outletsOf } from './sharedWords'
import { activeArticle, activeReader } from './textCommands'

const switches = { linked: 'linked-scrolling', ribbons: 'all-ribbons', wording: 'differing-words' } as const

/** What can be switched on for columns together; remembered with the panes. */
export type SharedSwitch = keyof typeof switches

export const isOn = ({ panes }: Pick<Layout, 'panes'>, one: SharedSwitch): boolean => panes[switches[one]] === 1

export function switchShared({ app }: Desk, one: SharedSwitch): void {
  app.layout.update((layout) => ({ ...layout, panes: { ...layout.panes, [switches[one]]: isOn(layout, one) ? 0 : 1 } }))
}

const toggle = (id: SharedSwitch, key: string, label: string): Command => ({
  id: `shared.${id}`, menu: 'Synopsis', group: 2, keys: [key], scope: 'reader', label: () => label,
  enabled: (desk) => openSession(desk) !== null, checked: ({ app }) => isOn(app.layout.get(), id),
  run: (desk) => { switchShared(desk, id) },
})

/** The shared passages in the order they are gone through: those of the active column as it is read, then what it lacks. */
function onTheWay(desk: Desk, session: Session): readonly SharedPassage[] {
  const here = activeArticle(desk)
  const start = ({ places }: SharedPassage): number => places.find(({ article }) => article === here)?.start ?? Infinity
  return [...openPassages(session, desk.app.layout.get())].sort((a, b) => (start(a) === start(b) ? 0 : start(a) - start(b)))
}

/** The first passage after what is in hand, or after what is read in the active column. */
function placeIn(desk: Desk, passages: readonly SharedPassage[], by: 1 | -1): number {
  const held = passages.findIndex(({ id }) => id === desk.passageInHand.get()?.passage)
  if (held !== -1) return held + by
  const from = activeReader(desk)?.selection()?.start ?? activeReader(desk)?.topOffset() ?? 0
  const next = passages.findIndex(({ places }) => places.some(({ article, start }) => article === activeArticle(desk) && start >= from))
  return next === -1 ? (by === 1 ? passages.length : passages.length - 1) : by === 1 ? next : next - 1
}

/** Takes the next or previous shared passage in hand and brings all columns to it. */
function step(desk: Desk, by: 1 | -1): void {
  const session = openSession(desk)
  if (!session) return
  const passages = onTheWay(desk, session)
  const at = placeIn(desk, passages, by)
  const wrapped = at < 0 || at >= passages.length
  const index = (at + passages.length) % passages.length
  const passage = passages[index]
  if (!passage) {
    desk.hint.set(whyNone(desk, session))
    return
  }
  const event = session.records.article.get(passage.places[0]?.article ?? '')?.event
  if (typeof event === 'string') desk.passageInHand.set(inHand(event, passage.id))
  desk.together.lineUp(passage.id)
  const outlets = outletsOf(session, passage).length
  const said = `Passage ${index + 1} of ${passages.length}, in ${outlets} ${outlets === 1 ? 'outlet' : 'outlets'}, ${kindWords[passage.kind]}${passage.state === 'suggested' ? ', suggested' : ''}`
  desk.hint.set(wrapped && passages.length > 1 ? `${by === 1 ? 'That was the last shared passage: begun again' : 'That was the first shared passage: gone on from the last'}. ${said}` : said)
}

function whyNone(desk: Desk, session: Session): string {
  const events = openEvents(session, desk.app.layout.get()).map((event) => session.synopses.of(event))
  if (events.length === 0) return 'The open articles belong to no event, so there is nothing to compare them with'
  if (events.some(({ look }) => look.state.get().is === 'running')) return 'The articles of this event are still being compared'
  return events.every((one) => one.articles().length < 2) ? 'This event has one article: there is nothing to compare' : 'The open articles share no passage with others of their event'
}

const inColumns = (desk: Desk): boolean => activeReader(desk) !== undefined

/** Going from shared passage to shared passage, and what columns show of them together. */
export const sharedCommands: readonly Command[] = [
  { id: 'shared.next', menu: 'Synopsis', group: 1, keys: ['n', 'F8'], yields: true, scope: 'reader', label: () => 'Go to the next shared passage', enabled: inColumns, run: (desk) => { step(desk, 1) } },
  { id: 'shared.previous', menu: 'Synopsis', group: 1, keys: ['Alt+n', 'Shift+F8'], scope: 'reader', label: () => 'Go to the shared passage before', enabled: inColumns, run: (desk) => { step(desk, -1) } },
  toggle('linked', 'Mod+Alt+l', 'Linked scrolling'),
  toggle('ribbons', 'Mod+Alt+j', 'Join all shared passages with ribbons'),
  toggle('wording', 'Shift+v', 'Mark words that differ'),
]
