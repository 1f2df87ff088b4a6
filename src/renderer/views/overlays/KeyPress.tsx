import { useState, type KeyboardEvent } from 'react'
import { whyTaken } from '../../commands/bindings'
import type { Command } from '../../commands/command'
import { keyParts, pressed } from '../../commands/keys'
import { giveKey, holderOf } from '../../commands/rebinding'
import { Button } from '../../controls/Button'
import { useDesk } from '../desk'
import styles from './overlays.module.css'

const alone = /^(Control|Shift|Alt|Meta|AltGraph|CapsLock|Dead|Process|Unidentified)$/

/** Waits for the key a command is to have; says who has it already, and takes it over when that is wanted. */
export function KeyPress({ command, onDone }: { readonly command: Command; readonly onDone: () => void }) {
  const desk = useDesk()
  const [said, setSaid] = useState<{ readonly text: string; readonly takes: string | null } | null>(null)
  const give = (keys: string): void => {
    void giveKey(desk, command, keys).then((given) => {
      if (given) onDone()
      else setSaid({ text: 'This project can’t be changed, so the code keeps its key.', takes: null })
    })
  }
  const onKey = (event: KeyboardEvent): void => {
    if (alone.test(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    const keys = pressed(event.nativeEvent, desk.mac)
    if (keys === 'Escape' || keys === 'Tab' || keys === 'Shift+Tab') {
      onDone()
      return
    }
    if (keys === '') return
    const name = keyParts(keys, desk.mac).join('+')
    const why = whyTaken(keys)
    const holder = holderOf(desk, keys, command.scope)
    if (why !== undefined) setSaid({ text: why, takes: null })
    else if (holder && holder.command.id !== command.id) setSaid({ text: `${name} is the key of ${holder.what}.`, takes: keys })
    else give(keys)
  }
  const takes = said?.takes ?? null
  return (
    <div className={styles['press']}>
      <p role="alert">{said?.text}</p>
      {takes === null
        ? <button type="button" className={styles['listening']} autoFocus onKeyDown={onKey} onClick={(event) => { event.currentTarget.focus() }}>Press the new key; Esc keeps the old one</button>
        : <><Button autoFocus onClick={() => { give(takes) }}>Take it over</Button><Button kind="quiet" onClick={onDone}>Keep as it was</Button></>}
    </div>
  )
}
