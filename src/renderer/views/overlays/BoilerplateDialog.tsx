import { useMemo, useState } from 'react'
import { decidePassages, type PassagePlace } from '../../../domain/changes/commands/passages'
import type { PassageState } from '../../../domain/project/passage'
import { passageGroups } from '../../../domain/query/passageGroups'
import { carryOut } from '../../commands/carryOut'
import { allCommands, perform } from '../../commands/list'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import styles from './Boilerplate.module.css'
import { GroupList } from './GroupList'
import { PlaceList } from './PlaceList'

const states = [['proposed', 'To be decided'], ['excluded', 'Excluded'], ['kept', 'Kept as text']] as const satisfies readonly (readonly [PassageState, string])[]

/** Everything that may be boilerplate, the same lines together: excluded or kept by the line, the outlet or one by one. */
export function BoilerplateDialog() {
  const desk = useDesk()
  const session = useSession()
  const [state, setState] = useState<PassageState>('proposed')
  const catalogue = useCell(session.catalogue)
  const { whole } = useCell(session.listing.state)
  const { done } = useCell(session.history)
  const [begun] = useState(done.length)
  // oxlint-disable-next-line react/exhaustive-deps -- the records are altered in place; these say when
  const groups = useMemo(() => passageGroups(session.seen.article.values(), state), [session, catalogue, whole, state])
  const { group, choose } = useCurrent(groups)
  const close = (): void => { desk.overlay.set(null) }
  const decide = (places: readonly PassagePlace[], to: PassageState): void => {
    if (session.readOnly !== null || to === state || places.length === 0) return
    carryOut(desk, decidePassages(session.records, places, to)).catch(desk.app.tell)
  }
  const takeBack = (): void => { if (done.length > begun) session.undo() }
  const propose = (): void => {
    const command = allCommands(desk).find((one) => one.id === 'boilerplate.propose')
    if (command) perform(desk, command)
  }
  const count = groups.reduce((sum, one) => sum + one.places.length, 0)
  const all = group?.places ?? []
  return (
    <Dialog title="Boilerplate" width="wide" onClose={close} actions={
      <>
        <span className={styles['sum']} role="status">{groups.length === 0 ? '' : `${groups.length} ${groups.length === 1 ? 'line' : 'different lines'} in ${count} places`}</span>
        <Button disabled={done.length <= begun} onClick={takeBack}>Take back</Button>
        {state !== 'proposed' && <Button disabled={!group} onClick={() => { decide(all, 'proposed') }}>Decide again</Button>}
        {state !== 'kept' && <Button disabled={!group} onClick={() => { decide(all, 'kept') }}>Keep as text <kbd>K</kbd></Button>}
        {state !== 'excluded' && <Button kind="main" disabled={!group} onClick={() => { decide(all, 'excluded') }}>Exclude <kbd>Enter</kbd></Button>}
      </>
    }>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only hears the keys of the lists in it */}
      <div onKeyDown={(event) => { if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); takeBack() } }}>
        <div className={styles['head']}>
          <div role="group" aria-label="Which lines are listed" className={styles['states']}>
            {states.map(([id, name]) => <button key={id} type="button" aria-pressed={state === id} onClick={() => { setState(id) }}>{name}</button>)}
          </div>
          <Button kind="quiet" disabled={session.readOnly !== null} onClick={propose}>Look through all articles</Button>
        </div>
        <div className={styles['lists']}>
          <GroupList groups={groups} current={group} onChoose={choose} onDecide={(one, to) => { decide(one.places, to) }} />
          {group && <PlaceList group={group} onDecide={decide} />}
        </div>
        <p className={styles['keys']}>On the left a decision is for all places of the line, on the right for one of them, with <kbd>Shift</kbd> for all of its outlet. Nothing is deleted.</p>
      </div>
    </Dialog>
  )
}

/** The group in hand: the one chosen, or when that was decided the one that took its place. */
function useCurrent<T extends { readonly saying: string }>(groups: readonly T[]): { readonly group: T | undefined; readonly choose: (saying: string) => void } {
  const [chosen, setChosen] = useState<{ readonly saying: string | null; readonly index: number }>({ saying: null, index: 0 })
  const group = groups.find((one) => one.saying === chosen.saying) ?? groups[Math.min(chosen.index, groups.length - 1)]
  return { group, choose: (saying) => { setChosen({ saying, index: groups.findIndex((one) => one.saying === saying) }) } }
}
