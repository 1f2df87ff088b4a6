import { useState } from 'react'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { useDesk } from '../desk'
import styles from './Diagnostics.module.css'
import { useAnswer } from './useAnswer'

/** A problem report as it will be saved, to be read first. */
export function ReportDialog() {
  const { app, overlay } = useDesk()
  const [place, setPlace] = useState<string | null>(null)
  const report = useAnswer('diagnostics.report')
  const save = async (): Promise<void> => {
    const answer = await app.bridge.call('diagnostics.saveReport', null)
    if (!answer.ok) app.notice.set(answer.message)
    else if (answer.value) setPlace(answer.value.place)
  }
  const close = (): void => { overlay.set(null) }
  return (
    <Dialog
      title="Problem report" width="wide" onClose={close}
      actions={<><Button onClick={close}>Close</Button><Button kind="main" disabled={report === null} onClick={() => { save().catch(app.tell) }}>Save …</Button></>}
    >
      <p className={styles['lead']}>This is all that will be in the file. Save it, add what you were doing, and give it to whoever helps you. Nothing is sent by itself.</p>
      {place !== null && <p className={styles['saved']} role="status">Saved as <bdi>{place}</bdi>.</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled with the keyboard too */}
      <pre className={styles['report']} aria-label="The report" role="document" tabIndex={0}>{report?.text ?? 'It is being put together …'}</pre>
    </Dialog>
  )
}
