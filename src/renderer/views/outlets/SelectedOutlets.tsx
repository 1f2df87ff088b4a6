import { useState } from 'react'
import { setOutletVariable } from '../../../domain/changes/commands/outlets'
import { LONGEST_LINE } from '../../../domain/project/limits'
import { Button } from '../../controls/Button'
import { useDesk, useSession } from '../desk'
import styles from './OutletsView.module.css'

interface Props {
  readonly chosen: readonly string[]
  readonly properties: readonly string[]
  readonly onDone: () => void
}

/** What can be done with the selected outlets. */
export function SelectedOutlets({ chosen, properties, onDone }: Props) {
  const { overlay } = useDesk()
  const session = useSession()
  const [asked, setAsked] = useState('')
  const [value, setValue] = useState('')
  const off = session.readOnly !== null
  const property = properties.includes(asked) ? asked : properties[0] ?? ''
  const set = (): void => {
    session.perform(setOutletVariable(session.records, { names: chosen, variable: property, value }, session.circumstances()))
    setValue('')
  }
  return (
    <form className={styles['selected']} aria-label="Change the selected outlets" onSubmit={(event) => { event.preventDefault(); set() }}>
      <b>{chosen.length} selected</b>
      <Button disabled={off || chosen.length < 2} title={chosen.length < 2 ? 'Select two or more that are the same' : undefined} onClick={() => { overlay.set({ kind: 'merge-outlets', outlets: chosen }) }}>Merge …</Button>
      <span className={styles['divide']} />
      <select aria-label="Property of the selected outlets" value={property} disabled={off} onChange={(event) => { setAsked(event.target.value) }}>
        {properties.map((name) => <option key={name}>{name}</option>)}
      </select>
      <input aria-label={`${property} of the selected outlets`} placeholder="unknown" maxLength={LONGEST_LINE} value={value} disabled={off} onChange={(event) => { setValue(event.target.value) }} />
      <Button type="submit" disabled={off}>Set</Button>
      <Button kind="quiet" onClick={onDone}>Select none</Button>
    </form>
  )
}
