import type { Outcome } from '../../domain/changes/command'
import { confirmPassage, joinPassages, rejectPassage, rejectPlaces, reopenPassage, splitPassage, type Places, type RulingGround } from '../../domain/changes/commands/rulings'
import { isSamePlace } from '../../domain/synopsis/ruledPlaces'
import { comparedEvent } from './synopsisCommands'
import { openSession, writable, type Command, type Desk } from './command'
import { shownText } from '../store/outletLabel'

/** A shared passage, or a rejected one. */
interface Ruled {
  readonly places: Places
}

/** Says of shared passages that they are; a new comparison leaves them as they are. @returns whether anything was decided */
const confirmShared = (desk: Desk, passages: readonly Ruled[]): Promise<boolean> =>
  rule(desk, passages, 'confirmed already', (session, ground) => confirmPassage(session.records, { ...ground, passages: passages.map(({ places }) => places) }, session.circumstances()))

/** Says of shared passages that none of their places says the same as another of them. */
const rejectShared = (desk: Desk, passages: readonly Ruled[]): Promise<boolean> =>
  rule(desk, passages, 'rejected already', (session, ground) => rejectPassage(session.records, { ...ground, passages: passages.map(({ places }) => places) }, session.circumstances()))

/** Takes places out of a shared passage: they don't say the same as the rest of it. */
const rejectSharedPlaces = (desk: Desk, passage: Ruled, places: Places): Promise<boolean> =>
  rule(desk, [passage], 'rejected already', (session, ground) => rejectPlaces(session.records, { ...ground, passage: passage.places, places }, session.circumstances()))

/** Makes one shared passage of several. */
const joinShared = (desk: Desk, passages: readonly Ruled[]): Promise<boolean> =>
  rule(desk, passages, 'one already', (session, ground) => joinPassages(session.records, { ...ground, passages: passages.map(({ places }) => places) }, session.circumstances()))

/** Makes several shared passages of one, a group of its places each. */
const splitShared = (desk: Desk, passage: Ruled, groups: readonly Places[]): Promise<boolean> =>
  rule(desk, [passage], 'split already', (session, ground) => splitPassage(session.records, { ...ground, groups }, session.circumstances()))

/** Takes back what was decided on these passages: what the comparison finds counts again. Asks first where somebody else decided. */
function reopenShared(desk: Desk, passages: readonly Ruled[]): Promise<boolean> {
  const others = othersOn(desk, passages)
  const reopen = (): Promise<boolean> => rule(desk, passages, 'open already', (session, ground) =>
    reopenPassage(session.records, { ...ground, passages: passages.map(({ places }) => places), others: new Set(others.keys()) }, session.circumstances()))
  if (others.size === 0) return reopen()
  const which = passages.length === 1 ? 'this shared passage' : 'these shared passages'
  desk.overlay.set({
    kind: 'confirm', title: 'Withdraw what others decided?', action: 'Withdraw it', run: () => { void reopen() },
    text: `${[...others.values()].sort().join(', ')} decided on ${which} too. All of it is withdrawn, for every coder of this project. Undo brings it back.`,
  })
  return Promise.resolve(false)
}

/** The coders beside oneself who decided on these passages, by id. */
function othersOn(desk: Desk, passages: readonly Ruled[]): ReadonlyMap<string, string> {
  const session = writable(desk)
  const places = passages.flatMap((one) => one.places)
  const event = session?.records.article.get(places[0]?.article ?? '')?.event
  const rulings = typeof event === 'string' ? session?.synopses.of(event).rulingsOn(places) ?? [] : []
  return new Map(rulings.filter(({ coder }) => coder !== session?.opened.coder.id).map(({ coder }) => [coder, session?.records.coder.get(coder)?.name ?? 'An unknown coder']))
}

type Session = NonNullable<ReturnType<typeof writable>>

/** The table goes on at what became of these places, where they are still a shared passage, with nothing selected or marked. */
function goOnWith(desk: Desk, passages: readonly (Ruled & { readonly id: string })[], places: Places): void {
  const kept = passages.find((one) => one.places.some((place) => places.some((other) => isSamePlace(place, other))))
  desk.synopsisView.update((view) => {
    const cursor = kept?.id ?? view.rows.cursor
    return { ...view, rows: { ids: new Set(), cursor, from: cursor }, marked: [] }
  })
}

