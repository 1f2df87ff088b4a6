import { Button } from '../../controls/Button'
import { useDesk, useSession } from '../desk'
import styles from './EntitiesView.module.css'

/** What can be done with the selected entities. */
export function SelectedEntities({ chosen, onDone }: { readonly chosen: readonly string[]; readonly onDone: () => void }) {
  const { overlay } = useDesk()
  const off = useSession().readOnly !== null
  return (
    <div className={styles['selected']} role="group" aria-label="Change the selected entities">
      <b>{chosen.length} selected</b>
      <Button disabled={off || chosen.length < 2} title={chosen.length < 2 ? 'Select two or more that are the same' : undefined} onClick={() => { overlay.set({ kind: 'merge-entities', entities: chosen }) }}>Merge …</Button>
      <Button kind="danger" disabled={off} onClick={() => { overlay.set({ kind: 'delete-entities', entities: chosen }) }}>Delete …</Button>
      <Button kind="quiet" onClick={onDone}>Select none</Button>
    </div>
  )
}
