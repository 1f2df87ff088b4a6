import { leftOutByOne, toldPassages } from '../../../domain/synopsis/omissions'
import type { Parallels } from '../../../domain/synopsis/parallel'
import { tellerOf, tellers } from '../../../domain/synopsis/tellers'
import { comparedEvent, showTab } from '../../commands/synopsisCommands'
import type { EventSynopsis } from '../../store/synopses'
import { handOf } from '../../store/synopsisHand'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import styles from './EventFoot.module.css'

/** At the foot of the corpus: what the articles of the open event share, or how far their comparison is. */
export function EventFoot() {
  const desk = useDesk()
  const session = useSession()
  useCell(desk.app.layout)
  const event = comparedEvent(desk)
  return event === undefined ? null : <Foot key={event} synopsis={session.synopses.of(event)} />
}

function Foot({ synopsis }: { readonly synopsis: EventSynopsis }) {
  const desk = useDesk()
  const state = useCell(synopsis.look.state)
  const parallels = useCell(synopsis.parallels)
  const passages = useCell(synopsis.passages)
  const suggested = passages.filter((one) => one.state === 'suggested').length
  const running = state.is === 'running'
  const again = (): void => { void synopsis.refresh() }
  return (
    <section className={styles['foot']} aria-label="This event">
      <h2>This event <span>{parallels !== null && `${passages.length} shared ${passages.length === 1 ? 'passage' : 'passages'}`}</span></h2>
      <p role="status">
        {running && <>Comparing …{state.total > 0 && ` ${state.done.toLocaleString('en-GB')} of ${state.total.toLocaleString('en-GB')}`} <Link onPress={() => { void synopsis.look.cancel() }}>Cancel</Link></>}
        {state.is === 'failed' && <><span className={styles['problem']}>The articles could not be compared: {state.message}</span> <Link onPress={again}>Try again</Link></>}
        {state.is === 'idle' && parallels === null && <>Its articles are not compared. <Link onPress={again}>Compare them</Link></>}
        {!running && parallels !== null && state.is !== 'failed' && (
          passages.length === 0 ? whyNone(synopsis, parallels)
            : <>{suggested > 0 && `${suggested === passages.length ? 'All' : suggested} only suggested. `}<Link onPress={() => { showTab(desk, 'passages') }}>Show side by side</Link></>
        )}
      </p>
      {!running && parallels !== null && <LeftOut synopsis={synopsis} parallels={parallels} />}
    </section>
  )
}

/** What all compared outlets but one have. */
function LeftOut({ synopsis, parallels: { notCompared } }: { readonly synopsis: EventSynopsis; readonly parallels: Parallels }) {
  const desk = useDesk()
  useCell(useSession().catalogue)
  const passages = useCell(synopsis.passages)
  const apart = new Set(notCompared.map(({ article }) => article))
  const compared = tellers(synopsis.articles().filter(({ id }) => !apart.has(id)))
  const count = leftOutByOne(toldPassages(passages, tellerOf(compared)), compared)
  if (count === 0) return null
  const show = (): void => {
    handOf(synopsis).update((now) => ({ ...now, least: compared.length - 1 }))
    showTab(desk, 'omissions')
  }
  return <p>{count.toLocaleString('en-GB')} {count === 1 ? 'passage' : 'passages'} that only one outlet leaves out. <Link onPress={show}>Show omissions</Link></p>
}

const Link = ({ onPress, children }: { readonly onPress: () => void; readonly children: string }) => <button type="button" className={styles['link']} onClick={onPress}>{children}</button>

function whyNone(synopsis: EventSynopsis, { notCompared }: Parallels): string {
  const count = synopsis.articles().length
  if (count < 2) return 'It has one article: there is nothing to compare.'
  if (count - notCompared.length < 2) return 'There is nothing to compare: its articles have no text or are in different languages.'
  return 'Its articles share no passage.'
}