/** Carries out a decision on passages of one event, and says so. What can't be done is said as a notice. */
async function rule(desk: Desk, passages: readonly Ruled[], already: string, decide: (session: Session, ground: RulingGround) => Outcome): Promise<boolean> {
  const session = writable(desk)
  const event = session?.records.article.get(passages[0]?.places[0]?.article ?? '')?.event
  if (!session || typeof event !== 'string') return false
  try {
    const text = await textsFor(session, event, passages.flatMap(({ places }) => places))
    const shown = (id: string): string | undefined => {
      const words = text(id)
      return words === undefined ? undefined : shownText(session, id, words)
    }
    const outcome = decide(session, { event, text, shown })
    const done = session.perform(outcome)
    if (done) goOnWith(desk, session.synopses.of(event).passages.get(), passages[0]?.places ?? [])
    desk.hint.set(outcome === null ? `Nothing was changed: ${passages.length === 1 ? 'this passage is' : 'these passages are'} ${already}` : done ? `Done: ${outcome.label}` : null)
    return done
  } catch (error) {
    desk.app.notice.set(`Nothing was decided, because a text could not be read. ${error instanceof Error ? error.message : String(error)}`)
    return false
  }
}

async function textsFor(session: Session, event: string, places: Places): Promise<RulingGround['text']> {
  const ids = new Set([...places.map(({ article }) => article), ...session.synopses.of(event).textsForRulings()])
  const texts = new Map(await Promise.all([...ids].map(async (id) => [id, await session.text(id)] as const)))
  return (article) => texts.get(article)
}

/** The passage in hand and those marked with it, as they are now. */
function inHand(desk: Desk): { readonly passages: readonly Ruled[]; readonly marked: Places; readonly isDecided: () => boolean } | null {
  const hand = desk.passageInHand.get()
  const synopsis = hand && openSession(desk)?.synopses.of(hand.event)
  if (!synopsis) return null
  const all = [...synopsis.passages.get(), ...synopsis.rejected.get()]
  const [first, ...others] = [hand.passage, ...hand.with].map((id) => all.find((one) => one.id === id))
  if (!first) return null
  const passages = [first, ...others.flatMap((one) => one ?? [])]
  return { passages, marked: first.places.filter((one) => hand.places.some((other) => isSamePlace(one, other))), isDecided: () => synopsis.rulingsOn(passages.flatMap((one) => one.places)).length > 0 }
}

type InHand = NonNullable<ReturnType<typeof inHand>>

const command = (id: string, keys: readonly string[], label: (hand: InHand | null) => string, applies: (hand: InHand) => boolean, run: (desk: Desk, hand: InHand) => Promise<boolean>): Command => ({
  id: `synopsis.${id}`, menu: 'Synopsis', group: 3, keys, scope: 'passage', label: (desk) => label(inHand(desk)),
  enabled: (desk) => {
    const hand = writable(desk) && inHand(desk)
    return hand !== null && applies(hand)
  },
  run: async (desk) => {
    const hand = inHand(desk)
    if (hand) await run(desk, hand)
  },
})

const these = (hand: InHand | null): string => (hand && hand.passages.length > 1 ? 'these shared passages' : 'this shared passage')
const isPart = ({ passages: [first], marked }: InHand): boolean => marked.length > 0 && marked.length < (first?.places.length ?? 0)

/** Deciding on the shared passage in hand. */
export const rulingCommands: readonly Command[] = [
  command('confirm', ['Shift+q'], (hand) => `Confirm ${these(hand)}`, () => true, (desk, { passages }) => confirmShared(desk, passages)),
  command('reject', ['Shift+r'], (hand) => (hand && isPart(hand) ? 'Take the marked places out of this shared passage' : `Reject ${these(hand)}`), () => true, (desk, hand) => {
    const [first] = hand.passages
    return first && isPart(hand) ? rejectSharedPlaces(desk, first, hand.marked) : rejectShared(desk, hand.passages)
  }),
  command('join', ['Shift+f'], () => 'Make one shared passage of the marked ones', ({ passages }) => passages.length > 1, (desk, { passages }) => joinShared(desk, passages)),
  command('split', ['Shift+s'], () => 'Make the marked places a shared passage of their own', isPart, (desk, { passages: [first], marked }) =>
    (first ? splitShared(desk, first, [marked, first.places.filter((one) => !marked.includes(one))]) : Promise.resolve(false))),
  command('reopen', ['Shift+w'], (hand) => `Withdraw what was decided on ${these(hand)}`, ({ isDecided }) => isDecided(), (desk, { passages }) => reopenShared(desk, passages)),
  {
    id: 'synopsis.again', menu: 'Synopsis', group: 0, keys: [], scope: 'anywhere', label: () => 'Compare the articles again',
    enabled: (desk) => comparedEvent(desk) !== undefined,
    run: async (desk) => {
      const synopsis = openSession(desk)?.synopses.of(comparedEvent(desk) ?? '')
      await synopsis?.again()
      if (synopsis?.look.state.get().is === 'done') desk.hint.set(`Compared again: ${synopsis.passages.get().length.toLocaleString('en-GB')} shared passages. What was decided on them stays.`)
    },
  },
]
