import { editArticles } from '../../../domain/changes/commands/articles'
import { latestFirst } from '../../../domain/project/order'
import { performAny } from '../../commands/carryOut'
import type { EventPurpose } from '../../commands/command'
import { Palette, type PaletteSection } from '../../controls/Palette'
import { useDesk, useSession } from '../desk'

const [NONE, FRESH] = ['no event', 'new event']

/** Chooses the event that articles go to, or that another event becomes part of. */
export function EventPalette({ purpose }: { readonly purpose: EventPurpose }) {
  const desk = useDesk()
  const { records } = useSession()
  const moving = 'move' in purpose
  const here = moving ? new Set(purpose.move.map((id) => records.article.get(id)?.event ?? null)) : new Set([purpose.merge])
  const events = [...records.event.values()].filter(({ id }) => !here.has(id) || here.size > 1).sort(latestFirst)
  const sections: readonly PaletteSection[] = [
    { name: 'Events', items: events.map(({ id, name, date }) => ({ id, text: name, ...(date !== '' && { detail: date }) })) },
    ...(moving ? [{ name: 'Elsewhere', items: [{ id: FRESH, text: 'A new event …' }, ...(here.has(null) && here.size === 1 ? [] : [{ id: NONE, text: 'No event' }])] }] : []),
  ].filter(({ items }) => items.length > 0)
  const choose = (id: string): void => {
    if (!moving) desk.overlay.set({ kind: 'merge-events', from: purpose.merge, into: id })
    else if (id === FRESH) desk.overlay.set({ kind: 'new-event', articles: purpose.move })
    else {
      desk.overlay.set(null)
      void performAny(desk, editArticles(records, purpose.move, { event: id === NONE ? null : id }))
    }
  }
  const label = moving ? (purpose.move.length === 1 ? 'Move the article to an event' : `Move ${purpose.move.length} articles to an event`) : `Merge “${records.event.get(purpose.merge)?.name ?? ''}” into`
  return <Palette label={label} sections={sections} onClose={() => { desk.overlay.set(null) }} empty="No event is called that." onChoose={choose} />
}
