import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import { AnnotationsTab } from './AnnotationsTab'
import styles from './AnnotationsView.module.css'
import { Loading } from './Loading'
import { MemosTab } from './MemosTab'

/** All annotations of the project as a list that can be narrowed, and all its memos. */
export function AnnotationsView() {
  const session = useSession()
  const loaded = useCell(session.loaded)
  const subjects = [...session.opened.events, ...session.opened.articles]
  const done = subjects.filter(({ id }) => loaded.has(id)).length
  return (
    <main className={styles['view']}>
      {done < subjects.length ? <Loading done={done} total={subjects.length} /> : <Tab />}
    </main>
  )
}

function Tab() {
  const { tab } = useCell(useDesk().review)
  return tab === 'annotations' ? <AnnotationsTab /> : <MemosTab />
}
