import { useState } from 'react'
import { Button } from '../../controls/Button'
import { editArticles, removeArticles, type ArticleFields } from '../../../domain/changes/commands/articles'
import { useCell } from '../../store/watch'
import { MOST_COLUMNS, openEvent } from '../../store/layout'
import { performAny } from '../../commands/carryOut'
import { useDesk, useSession } from '../desk'
import styles from './ArticlesView.module.css'
import { dateForm, isDate } from '../../../domain/project/dates'

interface Props {
  readonly chosen: readonly string[]
  readonly onDone: () => void
}

/** What can be done with many articles together. */
export function BulkBar({ chosen, onDone }: Props) {
  const desk = useDesk()
  const { app, overlay } = desk
  const session = useSession()
  const loaded = useCell(session.loaded)
  const [outlet, setOutlet] = useState('')
  const [headline, setHeadline] = useState('')
  const [date, setDate] = useState('')
  const events = [...session.records.event.values()].sort((a, b) => a.name.localeCompare(b.name))
  const off = chosen.length === 0 || session.readOnly !== null
  const apply = (fields: ArticleFields): void => { session.perform(editArticles(session.records, chosen, fields)) }
  const typed: ArticleFields = { ...(outlet.trim() !== '' && { outlet: outlet.trim() }), ...(headline.trim() !== '' && { headline: headline.trim() }), ...(date !== '' && isDate(date) && { date }) }
  const nothing = Object.keys(typed).length === 0 || !isDate(date)
  const set = (): void => {
    apply(typed)
    setOutlet('')
    setHeadline('')
    setDate('')
  }
  const remove = (): void => {
    void performAny(desk, removeArticles(session.records, chosen)).then((done) => { if (done) onDone() })
  }
  return (
    <form className={styles['bulk']} aria-label="Change the selected articles" onSubmit={(event) => { event.preventDefault(); if (!nothing && !off) set() }}>
      <b className={styles['chosen']}>{chosen.length === 0 ? 'Select articles to change them together' : `${chosen.length} selected`}</b>
      <input aria-label="Outlet for the selected articles" placeholder="Outlet" value={outlet} disabled={off} onChange={(event) => { setOutlet(event.target.value) }} />
      <input aria-label="Headline for the selected articles" placeholder="Headline" value={headline} disabled={off} onChange={(event) => { setHeadline(event.target.value) }} />
      <input aria-label="Date for the selected articles" placeholder="2023-09-13" title={`Written as ${dateForm}`} className={styles['date']} value={date} disabled={off} aria-invalid={!isDate(date)} onChange={(event) => { setDate(event.target.value.trim()) }} />
      <Button type="submit" disabled={off || nothing} title={isDate(date) ? undefined : `Write the date as ${dateForm}`}>Set</Button>
      <span className={styles['divide']} />
      <select aria-label="Move the selected articles to an event" value="" disabled={off || events.length === 0} onChange={(event) => { apply({ event: event.target.value === 'none' ? null : event.target.value }) }}>
        <option value="" disabled>Move to event …</option>
        {events.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
        <option value="none">No event</option>
      </select>
      <Button disabled={off} onClick={() => { overlay.set({ kind: 'new-event', articles: chosen }) }}>New event …</Button>
      <Button disabled={chosen.length === 0} onClick={() => { app.layout.update((layout) => openEvent(layout, session.records.article.get(chosen[0] ?? '')?.event ?? null, chosen, MOST_COLUMNS)) }}>{chosen.length > MOST_COLUMNS ? `Read the first ${MOST_COLUMNS} side by side` : 'Read side by side'}</Button>
      <Button kind="danger" disabled={off || chosen.some((id) => !loaded.has(id))} onClick={remove}>Remove</Button>
    </form>
  )
}
