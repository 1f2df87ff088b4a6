import { EyeOff, Paintbrush } from 'lucide-react'
import { showIncomplete } from '../../commands/reviewing'
import { isOn, switchShared } from '../../commands/sharedCommands'
import { countWordsWithout } from '../../../domain/text/canonical'
import { useEffect, useState } from 'react'
import type { Writing } from '../../../preload/contract'
import { activeColumn } from '../../store/layout'
import { openEvents } from '../../store/openPassages'
import type { SaveStatus } from '../../store/saver'
import { findingFor } from '../../store/findings'
import { useCell } from '../../store/watch'
import { CommandKeys } from '../CommandKeys'
import { useDesk, useSession } from '../desk'
import styles from './ProjectView.module.css'
import { shownWords } from '../../store/outletLabel'

/** Who codes, whether it is saved, how much there is, what is selected. */
export function StatusBar() {
  const session = useSession()
  const desk = useDesk()
  const { columns, view } = useCell(desk.app.layout)
  const { tab } = useCell(desk.synopsisView)
  const here = columns.flatMap(({ article }) => [...(session.seen.annotationsOf.get(article)?.values() ?? [])])
  const sharing = openEvents(session, { columns }).length > 0
  const incomplete = here.filter((one) => findingFor(session, one).incomplete).length
  return (
    <footer className={styles['status']}>
      <span>Coder: <bdi>{session.opened.coder.name}</bdi></span>
      <SaveState />
      <SnapshotState />
      <MaskState />
      <ListState />
      <span>{here.length} {here.length === 1 ? 'annotation' : 'annotations'} here{incomplete > 0 && <>, <button type="button" className={styles['link']} title="List the incomplete annotations" onClick={() => { showIncomplete(desk) }}>{incomplete} incomplete</button></>}</span>
      <Selected />
      <Linked />
      <Brush />
      <Hint />
      <span className={styles['hints']}>{view === 'synopsis' && tab === 'passages' && <><span><CommandKeys command="synopsis.read" /> reads in context</span><span><CommandKeys command="synopsis.code-cell" /> codes the cell</span><span><CommandKeys command="synopsis.code-row" /> the row</span></>}{view === 'read' && <>{sharing && <span><CommandKeys command="shared.next" /> next shared passage</span>}<span><CommandKeys command="code.choose" /> choose a code</span><span><CommandKeys command="code.repeat" /> repeat</span></>}<span><CommandKeys command="help.keys" /> keys</span></span>
    </footer>
  )
}

function SaveState() {
  const session = useSession()
  const status = useCell(session.saver.status)
  const writing = useCell(session.writing)
  const state = status.state === 'saved' && writing !== null ? (writing.problem === null ? 'saving' : 'failed') : status.state
  const problem = status.state === 'failed' ? status.message : writing?.problem ?? undefined
  if (session.readOnly !== null) return <span className={styles['state']} data-state="read-only" role="status">Read only</span>
  return (
    <>
      <span className={styles['state']} data-state={state} role="status" aria-live={state === 'failed' ? 'assertive' : 'off'} title={problem}>
        <span className={styles['ellipsis']}>{saveText(status, writing)}</span>
      </span>
      {status.state === 'failed' && <button type="button" className={styles['retry']} onClick={() => { void session.saver.flush() }}>Try again</button>}
    </>
  )
}

/** Says why there is no new snapshot: quietly, as the project itself is saved. */
function SnapshotState() {
  const desk = useDesk()
  const problem = useCell(desk.app.snapshots.problem)
  if (problem === null) return null
  return <button type="button" className={styles['link']} title={problem} onClick={() => { desk.overlay.set({ kind: 'snapshots' }) }}>No snapshot taken</button>
}

/** Says that outlets are hidden. */
function MaskState() {
  if (useSession().masked.mask === null) return null
  return <span className={styles['masked']} title="What tells the outlet of an article is hidden. Code › Reveal outlets shows it again."><EyeOff size={12} aria-hidden="true" /> Outlets masked</span>
}

/** How much of a long list of articles is here, while the rest comes in. */
function ListState() {
  const { articles, whole, problem } = useCell(useSession().listing.state)
  if (whole) return null
  if (problem !== null) return <span className={styles['state']} data-state="failed" title={problem}>Only {articles.toLocaleString('en')} articles are listed: {problem}</span>
  return <span>Reading the list, {articles.toLocaleString('en')} articles so far</span>
}

/** Says that columns follow one another, and lets them go. */
function Linked() {
  const desk = useDesk()
  const { view, panes } = useCell(desk.app.layout)
  if (view !== 'read' || !isOn({ panes }, 'linked')) return null
  return <button type="button" className={styles['link']} title="Let each column scroll by itself" onClick={() => { switchShared(desk, 'linked') }}>Linked scrolling on</button>
}

/** Says that whatever is selected will be coded. */
function Brush() {
  const { brush } = useDesk()
  const code = useSession().codes().get(useCell(brush) ?? '')?.code
  if (!code) return null
  return <span className={styles['brush']}><Paintbrush size={12} /> Brush: <bdi>{code.name}</bdi> <button type="button" onClick={() => { brush.set(null) }}>Put it down <kbd>Esc</kbd></button></span>
}

/** What is only still to be written in its files is kept already, whatever happens. */
function saveText(status: SaveStatus, writing: Writing | null): string {
  if (status.state === 'failed') return `Not saved: ${status.message}`
  if (status.state === 'saving') return 'Saving'
  if (writing === null) return 'Saved'
  const [done, total] = [writing.done.toLocaleString('en'), writing.total.toLocaleString('en')]
  return writing.problem === null ? `Saving, ${done} of ${total} files` : `Waiting with ${done} of ${total} files saved: ${writing.problem}`
}

function Hint() {
  const hint = useCell(useDesk().hint)
  const session = useSession()
  // Always there: what appears together with its text is not read out.
  return <span className={styles['hint']} aria-live="polite">{hint === null ? null : shownWords(session, hint)}</span>
}

function Selected() {
  const layout = useCell(useDesk().app.layout)
  const session = useSession()
  const [text, setText] = useState('')
  const article = activeColumn(layout)?.article
  useEffect(() => {
    let current = true
    if (article !== undefined) session.text(article).then((found) => { if (current) setText(found) }, () => undefined)
    return () => { current = false }
  }, [article, session])
  if (!layout.selection) return null
  const excluded = (session.seen.article.get(article ?? '')?.passages ?? []).filter((one) => one.state === 'excluded')
  const words = countWordsWithout(text, layout.selection, excluded)
  return <span>{words} {words === 1 ? 'word' : 'words'} selected</span>
}
