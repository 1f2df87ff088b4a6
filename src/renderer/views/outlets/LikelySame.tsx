import { useMemo } from 'react'
import { likelySameOutlets } from '../../../domain/project/outletNames'
import { Button } from '../../controls/Button'
import { useDesk, useSession } from '../desk'
import styles from './OutletsView.module.css'

/** Proposes the first outlets whose names read alike. */
export function LikelySame({ names }: { readonly names: readonly string[] }) {
  const { overlay } = useDesk()
  const { readOnly } = useSession()
  const groups = useMemo(() => likelySameOutlets(names), [names])
  const [first] = groups
  // Always there: what appears together with its text is not read out.
  return (
    <div role="status" className={first ? styles['same'] : undefined}>
      {first && (
        <>
          <span><bdi>{first.map((name) => `“${name}”`).join(', ')}</bdi> may be the same{groups.length > 1 && ` (and ${groups.length - 1} more like that)`}.</span>
          <Button disabled={readOnly !== null} onClick={() => { overlay.set({ kind: 'merge-outlets', outlets: first }) }}>Merge …</Button>
        </>
      )}
    </div>
  )
}
