import { Lock, Pencil, RotateCcw } from 'lucide-react'
import { useRef } from 'react'
import { keysOf, whyFixed } from '../../commands/bindings'
import type { Command } from '../../commands/command'
import { keyParts } from '../../commands/keys'
import { resetKeys, rivalsOf } from '../../commands/rebinding'
import { Keys } from '../../controls/Keys'
import { useDesk } from '../desk'
import { KeyPress } from './KeyPress'
import styles from './overlays.module.css'

interface Props {
  readonly command: Command
  readonly changing: boolean
  readonly onChanging: (changing: boolean) => void
}

/** A command with its keys, and how to change them. */
export function KeyRow({ command, changing, onChanging }: Props) {
  const desk = useDesk()
  const change = useRef<HTMLButtonElement>(null)
  const keys = keysOf(desk, command)
  const label = command.label(desk)
  const rivals = rivalsOf(desk, command, keys)
  const [reason] = keys.map(whyFixed)
  const fixed = command.code !== undefined ? 'A code’s key is changed in the codebook.' : keys.length > 0 && keys.every((one) => whyFixed(one) !== undefined) ? `It can’t be changed: ${reason}` : undefined
  return (
    <div data-passing={command.passing}>
      <dt>{label}</dt>
      <dd>
        {keys.slice(0, 2).map((one) => <Keys key={one} parts={keyParts(one, desk.mac)} />)}
        {fixed === undefined && Object.hasOwn(desk.app.settings.get().keys, command.id) && <button type="button" className={styles['small']} aria-label={`Give “${label}” its usual key`} title="Its usual key" onClick={() => { void resetKeys(desk, command); change.current?.focus() }}><RotateCcw size={12} /></button>}
        {fixed === undefined
          ? <button ref={change} type="button" className={styles['small']} aria-label={`Change the key of “${label}”`} title="Change" onClick={() => { onChanging(true) }}><Pencil size={12} /></button>
          : <i className={styles['fixed']} role="img" aria-label={fixed} title={fixed}><Lock size={11} /></i>}
      </dd>
      {rivals.length > 0 && <dd className={styles['note']}><p className={styles['rival']}>{rivals.map((one) => `${keyParts(one.keys, desk.mac).join('+')} is also the key of ${one.what}.`).join(' ')}</p></dd>}
      {changing && <dd className={styles['note']}><KeyPress command={command} onDone={() => { onChanging(false); change.current?.focus() }} /></dd>}
    </div>
  )
}
