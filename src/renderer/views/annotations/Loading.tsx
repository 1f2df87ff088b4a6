import { ProgressBar } from 'react-aria-components'
import styles from './AnnotationsView.module.css'

/** How far the project's annotations are read: before they all are, any list or count of them would be wrong. */
export function Loading({ done, total }: { readonly done: number; readonly total: number }) {
  return (
    <div className={styles['empty']}>
      <h2>Reading the annotations</h2>
      <ProgressBar aria-label="Reading the annotations" value={done} maxValue={total} className={styles['progress'] ?? ''}>
        {({ percentage }) => <div className={styles['track']}><div className={styles['done']} style={{ width: `${percentage ?? 0}%` }} /></div>}
      </ProgressBar>
      <p>{done} of {total} articles and events. The list appears when they are all here; you can go on reading and coding meanwhile.</p>
    </div>
  )
}
