import { latestFirst } from '../../../domain/project/order'
import { compareEvent } from '../../commands/synopsisCommands'
import { counted } from '../codebook/words'
import { useDesk, useSession } from '../desk'
import styles from './SynopsisView.module.css'

/** Asks for the event whose articles are to be compared; says how to get one where there is none. */
export function ChooseEvent() {
  const desk = useDesk()
  const { seen: records } = useSession()
  const events = [...records.event.values()].sort(latestFirst)
  const articles = new Map<string, number>()
  for (const { event } of records.article.values()) if (event !== null) articles.set(event, (articles.get(event) ?? 0) + 1)
  if (events.length === 0) return <div className={styles['empty']}><h2>No events yet</h2><p>A synopsis compares the articles of an event. Group articles into events in the Articles view, or let events be proposed.</p></div>
  return (
    <div className={styles['choose']}>
      <h2>Which event is to be compared?</h2>
      <ul>
        {events.map(({ id, name, date }) => (
          <li key={id}><button type="button" onClick={() => { compareEvent(desk, id) }}><bdi>{name}</bdi><small>{[date, counted(articles.get(id) ?? 0, 'article')].filter(Boolean).join(' · ')}</small></button></li>
        ))}
      </ul>
    </div>
  )
}
