import { useState } from 'react'
import type { FaultPlace } from '../../domain/diagnostics/fault'
import { Button } from '../controls/Button'
import type { Saver } from '../store/saver'
import { useCell } from '../store/watch'
import { useDesk } from './desk'
import styles from './Unexpected.module.css'

/** What went wrong unexpectedly, what became of the work, and what to do next. */
export function UnexpectedText({ place }: { readonly place: FaultPlace }) {
  const { app } = useDesk()
  const session = useCell(app.session)
  return (
    <>
      <p>{what(place)}</p>
      {session ? <SavedLine saver={session.saver} /> : <p className={styles['kept']} role="status">No project is open, so no work was touched.</p>}
      <p>{next(place)}</p>
      <p className={styles['note']}>The details hold versions and places in Synoptic’s own program: nothing of your texts or your work. Nothing is sent.</p>
    </>
  )
}

function SavedLine({ saver }: { readonly saver: Pick<Saver<unknown>, 'status'> }) {
  const status = useCell(saver.status)
  const words = status.state === 'saved'
    ? 'Everything you did is saved.'
    : status.state === 'saving' ? 'Your latest changes are being saved.' : `Your latest changes are not saved yet; they are kept here and tried again. ${status.message}`
  return <p className={styles['kept']} role="status" data-failed={status.state === 'failed'}>{words}</p>
}

/** Copies what is known of it, or loads the page anew. */
export function UnexpectedActions() {
  const { app } = useDesk()
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => { setCopied((await app.bridge.call('diagnostics.copy', null)).ok) }
  return (
    <>
      <Button onClick={() => { void copy() }}>{copied ? 'Details copied' : 'Copy details'}</Button>
      <Button onClick={() => { void reload(app) }}>Load the window anew</Button>
    </>
  )
}

/** Only once everything is saved: a page that is gone sends nothing more. */
async function reload(app: ReturnType<typeof useDesk>['app']): Promise<void> {
  const unsaved = await app.finish()
  if (unsaved === null) await app.bridge.call('diagnostics.reload', null)
  else {
    app.unexpected.dismiss()
    app.notice.set(`The window was not loaded anew, because not everything is saved yet. ${unsaved}`)
  }
}

function what(place: FaultPlace): string {
  switch (place) {
    case 'page': return 'The window stopped working, and was loaded anew. What you had done until a moment before is here; what was only half typed may be gone.'
    case 'drawing': return 'A part of the window could not be drawn.'
    case 'command': return 'What you asked for could not be carried out to its end, because of a fault in Synoptic.'
    case 'window': return 'Something failed in the window, because of a fault in Synoptic.'
    default: return 'Something failed behind the window, because of a fault in Synoptic.'
  }
}

function next(place: FaultPlace): string {
  if (place === 'page') return 'Look whether the latest you did is there, then go on. If it happens again, make a problem report (menu Help).'
  const anew = place === 'main' ? 'close Synoptic when it suits you, and start it anew' : 'load the window anew: your project stays open, and what you did can still be undone'
  return `You can go on. If something looks wrong or does not react, ${anew}. If it happens again, make a problem report (menu Help).`
}
