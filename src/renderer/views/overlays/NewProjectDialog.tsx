import { useState } from 'react'
import { Button } from '../../controls/Button'
import { confirms } from '../../controls/confirms'
import { Dialog } from '../../controls/Dialog'
import { useDesk } from '../desk'
import styles from './overlays.module.css'

/** Asks for a new project's name; where it is kept is asked next, by the system's own dialog. */
export function NewProjectDialog() {
  const { app, overlay } = useDesk()
  const [name, setName] = useState('')
  const close = (): void => { overlay.set(null) }
  const create = (): void => {
    if (name.trim() === '') return
    close()
    void app.open({ from: 'new', name: name.trim() })
  }
  return (
    <Dialog title="New project" onClose={close} actions={<><Button onClick={close}>Cancel</Button><Button kind="main" disabled={name.trim() === ''} onClick={create}>Choose its folder …</Button></>}>
      <label className={styles['label']} htmlFor="project-name">Name</label>
      <input id="project-name" className={styles['input']} autoFocus maxLength={1_000} value={name} onChange={(event) => { setName(event.target.value) }} onKeyDown={(event) => { if (confirms(event)) create() }} />
      <p className={styles['hint']}>It starts with a codebook for framing, sourcing and sentiment. Everything is kept in one folder of plain files that you can copy and back up.</p>
    </Dialog>
  )
}
