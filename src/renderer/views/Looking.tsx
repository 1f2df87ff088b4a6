import { useEffect } from 'react'
import { ProgressBar } from 'react-aria-components'
import { Button } from '../controls/Button'
import type { CorpusLook } from '../store/corpusLook'
import { useCell } from '../store/watch'
import { useSession } from './desk'
import styles from './Looking.module.css'

/** Something is being looked for in all texts: begins by itself, says how far it is, can be cancelled and begun again. */
export function Looking<T>({ search, what }: { readonly search: CorpusLook<T>; readonly what: string }) {
  const session = useSession()
  const state = useCell(search.state)
  const enough = session.seen.article.size > 1
  useEffect(() => {
    if (enough) void search.run()
    // oxlint-disable-next-line react/exhaustive-deps -- once, when one comes here; after a cancel the researcher says when
  }, [search])
  const running = state.is === 'running'
  return (
    <div className={styles['looking']}>
      <h2>{running ? `Looking for ${what}` : state.is === 'failed' ? 'That did not work' : enough ? 'Cancelled' : 'Too few articles'}</h2>
      {running && (
        <ProgressBar aria-label={`Looking for ${what}`} isIndeterminate={state.total === 0} value={state.done} maxValue={Math.max(1, state.total)} className={styles['progress'] ?? ''}>
          {({ percentage }) => <div className={styles['track']}><div className={styles['done']} style={{ width: `${percentage ?? 8}%` }} /></div>}
        </ProgressBar>
      )}
      <p role="status">{running ? `${state.done.toLocaleString('en-GB')} of ${session.seen.article.size.toLocaleString('en-GB')} articles` : state.is === 'failed' ? state.message : enough ? 'Nothing was changed.' : `Import articles first: ${what} need at least two.`}</p>
      {running ? <Button onClick={() => { void search.cancel() }}>Cancel</Button> : enough && <Button kind="main" onClick={() => { void search.run() }}>Look for {what}</Button>}
    </div>
  )
}
