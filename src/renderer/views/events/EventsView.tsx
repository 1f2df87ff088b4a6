import { acceptProposals } from '../../../domain/changes/commands/acceptProposals'
import { Button } from '../../controls/Button'
import { performAny } from '../../commands/carryOut'
import { going, openDrafts, type Draft } from '../../store/drafts'
import { useCell } from '../../store/watch'
import { counted } from '../codebook/words'
import styles from '../copies/CopiesView.module.css'
import { useDesk, useSession } from '../desk'
import { Looking } from '../Looking'
import { Proposals } from './Proposals'

/** Events that are proposed from what articles tell and when: adjusted, accepted or refused. */
export function EventsView() {
  const desk = useDesk()
  const session = useSession()
  const search = session.drafts
  const state = useCell(search.state)
  const drafts = state.is === 'done' ? openDrafts(state.found, session.records) : []
  const set = (change: (all: readonly Draft[]) => readonly Draft[]): void => { search.state.update((now) => (now.is === 'done' ? { is: 'done', found: change(now.found) } : now)) }
  const complete = drafts.filter(({ event, name }) => event !== null || name.trim() !== '')
  const acceptAll = (): void => {
    void performAny(desk, acceptProposals(session.records, complete.map((draft) => ({ ...draft, articles: going(draft) })), session.circumstances()))
  }
  const articles = drafts.reduce((sum, draft) => sum + draft.articles.length, 0)
  return (
    <main className={styles['view']}>
      <div className={styles['bar']}>
        <h1>Proposed events</h1>
        <span className={styles['count']} role="status">{drafts.length > 0 && `${counted(drafts.length, 'proposal')} for ${counted(articles, 'article')}`}</span>
        {state.is === 'done' && (
          <>
            <Button className={styles['again'] ?? ''} onClick={() => { void search.run() }}>Look again</Button>
            <Button kind="main" disabled={session.readOnly !== null || complete.length === 0} onClick={acceptAll}>Accept all {complete.length > 0 && complete.length.toLocaleString('en-GB')}</Button>
          </>
        )}
      </div>
      {state.is !== 'done' ? <Looking search={search} what="events" />
        : drafts.length > 0 ? <Proposals drafts={drafts} onSet={set} />
        : (
          <div className={styles['empty']}>
            <h2>Nothing to propose</h2>
            <p>No articles without an event are enough alike, within a week of each other, to be about one. Group them by hand in the Articles view, or look again after an import.</p>
          </div>
        )}
    </main>
  )
}
