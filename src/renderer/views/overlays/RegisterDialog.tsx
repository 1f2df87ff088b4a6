import { useState } from 'react'
import { Button } from '../../controls/Button'
import { confirms } from '../../controls/confirms'
import { Dialog } from '../../controls/Dialog'
import { SuggestBox } from '../../controls/SuggestBox'
import { addEntity, editEntity } from '../../../domain/changes/commands/entities'
import { entityKinds, type EntityKind } from '../../../domain/project/entityKinds'
import { useDesk, useSession } from '../desk'
import { suggestEntities } from '../read/entityEntry'
import styles from './overlays.module.css'

/** Makes a name from the text an entity, or another name of one. */
export function RegisterDialog({ name: found }: { readonly name: string }) {
  const { overlay } = useDesk()
  const session = useSession()
  const [name, setName] = useState(found)
  const [kind, setKind] = useState<EntityKind>('person')
  const [of, setOf] = useState<string | null>(null)
  const entity = session.records.entity.get(of ?? '')
  const close = (): void => { overlay.set(null) }
  const fits = name.trim() !== ''
  const add = (): void => {
    if (!fits) return
    session.perform(entity
      ? editEntity(session.records, { entity: entity.id, aliases: [...entity.aliases, name] })
      : addEntity(session.records, { name, kind }, session.circumstances()))
    close()
  }
  const known = suggestEntities(session, name.trim())
  const same = fits && known.first === 'same' ? known.items[0] : undefined
  return (
    <Dialog title="Add to the register" onClose={close} actions={<><Button onClick={close}>Cancel</Button><Button kind="main" disabled={!fits} onClick={add}>{entity ? 'Add the name' : 'Add the entity'}</Button></>}>
      <label className={styles['label']} htmlFor="register-name">Name</label>
      <input id="register-name" className={styles['input']} autoFocus value={name} maxLength={1_000} onChange={(event) => { setName(event.target.value) }} onKeyDown={(event) => { if (confirms(event)) add() }} />
      {same && <p className={styles['hint']} role="status">The register knows this name: <bdi>{same.text}</bdi>.</p>}
      <label className={styles['label']} htmlFor="register-kind">A new entity of the kind</label>
      <select id="register-kind" className={styles['input']} value={kind} disabled={entity !== undefined} onChange={(event) => { setKind(event.target.value as EntityKind) }}>
        {entityKinds.map((one) => <option key={one}>{one}</option>)}
      </select>
      <p className={styles['label']}>Or another name of</p>
      <SuggestBox
        label="Another name of" placeholder="An entity of the register" required={false} missing={false} disabled={session.records.entity.size === 0} shown={entity?.name ?? ''}
        suggest={(typed) => suggestEntities(session, typed)} onChoose={setOf} onEmpty={() => { setOf(null) }} onEnter={(changed) => { if (!changed) add() }}
      />
    </Dialog>
  )
}
