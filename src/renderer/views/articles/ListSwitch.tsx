import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import styles from './ListSwitch.module.css'

const lists = [['articles', 'Articles'], ['outlets', 'Outlets']] as const

/** Goes from the list of articles to the list of outlets and back. */
export function ListSwitch() {
  const { app } = useDesk()
  const { view } = useCell(app.layout)
  return (
    <nav className={styles['tabs']} aria-label="Lists">
      {lists.map(([id, name]) => (
        <button key={id} type="button" aria-current={view === id ? 'page' : undefined} onClick={() => { app.layout.update((layout) => ({ ...layout, view: id })) }}>{name}</button>
      ))}
    </nav>
  )
}
