import { inOrder } from '../../domain/project/order'
import type { Place } from '../../domain/synopsis/parallel'
import type { RejectedPassage } from '../../domain/synopsis/rejectedPassages'
import type { SharedPassage } from '../../domain/synopsis/sharedPassages'
import { activeColumn, columnsThatFit, openEvent } from '../store/layout'
import type { EventSynopsis } from '../store/synopses'
import { handOf } from '../store/synopsisHand'
import { inChosenOrder, withColumnAt, type SynopsisTab } from '../store/synopsisView'
import { openSession, writable, type Command, type Desk } from './command'
import { openPassage } from './reviewing'

/** The event whose synopsis is shown: the open one, otherwise that of the article in the active column. */
export function comparedEvent(desk: Desk): string | undefined {
  const session = openSession(desk)
  const layout = desk.app.layout.get()
  const own = session?.records.article.get(activeColumn(layout)?.article ?? '')?.event
  return [layout.event, own].find((id): id is string => typeof id === 'string' && session?.records.event.has(id) === true)
}

/** Takes another event in hand, and shows its synopsis. */
export function compareEvent(desk: Desk, event: string): void {
  const articles = inOrder([...(openSession(desk)?.seen.article.values() ?? [])].filter((one) => one.event === event)).map(({ id }) => id)
  desk.app.layout.update((layout) => ({ ...(layout.event === event ? layout : openEvent(layout, event, articles, columnsThatFit(window.innerWidth))), view: 'synopsis' }))
}

/** The synopsis one sees, while its table of shared passages is what one sees of it. */
function shown(desk: Desk): EventSynopsis | undefined {
  const event = desk.app.layout.get().view === 'synopsis' && desk.synopsisView.get().tab === 'passages' ? comparedEvent(desk) : undefined
  return event === undefined ? undefined : openSession(desk)?.synopses.of(event)
}

/** The shared or rejected passage that the keyboard is at in the table. */
function passageAt(desk: Desk): SharedPassage | RejectedPassage | undefined {
  const { cursor } = desk.synopsisView.get().rows
  const synopsis = cursor === null ? undefined : shown(desk)
  return [...synopsis?.passages.get() ?? [], ...synopsis?.rejected.get() ?? []].find(({ id }) => id === cursor)
}

/** Its places in the article whose cell the keyboard is at. */
function placesAt(desk: Desk): readonly Place[] {
  const { column } = desk.synopsisView.get()
  return passageAt(desk)?.places.filter(({ article }) => article === column) ?? []
}

/** Opens an article of a shared passage where it has it, with the words selected. */
export function readInContext(desk: Desk, [place]: readonly Place[]): void {
  if (place) openPassage(desk, place.article, { start: place.start, end: place.end })
}

/** Goes to a tab of a synopsis. */
export function showTab({ app, synopsisView }: Desk, tab: SynopsisTab): void {
  synopsisView.update((now) => ({ ...now, tab }))
  app.layout.update((layout) => ({ ...layout, view: 'synopsis' }))
}

/** Shows the ways a shared passage is worded. */
export function showVariants(desk: Desk, synopsis: EventSynopsis, { id, state }: SharedPassage | RejectedPassage): void {
  handOf(synopsis).update((now) => ({ ...now, passage: id, suggestions: now.suggestions || state === 'suggested' }))
  desk.synopsisView.update((now) => ({ ...now, rows: { ...now.rows, cursor: id, from: id } }))
  showTab(desk, 'variants')
}

function moveColumnBy(desk: Desk, by: 1 | -1): void {
  const synopsis = shown(desk)
  const { column } = desk.synopsisView.get()
  if (!synopsis || column === null) return
  const articles = synopsis.articles()
  desk.synopsisView.update((view) => withColumnAt(view, synopsis.event, articles, column, inChosenOrder(articles, view, synopsis.event).findIndex(({ id }) => id === column) + by))
}

const inTable = (id: string, group: number, keys: readonly string[], label: string, enabled: (desk: Desk) => boolean, run: (desk: Desk) => void): Command => ({
  id: `synopsis.${id}`, menu: 'Synopsis', group, keys, scope: 'table', label: () => label, enabled, run,
})

const code = (desk: Desk, places: readonly Place[]): void => { desk.overlay.set({ kind: 'code-places', places }) }

/** What is done in the synopsis of an event. */
export const synopsisCommands: readonly Command[] = [
  {
    id: 'synopsis.event', menu: 'Synopsis', group: 0, keys: [], scope: 'anywhere', label: () => 'Compare the articles of another event …',
    enabled: (desk) => (openSession(desk)?.records.event.size ?? 0) > 0, run: ({ overlay }) => { overlay.set({ kind: 'compare-event' }) },
  },
  inTable('read', 1, ['Enter'], 'Read it in context', (desk) => passageAt(desk) !== undefined, (desk) => {
    const places = placesAt(desk)
    readInContext(desk, places.length > 0 || desk.synopsisView.get().column !== null ? places : passageAt(desk)?.places ?? [])
  }),
  inTable('variants', 1, ['v'], 'Show how this passage is worded', (desk) => passageAt(desk)?.state !== 'rejected' && passageAt(desk) !== undefined, (desk) => {
    const [synopsis, passage] = [shown(desk), passageAt(desk)]
    if (synopsis && passage) showVariants(desk, synopsis, passage)
  }),
  inTable('code-cell', 1, ['c'], 'Code this cell …', (desk) => writable(desk) !== null && placesAt(desk).length > 0, (desk) => { code(desk, placesAt(desk)) }),
  inTable('code-row', 1, ['Shift+c'], 'Code the whole row …', (desk) => writable(desk) !== null && passageAt(desk) !== undefined, (desk) => { code(desk, passageAt(desk)?.places ?? []) }),
  {
    ...inTable('differences', 3, ['d'], 'Mark differing words in the table', (desk) => shown(desk) !== undefined, ({ synopsisView }) => { synopsisView.update((now) => ({ ...now, differences: !now.differences })) }),
    checked: ({ synopsisView }) => synopsisView.get().differences,
  },
  inTable('column-left', 4, ['Alt+Shift+ArrowLeft'], 'Move this column left', (desk) => shown(desk) !== undefined && desk.synopsisView.get().column !== null, (desk) => { moveColumnBy(desk, -1) }),
  inTable('column-right', 4, ['Alt+Shift+ArrowRight'], 'Move this column right', (desk) => shown(desk) !== undefined && desk.synopsisView.get().column !== null, (desk) => { moveColumnBy(desk, 1) }),
]
