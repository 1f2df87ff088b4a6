import { latestFirst } from '../../../domain/project/order'
import { compareEvent } from '../../commands/synopsisCommands'
import { Palette } from '../../controls/Palette'
import { useDesk, useSession } from '../desk'

/** Chooses the event whose articles are compared in the synopsis. */
export function ComparePalette() {
  const desk = useDesk()
  const events = [...useSession().records.event.values()].sort(latestFirst)
  const choose = (id: string): void => {
    desk.overlay.set(null)
    compareEvent(desk, id)
  }
  const sections = [{ name: 'Events', items: events.map(({ id, name, date }) => ({ id, text: name, ...(date !== '' && { detail: date }) })) }]
  return <Palette label="Compare the articles of" sections={sections} onClose={() => { desk.overlay.set(null) }} empty="No event is called that." onChoose={choose} />
}
