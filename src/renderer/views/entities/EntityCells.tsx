import { editEntity, type EntityDetails } from '../../../domain/changes/commands/entities'
import type { Entity } from '../../../domain/project/entity'
import { entityKinds, type EntityKind } from '../../../domain/project/entityKinds'
import { TextBox } from '../../controls/TextBox'
import { useSession } from '../desk'
import { goDown } from '../goDown'
import styles from './EntitiesView.module.css'
import { aliasesIn, aliasText } from './entityRows'

interface Props {
  readonly entity: Entity
  readonly index: number
  readonly uses: number
  readonly complete: boolean
  /** Whether its uses are listed. */
  readonly shown: boolean
  readonly onShow: () => void
}

/** An entity in its row: everything can be changed in place. */
export function EntityCells({ entity, index, uses, complete, shown, onShow }: Props) {
  const session = useSession()
  const disabled = session.readOnly !== null
  const { id, name } = entity
  const set = (details: Partial<EntityDetails>): boolean => session.perform(editEntity(session.records, { entity: id, ...details }))
  const common = { flat: true, disabled, onKeyDown: goDown } as const
  return (
    <>
      <span role="cell"><TextBox {...common} aria-label={`Name of ${name}`} data-cell={`name ${index}`} value={name} title={name} className={styles['name'] ?? ''} onCommit={(text) => { set({ name: text }) }} /></span>
      <span role="cell">
        <select aria-label={`Kind of ${name}`} className={styles['kind']} value={entity.kind} disabled={disabled} onChange={(event) => { set({ kind: event.target.value as EntityKind }) }}>
          {entityKinds.map((one) => <option key={one}>{one}</option>)}
        </select>
      </span>
      <span role="cell"><TextBox {...common} aria-label={`Other names of ${name}`} data-cell={`aliases ${index}`} value={aliasText(entity)} placeholder="none" title={aliasText(entity) || 'Other names, with commas between them'} onCommit={(text) => { set({ aliases: aliasesIn(text) }) }} /></span>
      <span role="cell"><TextBox {...common} aria-label={`Memo on ${name}`} data-cell={`memo ${index}`} value={entity.memo} placeholder="none" title={entity.memo} onCommit={(text) => { set({ memo: text.trim() }) }} /></span>
      <span role="cell" className={styles['uses']}>
        {uses === 0 ? <span>{complete ? '0' : '…'}</span> : <button type="button" aria-pressed={shown} aria-label={`${uses} ${uses === 1 ? 'annotation names' : 'annotations name'} ${name}`} title="List the annotations that name it" onClick={onShow}>{uses}{!complete && ' …'}</button>}
      </span>
    </>
  )
}
