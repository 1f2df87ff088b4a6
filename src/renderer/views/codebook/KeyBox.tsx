import { useState, type KeyboardEvent } from 'react'
import { Button } from '../../controls/Button'
import { editCode, keyHolder } from '../../../domain/changes/commands/codebook/codes'
import type { Code, Codebook } from '../../../domain/project/codebook'
import { keyParts, pressed } from '../../commands/keys'
import { commandOfKey } from '../../commands/list'
import { useDesk, useSession } from '../desk'
import styles from './Form.module.css'

/** The key that applies a code: what is pressed here becomes it, unless it is somebody else's. */
export function KeyBox({ code, codebook, disabled }: { readonly code: Code; readonly codebook: Codebook; readonly disabled: boolean }) {
  const desk = useDesk()
  const session = useSession()
  const [wanted, setWanted] = useState<string | null>(null)
  const shown = (key: string): string => keyParts(key, desk.mac).join(' ')
  const command = wanted === null ? undefined : commandOfKey(desk, wanted)
  const holder = wanted === null ? undefined : keyHolder(codebook, wanted)
  const set = (key: string, joins: string | null = null): void => {
    setWanted(null)
    session.perform(editCode(session.records, code.id, { key }, session.circumstances()), joins)
  }
  const takeOver = (): void => {
    if (wanted === null || !holder) return
    // Two changes of the codebook, one step to undo.
    const joins = `key ${wanted} for ${code.id} at ${codebook.version}`
    session.perform(editCode(session.records, holder.id, { key: '' }, session.circumstances()), joins)
    set(wanted, joins)
  }
  const onKey = (event: KeyboardEvent): void => {
    const key = pressed(event.nativeEvent, desk.mac)
    if (disabled || event.nativeEvent.isComposing) return
    if (key === 'Delete' || key === 'Backspace') set('')
    else if (/^.$/u.test(key)) {
      if (key === code.key) setWanted(null)
      else if (commandOfKey(desk, key) ?? keyHolder(codebook, key)) setWanted(key)
      else set(key)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <input className={styles['key']} readOnly aria-label="Key" aria-describedby="key-said" disabled={disabled} value={code.key === '' ? '' : shown(code.key)} placeholder="none" onKeyDown={onKey} onBlur={(event) => { if (!event.relatedTarget) setWanted(null) }} />
      <span className={styles['keySaid']} id="key-said" role="status">
        {wanted === null ? 'Press a key here; Del for none'
          : command ? `${shown(wanted)} is the key of “${command.label(desk)}”. Press another one.`
          : holder && <>{shown(wanted)} is the key of “<bdi>{holder.name}</bdi>”. <Button kind="quiet" onClick={takeOver}>Take it over</Button></>}
      </span>
    </>
  )
}
