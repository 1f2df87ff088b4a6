import { exportArticles } from '../../commands/exporting'
import { Button } from '../../controls/Button'
import { editArticles, removeArticles } from '../../../domain/changes/commands/articles'
import { useCell } from '../../store/watch'
import { MOST_COLUMNS, openEvent } from '../../store/layout'
import { performAny } from '../../commands/carryOut'
import { useDesk, useSession } from '../desk'
import styles from './ArticlesView.module.css'
import { SetFields } from './SetFields'

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
  const events = [...session.records.event.values()].sort((a, b) => a.name.localeCompare(b.name))
  const off = chosen.length === 0 || session.readOnly !== null
  const move = (event: string | null): void => { void performAny(desk, editArticles(session.records, chosen, { event })) }
  const remove = (): void => {
    void performAny(desk, removeArticles(session.records, chosen)).then((done) => { if (done) onDone() })
  }
  return (
    <div className={styles['bulk']} role="group" aria-label="The selected articles">
      <b className={styles['chosen']}>{chosen.length === 0 ? 'Select articles to change them together' : `${chosen.length.toLocaleString('en')} selected`}</b>
      <SetFields chosen={chosen} off={off || session.masked.mask !== null} />
      <span className={styles['divide']} />
      <select className={styles['move']} aria-label="Move the selected articles to an event" value="" disabled={off || events.length === 0} onChange={(event) => { move(event.target.value === 'none' ? null : event.target.value) }}>
        <option value="" disabled>Move to event …</option>
        {events.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
        <option value="none">No event</option>
      </select>
      <Button disabled={off} onClick={() => { overlay.set({ kind: 'new-event', articles: chosen }) }}>New event …</Button>
      <span className={styles['divide']} />
      <Button disabled={chosen.length === 0} onClick={() => { app.layout.update((layout) => openEvent(layout, session.seen.article.get(chosen[0] ?? '')?.event ?? null, chosen, MOST_COLUMNS)) }}>{chosen.length > MOST_COLUMNS ? `Read the first ${MOST_COLUMNS} side by side` : 'Read side by side'}</Button>
      <Button disabled={chosen.length === 0} onClick={() => { void exportArticles(desk, chosen) }}>Export …</Button>
      <Button kind="danger" disabled={off || chosen.some((id) => !loaded.has(id))} onClick={remove}>Remove</Button>
    </div>
  )
}
