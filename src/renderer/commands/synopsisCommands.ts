import { columnsThatFit, openEvent, activeColumn } from '../store/layout'
import { inOrder } from '../../domain/project/order'
import { openSession, type Command, type Desk } from './command'

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

/** What is done in the synopsis of an event. */
export const synopsisCommands: readonly Command[] = [
  {
    id: 'synopsis.event', menu: 'Synopsis', group: 0, keys: [], scope: 'anywhere', label: () => 'Compare the articles of another event …',
    enabled: (desk) => (openSession(desk)?.records.event.size ?? 0) > 0, run: ({ overlay }) => { overlay.set({ kind: 'compare-event' }) },
  },
]
