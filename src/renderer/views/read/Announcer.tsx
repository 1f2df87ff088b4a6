import { useEffect, useState } from 'react'
import type { Edit } from '../../../domain/changes/change'
import type { History } from '../../../domain/changes/history'
import type { Session } from '../../store/session'
import { useDesk, useSession } from '../desk'
import styles from './ReadView.module.css'
import { spokenAnnotation } from './spoken'
import { shownWords } from '../../store/outletLabel'

/** Says to a screen reader which annotation is in hand now, and what a step did to annotations. Scrolling and typing say nothing. */
export function Announcer() {
  const { app } = useDesk()
  const session = useSession()
  const [said, setSaid] = useState('')
  useEffect(() => {
    let history = session.history.get()
    let picked = app.layout.get().picked
    let waiting: ReturnType<typeof setTimeout> | undefined
    const speak = (): void => {
      const done = shownWords(session, doneBy(session, history, session.history.get()))
      const now = app.layout.get().picked
      const annotation = session.seen.annotation.get(now ?? '')
      const inHand = annotation && (now !== picked || done !== '') ? spokenAnnotation(session, annotation) : ''
      history = session.history.get()
      picked = now
      const text = [done, inHand].filter((part) => part !== '').join('. ')
      // The same words a second time would not be read out.
      if (text !== '') setSaid((before) => (before === text ? `${text}\u00a0` : text))
    }
    // A step and the pick that goes with it are said together.
    const soon = (): void => {
      clearTimeout(waiting)
      waiting = setTimeout(speak)
    }
    const ends = [session.history.watch(soon), app.layout.watch(() => { if (app.layout.get().picked !== picked) soon() })]
    return () => {
      clearTimeout(waiting)
      for (const end of ends) end()
    }
  }, [app, session])
  return <div className={styles['spoken']} role="status" aria-live="polite" aria-label="What was done">{said}</div>
}

/** What a step did to annotations, in a word; empty for a change of fields or a memo, which its own control speaks of. */
function doneBy(session: Session, before: History, after: History): string {
  if (after.undone.length > before.undone.length) return `Undone: ${after.undone.at(-1)?.change.label ?? ''}`
  if (after.undone.length < before.undone.length && after.done.length > before.done.length) return `Done again: ${after.done.at(-1)?.change.label ?? ''}`
  const change = after.done.length > before.done.length ? after.done.at(-1)?.change : undefined
  const edits = change?.edits.filter((edit): edit is Extract<Edit, { kind: 'annotation' }> => edit.kind === 'annotation') ?? []
  const deleted = edits.filter((edit) => edit.after === null)
  const [first] = deleted
  if (first?.before) return deleted.length === 1 ? `Deleted: ${session.codes().get(first.before.code)?.code.name ?? 'an annotation'}` : `Deleted: ${deleted.length} annotations`
  if (edits.some((edit) => edit.before === null)) return 'Coded'
  return edits.some((edit) => edit.before?.code !== edit.after?.code) ? 'Recoded' : ''
}
