import { useState } from 'react'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { carryOut } from '../../commands/carryOut'
import { mergeEntities, removeEntities } from '../../../domain/changes/commands/entities'
import type { Plan } from '../../../domain/changes/plan'
import type { Entity } from '../../../domain/project/entity'
import { namesOf } from '../../../domain/project/entityNames'
import { useEntityUse } from '../entities/useEntityUse'
import { useDesk, useSession } from '../desk'
import styles from './overlays.module.css'

interface Props {
  readonly entities: readonly string[]
}

/** Chooses which of several entities stays, and says what follows it. */
export function MergeEntitiesDialog({ entities }: Props) {
  const desk = useDesk()
  const session = useSession()
  const { use, complete } = useEntityUse()
  const known = entities.flatMap((id) => session.records.entity.get(id) ?? [])
  const most = known.reduce<string | undefined>((best, { id }) => (best === undefined || uses(id) > uses(best) ? id : best), undefined)
  const [into, setInto] = useState(most ?? '')
  function uses(id: string): number {
    return use.get(id)?.length ?? 0
  }
  const plan = mergeEntities(session.records, { from: entities, into }, session.circumstances())
  const target = session.records.entity.get(into)
  return (
    <Confirm title={`Merge ${known.length} entities`} action="Merge" plan={plan} complete={complete} onClose={() => { desk.overlay.set(null) }}>
      <fieldset className={styles['options']}>
        <legend className={styles['label']}>Which one stays?</legend>
        {known.map((one) => (
          <label key={one.id}>
            <input type="radio" name="into" value={one.id} checked={one.id === into} onChange={() => { setInto(one.id) }} />
            <bdi>{one.name}</bdi> <small>{one.kind} · {uses(one.id)} {uses(one.id) === 1 ? 'use' : 'uses'}</small>
          </label>
        ))}
      </fieldset>
      <p className={styles['hint']} role="status">{following(plan?.touched ?? 0)}{target && <> The others’ names become other names of <bdi>{target.name}</bdi>: <bdi>{added(known, target)}</bdi>.</>}</p>
    </Confirm>
  )
}

/** The names the entity that stays does not have yet. */
const added = (known: readonly Entity[], target: Entity): string =>
  [...new Set(known.flatMap(namesOf))].filter((name) => !namesOf(target).includes(name)).map((name) => `“${name}”`).join(', ') || 'they are there already'

const following = (touched: number): string =>
  touched === 0 ? 'No annotation names the others.' : `${touched} ${touched === 1 ? 'annotation follows' : 'annotations follow'}, of all coders.`

/** Says what deleting entities takes away. */
export function DeleteEntitiesDialog({ entities }: Props) {
  const desk = useDesk()
  const session = useSession()
  const { complete } = useEntityUse()
  const names = entities.flatMap((id) => session.records.entity.get(id)?.name ?? [])
  const plan = removeEntities(session.records, entities, session.circumstances())
  const touched = plan?.touched ?? 0
  return (
    <Confirm title={names.length === 1 ? `Delete “${names[0]}”?` : `Delete ${names.length} entities?`} action="Delete" plan={plan} complete={complete} onClose={() => { desk.overlay.set(null) }}>
      {names.length > 1 && <p className={styles['path']}><bdi>{names.join(', ')}</bdi></p>}
      <p className={styles['lead']} role="status">{touched === 0 ? 'No annotation names it.' : `${touched} ${touched === 1 ? 'annotation loses' : 'annotations lose'} the name in its fields, of all coders. Merge it with another entity instead if it is only a double.`} Undo brings everything back.</p>
    </Confirm>
  )
}

interface ConfirmProps {
  readonly title: string
  readonly action: string
  readonly plan: Plan | null
  /** Whether all annotations are here, so that the numbers are right. */
  readonly complete: boolean
  readonly onClose: () => void
  readonly children: React.ReactNode
}

function Confirm({ title, action, plan, complete, onClose, children }: ConfirmProps) {
  const desk = useDesk()
  const go = (): void => {
    onClose()
    void carryOut(desk, plan)
  }
  return (
    <Dialog title={title} onClose={onClose} actions={<><Button onClick={onClose}>Cancel</Button><Button kind="main" disabled={plan === null || !complete} onClick={go}>{action}</Button></>}>
      {children}
      {!complete && <p className={styles['hint']}>Some annotations are still being read. Wait a moment for the number to be complete.</p>}
    </Dialog>
  )
}
