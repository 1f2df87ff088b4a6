import { showIncomplete } from '../../commands/reviewing'
import { countWords } from '../../../domain/text/canonical'
import { useEffect, useState } from 'react'
import { activeColumn } from '../../store/layout'
import { findingFor } from '../../store/findings'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import styles from './ProjectView.module.css'

/** Who codes, whether it is saved, how much there is, what is selected. */
export function StatusBar() {
  const session = useSession()
  const desk = useDesk()
  const { columns, view } = useCell(desk.app.layout)
  const here = columns.flatMap(({ article }) => [...(session.records.annotationsOf.get(article)?.values() ?? [])])
  const incomplete = here.filter((one) => findingFor(session, one).incomplete).length
  return (
    <footer className={styles['status']}>
      <span>Coder: <bdi>{session.opened.coder.name}</bdi></span>
      <SaveState />
      <span>{here.length} {here.length === 1 ? 'annotation' : 'annotations'} here{incomplete > 0 && <>, <button type="button" className={styles['link']} title="List the incomplete annotations" onClick={() => { showIncomplete(desk) }}>{incomplete} incomplete</button></>}</span>
      <Selected />
      <Hint />
      <span className={styles['hints']}>{view === 'read' && <><span><kbd>Enter</kbd> choose a code</span><span><kbd>.</kbd> repeat</span></>}<span><kbd>?</kbd> keys</span></span>
    </footer>
  )
}

function SaveState() {
  const session = useSession()
  const status = useCell(session.saver.status)
  if (session.readOnly !== null) return <span className={styles['state']} data-state="read-only" role="status">Read only</span>
  return (
    <>
      <span className={styles['state']} data-state={status.state} role="status" aria-live={status.state === 'failed' ? 'assertive' : 'off'} title={status.state === 'failed' ? status.message : undefined}>
        <span className={styles['ellipsis']}>{status.state === 'saved' ? 'Saved' : status.state === 'saving' ? 'Saving' : `Not saved: ${status.message}`}</span>
      </span>
      {status.state === 'failed' && <button type="button" className={styles['retry']} onClick={() => { void session.saver.flush() }}>Try again</button>}
    </>
  )
}

function Hint() {
  const hint = useCell(useDesk().hint)
  // Always there: what appears together with its text is not read out.
  return <span className={styles['hint']} aria-live="polite">{hint}</span>
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
  const words = countWords(text.slice(layout.selection.start, layout.selection.end))
  return <span>{words} {words === 1 ? 'word' : 'words'} selected</span>
}
