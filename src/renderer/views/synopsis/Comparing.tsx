import { ProgressBar } from 'react-aria-components'
import { Button } from '../../controls/Button'
import type { EventSynopsis } from '../../store/synopses'
import { useCell } from '../../store/watch'
import looking from '../Looking.module.css'

/** The articles are being compared, or were not: says how far it is, can be cancelled and begun again. */
export function Comparing({ synopsis }: { readonly synopsis: EventSynopsis }) {
  const state = useCell(synopsis.look.state)
  const running = state.is === 'running'
  return (
    <div className={looking['looking']}>
      <h2>{running ? 'Comparing the articles' : state.is === 'failed' ? 'That did not work' : 'Not compared'}</h2>
      {running && (
        <ProgressBar aria-label="Comparing the articles" isIndeterminate={state.total === 0} value={state.done} maxValue={Math.max(1, state.total)} className={looking['progress'] ?? ''}>
          {({ percentage }) => <div className={looking['track']}><div className={looking['done']} style={{ width: `${percentage ?? 8}%` }} /></div>}
        </ProgressBar>
      )}
      <p role="status">{running ? (state.total === 0 ? 'The texts are being read.' : `${state.done.toLocaleString('en-GB')} of ${state.total.toLocaleString('en-GB')}`) : state.is === 'failed' ? state.message : 'Nothing was changed.'}</p>
      {running ? <Button onClick={() => { void synopsis.look.cancel() }}>Cancel</Button> : <Button kind="main" onClick={() => { void synopsis.refresh() }}>Compare the articles</Button>}
    </div>
  )
}
