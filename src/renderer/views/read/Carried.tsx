import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import styles from './Carried.module.css'

/** The passage that is carried with the mouse, and what letting it go would do. */
export function Carried() {
  const desk = useDesk()
  const session = desk.app.session.get()
  const carried = useCell(desk.carried)
  if (!carried) return null
  const code = carried.over === null ? undefined : session?.codes().get(carried.over)?.code
  return (
    <div className={styles['carried']} style={{ left: Math.min(carried.x + 12, window.innerWidth - 272), top: Math.min(carried.y + 14, window.innerHeight - 60) }} aria-hidden="true">
      <q><bdi>{carried.quote}</bdi></q>
      <span>{code ? <>example of <bdi>{code.name}</bdi></> : 'let go on a code to make it an example'}</span>
    </div>
  )
}
