import { useEffect, useState } from 'react'
import type { PreparedCodebook } from '../../../preload/contract'
import { Button } from '../../controls/Button'
import { confirms } from '../../controls/confirms'
import { Dialog } from '../../controls/Dialog'
import { useDesk } from '../desk'
import styles from './overlays.module.css'

/** Asks for a new project's name and codebook; where it is kept is asked next, by the system's own dialog. */
export function NewProjectDialog() {
  const { app, overlay } = useDesk()
  const [name, setName] = useState('')
  const [codebook, setCodebook] = useState('starter')
  const close = (): void => { overlay.set(null) }
  const create = (): void => {
    if (name.trim() === '') return
    close()
    void app.open({ from: 'new', name: name.trim(), codebook })
  }
  return (
    <Dialog title="New project" onClose={close} actions={<><Button onClick={close}>Cancel</Button><Button kind="main" disabled={name.trim() === ''} onClick={create}>Choose its folder …</Button></>}>
      <label className={styles['label']} htmlFor="project-name">Name</label>
      <input id="project-name" className={styles['input']} autoFocus maxLength={1_000} value={name} onChange={(event) => { setName(event.target.value) }} onKeyDown={(event) => { if (confirms(event)) create() }} />
      <CodebookChoice value={codebook} onChange={setCodebook} />
      <p className={styles['hint']}>Everything is kept in one folder of plain files that you can copy and back up.</p>
    </Dialog>
  )
}

function CodebookChoice({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const prepared = usePrepared()
  const chosen = prepared.find(({ id }) => id === value)
  return (
    <>
      <label className={styles['label']} htmlFor="project-codebook">Codebook</label>
      <select id="project-codebook" className={styles['input']} value={value} aria-describedby="project-codebook-what" onChange={(event) => { onChange(event.target.value) }}>
        <option value="starter">Starter codebook: framing, sourcing, sentiment</option>
        <option value="empty">Empty, to write your own</option>
        <optgroup label="Prepared">
          {prepared.filter(({ id }) => id !== 'starter').map(({ id, codebook }) => <option key={id} value={id}>{codebook.name}</option>)}
        </optgroup>
      </select>
      <p id="project-codebook-what" className={styles['hint']}>{value === 'empty' ? 'You can add prepared codebooks, or import one, at any time.' : chosen ? `${chosen.what} (${chosen.source}). You can change it and add others at any time.` : 'You can change it and add others at any time.'}</p>
    </>
  )
}

/** The prepared codebooks; none until they are there. */
function usePrepared(): readonly PreparedCodebook[] {
  const { app } = useDesk()
  const [list, setList] = useState<readonly PreparedCodebook[]>([])
  useEffect(() => {
    let shown = true
    void app.codebooks.prepared().then((found) => { if (shown) setList(found) })
    return () => { shown = false }
  }, [app])
  return list
}
