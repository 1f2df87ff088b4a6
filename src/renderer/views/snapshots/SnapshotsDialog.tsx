import { useState } from 'react'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import styles from './Snapshots.module.css'
import { useAsked } from './useAsked'
import { roomWords } from './words'

/** Where snapshots are kept on this machine, whether they are, and deleting all of them. */
export function SnapshotsDialog() {
  const { app, overlay } = useDesk()
  const { snapshots: on } = useCell(app.settings)
  const problem = useCell(app.snapshots.problem)
  const [deleted, setDeleted] = useState(0)
  const [sure, setSure] = useState(false)
  const asked = useAsked(String(deleted), () => app.snapshots.place())
  const close = (): void => { overlay.set(null) }
  const deleteAll = (): void => {
    setSure(false)
    app.snapshots.deleteAll().then(() => { setDeleted((count) => count + 1) }, (error: unknown) => { app.notice.set(error instanceof Error ? error.message : String(error)) })
  }
  const room = asked.state === 'here' ? asked.value.room : 0
  return (
    <Dialog title="Snapshots on this computer" onClose={close} actions={<Button kind="main" autoFocus onClick={close}>Done</Button>}>
      <p>While you work, Synoptic keeps snapshots of your projects, so that you can go back to how they were. They are kept on this computer only, outside the project folders, and hold the texts of the articles too.</p>
      <p className={styles['place']} role="status">
        {asked.state === 'asking' && 'Looking at how much room they take …'}
        {asked.state === 'failed' && asked.problem}
        {asked.state === 'here' && <>They are in <b>{asked.value.place}</b> and take {roomWords(room)}.{deleted > 0 && room === 0 && ' All were deleted.'}</>}
      </p>
      {problem !== null && <p className={styles['problem']}>{problem}</p>}
      <label className={styles['switch']}><input type="checkbox" checked={on} onChange={(event) => { void app.changeSettings({ snapshots: event.target.checked }) }} />Keep snapshots on this computer</label>
      {sure
        ? <div className={styles['sure']}><p>All snapshots of all projects on this computer go for good. The projects themselves stay as they are.</p><Button autoFocus onClick={() => { setSure(false) }}>Keep them</Button><Button kind="danger" onClick={deleteAll}>Delete all snapshots</Button></div>
        : <Button disabled={room === 0} onClick={() => { setSure(true) }}>Delete all snapshots …</Button>}
      {asked.state === 'here' && on && deleted > 0 && <p className={styles['problem']}>The next one is taken when the project is closed, at the latest. To have none of a text on this computer, switch them off too.</p>}
      {asked.state === 'here' && !on && room > 0 && <p className={styles['place']}>No more are taken. Those there are stay, and can be opened as copies, until they are deleted.</p>}
    </Dialog>
  )
}
