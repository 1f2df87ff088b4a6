import { useEffect } from 'react'
import type { Tally } from '../../../domain/snapshots/goingBack'
import type { SnapshotDifferences } from '../../../preload/contract'
import { ChoiceField } from '../../controls/ChoiceField'
import { useDesk, useSession } from '../desk'
import styles from './Snapshots.module.css'
import { useAsked } from './useAsked'

type Scope = 'everything' | 'mine'

interface Props {
  readonly snapshot: string
  /** Id of the snapshot of now; null when they are switched off. */
  readonly now: string | null
  readonly scope: Scope
  readonly onScope: (scope: Scope) => void
  /** Hears whether there is anything to go back on. */
  readonly onDiffers: (differs: boolean) => void
}

const scopes = [{ value: 'everything', label: 'Everything' }, { value: 'mine', label: 'Only my annotations' }] as const

/** What going back to a snapshot would do, before it is done. */
export function Effect({ snapshot, now, scope, onScope, onDiffers }: Props) {
  const { app } = useDesk()
  const session = useSession()
  const asked = useAsked(snapshot, () => (now === null ? Promise.reject(new Error(OFF)) : app.snapshots.compare(session, snapshot)))
  const rows = asked.state === 'here' ? rowsOf(asked.value, scope) : []
  const differs = rows.length > 0
  useEffect(() => { onDiffers(differs) }, [differs, onDiffers])
  return (
    <section className={styles['effect']} aria-label="What going back would do">
      <ChoiceField label="What goes back" choices={scopes} value={scope} missing={false} disabled={false} scale={false} onChange={(value) => { if (value !== null) onScope(value) }} />
      <div role="status">
        {asked.state === 'asking' && <p className={styles['hint']}>Comparing with now …</p>}
        {asked.state === 'failed' && <p className={styles['hint']}>{asked.problem}</p>}
        {asked.state === 'here' && !differs && <p className={styles['hint']}>{scope === 'mine' ? 'Your annotations are the same now.' : 'Nothing differs from now.'}</p>}
      </div>
      {differs && (
        <table className={styles['table']}>
          <caption>Going back would</caption>
          <thead><tr><th scope="col" className={styles['what']}>What</th><th scope="col">bring back</th><th scope="col">change</th><th scope="col">take out</th></tr></thead>
          <tbody>{rows.map(({ name, tally }) => <tr key={name}><th scope="row"><bdi>{name}</bdi></th>{numbers(tally).map((count, n) => <td key={n === 0 ? 'back' : n === 1 ? 'changed' : 'gone'}>{count === 0 ? '–' : count.toLocaleString('en')}</td>)}</tr>)}</tbody>
        </table>
      )}
      {differs && <p className={styles['hint']}>It is one step, which Undo takes back. The project as it is now gets a snapshot before.</p>}
    </section>
  )
}

const OFF = 'Snapshots are switched off on this computer, so there is none of now to compare with and to come back to. You can open this one as a copy.'

const numbers = ({ back, changed, gone }: Tally): readonly number[] => [back, changed, gone]

function rowsOf({ annotations, articles, codes, others }: SnapshotDifferences, scope: Scope): readonly { readonly name: string; readonly tally: Tally }[] {
  const coded = annotations.filter(({ own }) => own || scope === 'everything').map(({ own, name, ...tally }) => ({ name: own ? 'My annotations' : `Annotations of ${name}`, tally }))
  const rest = scope === 'mine' ? [] : [{ name: 'Articles', tally: articles }, { name: 'Codes', tally: codes }, { name: 'Events, entities, outlets and the rest', tally: others }]
  return [...coded, ...rest].filter(({ tally }) => numbers(tally).some((count) => count > 0))
}
