import { useCell } from '../../store/watch'
import { useSession } from '../desk'
import { Damage } from './Damage'
import { damageGroups } from './damageGroups'
import styles from './ProjectView.module.css'

/** What stands between the researcher and their work: read-only projects and damaged files. */
export function Banners() {
  const session = useSession()
  const damaged = useCell(session.damaged)
  return (
    <>
      {session.readOnly !== null && <div className={styles['banner']} role="status"><div><b>Read only.</b> {session.readOnly}</div></div>}
      {damageGroups(damaged, session.seen).map((group) => <Damage key={group.key} group={group} />)}
    </>
  )
}
