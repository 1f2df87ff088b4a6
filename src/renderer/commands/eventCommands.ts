import { eventInHand } from './codeTargets'
import { writable, type Command, type Desk } from './command'
import { activeArticle } from './textCommands'

const articleInHand = (desk: Desk): string | undefined => {
  const article = activeArticle(desk)
  return article !== undefined && writable(desk)?.records.article.has(article) ? article : undefined
}

const onEvent = (id: string, label: string, enabled: (desk: Desk, event: string) => boolean, run: (desk: Desk, event: string) => void): Command => ({
  id: `event.${id}`, menu: 'Edit', group: 6, keys: [], scope: 'anywhere', label: () => label,
  enabled: (desk) => {
    const event = eventInHand(desk)
    return writable(desk) !== null && event !== undefined && enabled(desk, event)
  },
  run: (desk) => {
    const event = eventInHand(desk)
    if (event !== undefined) run(desk, event)
  },
})

const articlesOf = (desk: Desk, event: string): number => [...(writable(desk)?.records.article.values() ?? [])].filter((one) => one.event === event).length

/** What is done with the event, and with the article, that is open in the reader. */
export const eventCommands: readonly Command[] = [
  {
    id: 'event.move', menu: 'Edit', group: 6, keys: ['Shift+g'], scope: 'reader', label: () => 'Move this article to an event …',
    enabled: (desk) => articleInHand(desk) !== undefined,
    run: (desk) => {
      const article = articleInHand(desk)
      if (article !== undefined) desk.overlay.set({ kind: 'choose-event', purpose: { move: [article] } })
    },
  },
  onEvent('change', 'Rename or date this event …', () => true, ({ overlay }, event) => { overlay.set({ kind: 'event', event }) }),
  onEvent('merge', 'Merge this event into another …', (desk) => (writable(desk)?.records.event.size ?? 0) > 1, ({ overlay }, event) => { overlay.set({ kind: 'choose-event', purpose: { merge: event } }) }),
  onEvent('split', 'Split a new event off this one …', (desk, event) => articlesOf(desk, event) > 1, ({ overlay }, event) => { overlay.set({ kind: 'split-event', event }) }),
]
