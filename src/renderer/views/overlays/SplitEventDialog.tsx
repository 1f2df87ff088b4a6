import { useState } from 'react'
import { groupIntoEvent } from '../../../domain/changes/commands/events'
import { inOrder } from '../../../domain/project/order'
import { Button } from '../../controls/Button'
import { confirms } from '../../controls/confirms'
import { Dialog } from '../../controls/Dialog'
import { performAny } from '../../commands/carryOut'
import { counted } from '../codebook/words'
import { useDesk, useSession } from '../desk'
import styles from './overlays.module.css'

/** Makes a new event of some of an event's articles. */
export function SplitEventDialog({ event: id }: { readonly event: string }) {
  const desk = useDesk()
  const session = useSession()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const event = session.records.event.get(id)
  if (!event) return null
  const articles = inOrder([...session.seen.article.values()].filter((one) => one.event === id))
  const going = articles.map((one) => one.id).filter((one) => chosen.has(one))
  const fits = name.trim() !== '' && going.length > 0 && going.length < articles.length
  const close = (): void => { desk.overlay.set(null) }
  const split = (): void => {
    if (!fits) return
    close()
    void performAny(desk, groupIntoEvent(session.records, { name, articles: going }, session.circumstances()))
  }
  const toggle = (article: string): void => {
    const next = new Set(chosen)
    if (!next.delete(article)) next.add(article)
    setChosen(next)
  }
  return (
    <Dialog title={`Split “${event.name}”`} onClose={close} actions={<><Button onClick={close}>Cancel</Button><Button kind="main" disabled={!fits} onClick={split}>Split off {counted(going.length, 'article')}</Button></>}>
      <label className={styles['label']} htmlFor="split-name">Name of the new event</label>
      <input id="split-name" className={styles['input']} autoFocus value={name} maxLength={1_000} onChange={(change) => { setName(change.target.value) }} onKeyDown={(key) => { if (confirms(key)) split() }} />
      <fieldset className={styles['options']}>
        <legend className={styles['label']}>Which articles go to it</legend>
        {articles.map((article) => (
          <label key={article.id}>
            <input type="checkbox" checked={chosen.has(article.id)} onChange={() => { toggle(article.id) }} />
            <bdi>{article.headline || article.source.file}</bdi>
            <small><bdi>{[article.outlet, article.date].filter(Boolean).join(', ')}</bdi></small>
          </label>
        ))}
      </fieldset>
      <p className={styles['hint']}>What was coded of the event as a whole, and its variables, stay with “<bdi>{event.name}</bdi>”. Undo puts all back.</p>
    </Dialog>
  )
}
