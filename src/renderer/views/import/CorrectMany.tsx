import { Redo2, Undo2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { LONGEST_LINE } from '../../../domain/project/limits'
import { noDate, typedDate } from '../../../domain/project/typedDate'
import { Button } from '../../controls/Button'
import type { ImportAssistant } from '../../store/import/assistant'
import { dateOffered, type Correction } from '../../store/import/corrections'
import { rowIn } from '../../store/import/rows'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import styles from './ImportView.module.css'

/** Corrects all articles that are ticked and shown, at once. */
export function CorrectMany({ assistant, order }: { readonly assistant: ImportAssistant; readonly order: readonly string[] }) {
  const { app } = useDesk()
  const state = useCell(assistant.state)
  const [outlet, setOutlet] = useState('')
  const [date, setDate] = useState('')
  const [ids, offered] = useMemo(() => {
    const rows = order.flatMap((id) => rowIn(state, id) ?? []).filter(({ ticked }) => ticked)
    return [rows.map(({ id }) => id), rows.filter(({ problems }) => dateOffered(problems) !== null).map(({ id }) => id)] as const
  }, [state, order])
  const off = ids.length === 0
  const set = (): void => {
    const day = typedDate(date)
    if (day === null) {
      app.notice.set(noDate(date))
      return
    }
    const correction: Correction = { ...(outlet.trim() !== '' && { outlet }), ...(day !== '' && { date: day }) }
    if (Object.keys(correction).length === 0) return
    assistant.correct(ids, correction)
    setOutlet('')
    setDate('')
  }
  return (
    <form className={styles['many']} aria-label="Correct the ticked articles shown" onSubmit={(event) => { event.preventDefault(); set() }}>
      <b className={styles['chosen']}>{off ? 'None of these is ticked' : `All ${ids.length.toLocaleString('en')} ticked here:`}</b>
      <input aria-label="Outlet for the ticked articles shown" placeholder="Outlet" list="import-outlets" maxLength={LONGEST_LINE} value={outlet} disabled={off} data-draft={outlet !== '' || undefined} onChange={(event) => { setOutlet(event.target.value) }} />
      <input className={styles['date']} aria-label="Date for the ticked articles shown" placeholder="Date" maxLength={60} value={date} disabled={off} aria-invalid={typedDate(date) === null} data-draft={date !== '' || undefined} onChange={(event) => { setDate(event.target.value) }} />
      <Button type="submit" disabled={off || (outlet.trim() === '' && date.trim() === '')}>Set</Button>
      {offered.length > 0 && <Button onClick={() => { assistant.takeDates(offered) }}>Use the date in the text ({offered.length.toLocaleString('en')})</Button>}
      <span className={styles['right']}>
        <Button kind="quiet" aria-label="Undo the last correction" title="Undo the last correction" disabled={state.done.length === 0} onClick={() => { assistant.undo() }}><Undo2 size={15} /></Button>
        <Button kind="quiet" aria-label="Do it again" title="Do it again" disabled={state.undone.length === 0} onClick={() => { assistant.redo() }}><Redo2 size={15} /></Button>
      </span>
    </form>
  )
}
