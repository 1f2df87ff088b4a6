import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import styles from './AnnotationsView.module.css'

const tabs = [['annotations', 'Annotations'], ['memos', 'Memos']] as const

/** Goes from the list of annotations to the list of memos and back. */
export function TabSwitch() {
  const { review } = useDesk()
  const { tab } = useCell(review)
  return (
    <nav className={styles['tabs']} aria-label="Lists">
      {tabs.map(([id, name]) => (
        <button key={id} type="button" aria-current={tab === id ? 'page' : undefined} onClick={() => { review.update((now) => ({ ...now, tab: id })) }}>{name}</button>
      ))}
    </nav>
  )
}
