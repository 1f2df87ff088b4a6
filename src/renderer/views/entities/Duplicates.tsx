import { useMemo, useState } from 'react'
import { Button } from '../../controls/Button'
import { likelyDuplicates } from '../../../domain/project/duplicates'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import styles from './EntitiesView.module.css'

/** Says quietly which entities may be one and the same, a group at a time. */
export function Duplicates({ onCompare }: { readonly onCompare: (ids: readonly string[]) => void }) {
  const { overlay } = useDesk()
  const session = useSession()
  const register = useCell(session.register)
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set())
  // It changes in place; the cell tells.
  // oxlint-disable-next-line react/exhaustive-deps
  const groups = useMemo(() => likelyDuplicates(session.records.entity.values()), [session, register])
  const open = groups.filter((group) => !passed.has(group.join(' ')))
  const [group] = open
  if (!group || session.readOnly !== null) return null
  const names = group.flatMap((id) => `“${session.records.entity.get(id)?.name ?? ''}”`)
  return (
    <div className={styles['duplicates']} role="status">
      <span title={names.join(', ')}><bdi>{names.slice(0, 4).join(', ')}</bdi>{names.length > 4 && ` and ${names.length - 4} more`} may be the same{open.length > 1 && ` (${open.length - 1} more like that)`}.</span>
      <Button kind="quiet" onClick={() => { onCompare(group); overlay.set({ kind: 'merge-entities', entities: group }) }}>Merge …</Button>
      <Button kind="quiet" onClick={() => { setPassed(new Set([...passed, group.join(' ')])) }}>Not the same</Button>
    </div>
  )
}
