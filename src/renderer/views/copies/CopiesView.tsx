import { useState } from 'react'
import { LEAST_SHARE, USUAL_SHARE, type LikePair } from '../../../domain/align/nearDuplicates'
import { Button } from '../../controls/Button'
import { useCell } from '../../store/watch'
import { counted } from '../codebook/words'
import { useSession } from '../desk'
import { Looking } from '../Looking'
import styles from './CopiesView.module.css'
import { decidedRows, openRows } from './copyRows'
import { Groups } from './Groups'

const shares = [LEAST_SHARE, USUAL_SHARE, 0.7, 0.9]
const none: readonly LikePair[] = []

/** Texts that are much alike: what they have in common, where they differ, and what was decided on them. */
export function CopiesView() {
  const session = useSession()
  const state = useCell(session.copies.state)
  const [tab, setTab] = useState<'open' | 'decided'>('open')
  const [share, setShare] = useState(USUAL_SHARE)
  const pairs = state.is === 'done' ? state.found : none
  const open = openRows(session.seen, pairs, share)
  const decided = decidedRows(session.seen, pairs)
  const rows = tab === 'open' ? open : decided
  return (
    <main className={styles['view']}>
      <div className={styles['bar']}>
        <nav className={styles['tabs']} aria-label="Near-duplicates">
          <button type="button" aria-current={tab === 'open' ? 'page' : undefined} onClick={() => { setTab('open') }}>Proposed{state.is === 'done' && ` ${open.length}`}</button>
          <button type="button" aria-current={tab === 'decided' ? 'page' : undefined} onClick={() => { setTab('decided') }}>Decided {decided.length}</button>
        </nav>
        {tab === 'open' && state.is === 'done' && (
          <label className={styles['asked']}>with at least <select aria-label="Least share in common" value={share} onChange={(event) => { setShare(Number(event.target.value)) }}>
            {shares.map((one) => <option key={one} value={one}>{Math.round(one * 100)} %</option>)}
          </select> in common</label>
        )}
        <span className={styles['count']} role="status">{rows.length > 0 && `${counted(rows.length, 'group')} of ${counted(rows.reduce((sum, row) => sum + row.articles.length, 0), 'article')}`}</span>
        {state.is === 'done' && <Button className={styles['again'] ?? ''} onClick={() => { void session.copies.run() }}>Look again</Button>}
      </div>
      {tab === 'open' && state.is !== 'done' ? <Looking search={session.copies} what="near-duplicates" />
        : rows.length > 0 ? <Groups key={`${tab} ${share}`} rows={rows} />
        : <Nothing tab={tab} decided={decided.length} share={share} />}
    </main>
  )
}

function Nothing({ tab, decided, share }: { readonly tab: 'open' | 'decided'; readonly decided: number; readonly share: number }) {
  return (
    <div className={styles['empty']}>
      <h2>{tab === 'decided' ? 'Nothing decided yet' : decided > 0 ? 'Nothing left to decide' : 'No near-duplicates'}</h2>
      <p>{tab === 'decided' ? 'Groups of near-duplicates that you link or keep are listed here, and can be taken back.'
        : `No ${decided > 0 ? 'other ' : ''}articles have ${Math.round(share * 100)} % of their words in common, in the same order. Look again after an import, or ask for a smaller share.`}</p>
    </div>
  )
}
