import { useEffect } from 'react'
import { Button } from '../../controls/Button'
import { comparedEvent, compareEvent } from '../../commands/synopsisCommands'
import { synopsisTabs, type SynopsisTab } from '../../store/synopsisView'
import { useCell } from '../../store/watch'
import { latestFirst } from '../../../domain/project/order'
import type { EventSynopsis } from '../../store/synopses'
import { useDesk, useSession } from '../desk'
import { ChooseEvent } from './ChooseEvent'
import { Comparing } from './Comparing'
import { OmissionsTab } from './OmissionsTab'
import { OwnWordsTab } from './OwnWordsTab'
import { PassagesTab } from './PassagesTab'
import styles from './SynopsisView.module.css'
import { VariantsTab } from './VariantsTab'

const names: Readonly<Record<SynopsisTab, string>> = { passages: 'Passages', variants: 'Variants', omissions: 'Omissions', 'own-words': 'Own words' }
const tabs = { passages: PassagesTab, variants: VariantsTab, omissions: OmissionsTab, 'own-words': OwnWordsTab } as const

/** The articles of an event side by side: what they share, in which words, what each leaves out, and what is its own. */
export function SynopsisView() {
  const desk = useDesk()
  const session = useSession()
  useCell(desk.app.layout)
  const event = comparedEvent(desk)
  if (event === undefined) return <main className={styles['view']}><ChooseEvent /></main>
  return <main className={styles['view']}><Compared key={event} synopsis={session.synopses.of(event)} /></main>
}

function Compared({ synopsis }: { readonly synopsis: EventSynopsis }) {
  const desk = useDesk()
  const session = useSession()
  const { records } = session
  const { tab } = useCell(desk.synopsisView)
  const catalogue = useCell(session.catalogue)
  const parallels = useCell(synopsis.parallels)
  useEffect(() => { void synopsis.refresh() }, [synopsis, catalogue])
  const Tab = tabs[tab]
  return (
    <>
      <div className={styles['bar']}>
        <select className={styles['event']} aria-label="Event" value={synopsis.event} onChange={(change) => { compareEvent(desk, change.target.value) }}>
          {[...records.event.values()].sort(latestFirst).map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
        <nav className={styles['tabs']} aria-label="Synopsis">
          {synopsisTabs.map((id) => <button key={id} type="button" aria-current={tab === id ? 'page' : undefined} onClick={() => { desk.synopsisView.update((now) => ({ ...now, tab: id })) }}>{names[id]}</button>)}
        </nav>
        {parallels !== null && <Again synopsis={synopsis} />}
        <Unread synopsis={synopsis} />
      </div>
      {parallels === null && tab !== 'own-words' ? <Comparing synopsis={synopsis} /> : <Tab synopsis={synopsis} />}
    </>
  )
}

/** How another comparison is, while what was found before is still shown. */
function Again({ synopsis }: { readonly synopsis: EventSynopsis }) {
  const state = useCell(synopsis.look.state)
  if (state.is === 'done') return null
  return (
    <span className={styles['again']} role="status">
      {state.is === 'running' ? <>The articles are being compared again <Button onClick={() => { void synopsis.look.cancel() }}>Cancel</Button></>
        : <>{state.is === 'failed' ? `Not compared again: ${state.message}` : 'This is of before the last changes.'} <Button onClick={() => { void synopsis.refresh() }}>Compare again</Button></>}
    </span>
  )
}

/** Says of decisions that can't be looked for that they have no effect. */
function Unread({ synopsis }: { readonly synopsis: EventSynopsis }) {
  const { length } = useCell(synopsis.unread)
  if (length === 0) return null
  return (
    <span className={styles['again']} role="status">
      {length === 1 ? 'The text of one article' : `The texts of ${length} articles`} could not be read: what was decided on an earlier version is kept, but not shown. <Button onClick={() => { void synopsis.readTexts() }}>Read again</Button>
    </span>
  )
}
