import { useState } from 'react'
import { Button } from '../../controls/Button'
import { addEntity } from '../../../domain/changes/commands/entities'
import { entityKinds, type EntityKind } from '../../../domain/project/entityKinds'
import { useSession } from '../desk'
import styles from './EntitiesView.module.css'

/** A line to add entities with, one after the other. */
export function AddEntity({ onAdded }: { readonly onAdded: () => void }) {
  const session = useSession()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<EntityKind>('person')
  const off = session.readOnly !== null
  const add = (): void => {
    if (!session.perform(addEntity(session.records, { name, kind }, session.circumstances()))) return
    setName('')
    onAdded()
  }
  return (
    <form className={styles['add']} aria-label="Add an entity" onSubmit={(event) => { event.preventDefault(); add() }}>
      <input aria-label="Name of the new entity" placeholder="New name" value={name} disabled={off} maxLength={1_000} onChange={(event) => { setName(event.target.value) }} />
      <select aria-label="Kind of the new entity" value={kind} disabled={off} onChange={(event) => { setKind(event.target.value as EntityKind) }}>
        {entityKinds.map((one) => <option key={one}>{one}</option>)}
      </select>
      <Button type="submit" disabled={off || name.trim() === ''}>Add</Button>
    </form>
  )
}
