import { useEffect, useRef } from 'react'
import { isOn } from '../../commands/sharedCommands'
import { openEvents, openPassages } from '../../store/openPassages'
import { activeColumn } from '../../store/layout'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import { joinedPassage } from './sharedMarks'
import { useWording } from './useWording'

/** Lies over the columns and joins what they share; has the articles of their events compared. React draws nothing of it. */
export function SharedOverlay() {
  const { app, together, passageInHand } = useDesk()
  const session = useSession()
  const layout = useCell(app.layout)
  const catalogue = useCell(session.catalogue)
  const host = useRef<HTMLDivElement>(null)
  const open = layout.columns.map(({ article }) => article).join(' ')
  const events = openEvents(session, layout).join(' ')

  useEffect(() => (host.current ? together.attach(host.current) : undefined), [together])

  useEffect(() => {
    const articles = open.split(' ')
    const synopses = events === '' ? [] : events.split(' ').map((event) => session.synopses.of(event))
    const show = (): void => { together.setPassages(openPassages(session, app.layout.get()).map(joinedPassage)) }
    together.arrange(articles)
    show()
    const ends = synopses.map(({ passages }) => passages.watch(show))
    return () => { for (const end of ends) end() }
  }, [app, together, session, open, events])

  useEffect(() => {
    // What is read comes first; and nothing is compared while the list of articles is still coming in.
    const idle = requestIdleCallback(() => {
      for (const event of events === '' ? [] : events.split(' ')) {
        session.listing.whole.then(() => session.synopses.of(event).refresh()).catch(app.tell)
      }
    }, { timeout: 2000 })
    return () => { cancelIdleCallback(idle) }
  }, [app, session, events, catalogue])

  useEffect(() => {
    const show = (): void => { together.setLit(passageInHand.get()?.passage ?? null) }
    show()
    return passageInHand.watch(show)
  }, [together, passageInHand])

  useWording()

  const linked = isOn(layout, 'linked')
  const joinsAll = isOn(layout, 'ribbons')
  useEffect(() => { together.setLinked(linked, activeColumn(app.layout.get())?.article ?? null) }, [app, together, linked])
  useEffect(() => { together.setJoinsAll(joinsAll) }, [together, joinsAll])

  return <div ref={host} className="together" />
}
