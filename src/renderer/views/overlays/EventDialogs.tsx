import { useState } from 'react'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { confirms } from '../../controls/confirms'
import { dateForm, isDate } from '../../../domain/project/dates'
import { dissolveEvent, editEvent, groupIntoEvent } from '../../../domain/changes/commands/events'
import { inOrder } from '../../../domain/project/order'
import { columnsThatFit, openEvent } from '../../store/layout'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import styles from './overlays.module.css'

/** Groups articles into a new event. */
export function NewEventDialog({ articles }: { readonly articles: readonly string[] }) {
  const { app, overlay } = useDesk()
  const session = useSession()
  const [name, setName] = useState('')
  const close = (): void => { overlay.set(null) }
  const create = (): void => {
    if (name.trim() === '') return
    session.perform(groupIntoEvent(session.records, { name, articles }, session.circumstances()))
    close()
  }
  return (
    <Dialog title={`New event of ${articles.length} ${articles.length === 1 ? 'article' : 'articles'}`} onClose={close} actions={<><Button onClick={close}>Cancel</Button><Button kind="main" disabled={name.trim() === ''} onClick={create}>Make the event</Button></>}>
      <label className={styles['label']} htmlFor="event-name">What happened, in a few words</label>
      <input id="event-name" className={styles['input']} autoFocus value={name} maxLength={1_000} onChange={(event) => { setName(event.target.value) }} onKeyDown={(event) => { if (confirms(event)) create() }} />
      <p className={styles['hint']}>An event is one story as several outlets tell it. Its date is the earliest of its articles; both can be changed later. {app.session.get()?.records.event.size === 0 && 'Open it from the corpus to read its articles side by side.'}</p>
    </Dialog>
  )
}

/** Renames, dates, opens or dissolves an event. */
export function EventDialog({ event: id }: { readonly event: string }) {
  const { app, overlay } = useDesk()
  const session = useSession()
  // What was coded of the event goes with it, so it has to be here.
  const loaded = useCell(session.loaded).has(id)
  const event = session.records.event.get(id)
  const [name, setName] = useState(event?.name ?? '')
  const [date, setDate] = useState(event?.date ?? '')
  const close = (): void => { overlay.set(null) }
  if (!event) return null
  const fits = name.trim() !== '' && isDate(date)
  const writable = session.readOnly === null
  const save = (): void => {
    if (!fits) return
    session.perform(editEvent(session.records, id, { name: name.trim(), date }))
    close()
  }
  const articles = inOrder([...session.seen.article.values()].filter((one) => one.event === id)).map((one) => one.id)
  return (
    <Dialog title="Event" onClose={close} actions={
      <>
        <Button kind="danger" disabled={!writable || !loaded} onClick={() => { session.perform(dissolveEvent(session.records, id)); close() }}>Dissolve</Button>
        <Button onClick={() => { app.layout.update((layout) => openEvent(layout, id, articles, columnsThatFit(window.innerWidth))); close() }}>Read side by side</Button>
        <Button kind="main" disabled={!fits || !writable} onClick={save}>Save</Button>
      </>
    }>
      <label className={styles['label']} htmlFor="event-name">Name</label>
      <input id="event-name" className={styles['input']} autoFocus disabled={!writable} value={name} maxLength={1_000} onChange={(change) => { setName(change.target.value) }} onKeyDown={(key) => { if (confirms(key)) save() }} />
      <label className={styles['label']} htmlFor="event-date">Date</label>
      <input id="event-date" className={styles['input']} disabled={!writable} value={date} aria-invalid={!isDate(date)} placeholder={dateForm} onChange={(change) => { setDate(change.target.value.trim()) }} onKeyDown={(key) => { if (confirms(key)) save() }} />
      <p className={styles['kinds']}>
        <Button kind="quiet" disabled={!writable || session.records.event.size < 2} onClick={() => { overlay.set({ kind: 'choose-event', purpose: { merge: id } }) }}>Merge into another …</Button>
        <Button kind="quiet" disabled={!writable || articles.length < 2} onClick={() => { overlay.set({ kind: 'split-event', event: id }) }}>Split off a new event …</Button>
      </p>
      <p className={styles['hint']}>{isDate(date) ? `${articles.length} ${articles.length === 1 ? 'article belongs' : 'articles belong'} to it. Dissolving it keeps them and all their annotations; what was coded of the event itself goes with it. Undo brings all back.` : `Write the date as ${dateForm}.`}</p>
    </Dialog>
  )
}
