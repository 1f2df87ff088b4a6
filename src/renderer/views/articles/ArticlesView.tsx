import { useDeferredValue, useMemo, useState } from 'react'
import { Button } from '../../controls/Button'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import { matches } from '../read/corpusRows'
import { Arrived } from './Arrived'
import { ArticleTable } from './ArticleTable'
import styles from './ArticlesView.module.css'
import { BulkBar } from './BulkBar'
import { ListSwitch } from './ListSwitch'
import { sorted, type SortBy } from './order'
import { showing, shows, steps, type Show } from './shows'

/** The corpus as a table: outlet, headline, date and event of every article, editable in place and for many at once. */
export function ArticlesView() {
  const { app } = useDesk()
  const session = useSession()
  useCell(session.catalogue)
  const [filter, setFilter] = useState('')
  const [show, setShow] = useState<Show>('all')
  const [sort, setSort] = useState<SortBy>({ column: 'date', descending: false })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const { seen } = session
  const { size } = seen.article
  // Not when an article is edited: its row stays under the hand until one sorts, filters or imports anew.
  // oxlint-disable-next-line react/exhaustive-deps
  const all = useMemo(() => sorted(seen.article.values(), sort, { records: seen, codedBy: (id) => steps.indexOf(session.progressWith(id, 'article')) }).map((one) => one.id), [session, seen, sort, size])
  const wanted = useDeferredValue(filter)
  const order = useMemo(() => {
    const { article, event } = seen
    return wanted === '' && show === 'all' ? all : all.filter((id) => {
      const one = article.get(id)
      return one !== undefined && matches(one, event.get(one.event ?? ''), wanted) && shows[show].takes(one, session)
    })
  }, [session, seen, all, wanted, show])
  const chosen = useMemo(() => order.filter((id) => selected.has(id)), [order, selected])
  const writable = session.readOnly === null && session.masked.mask === null
  return (
    <main className={styles['view']}>
      <div className={styles['bar']}>
        <ListSwitch />
        <input className={styles['filter']} aria-label="Filter the articles" placeholder="Filter" value={filter} onChange={(event) => { setFilter(event.target.value) }} />
        <select aria-label="Which articles to show" className={styles['show']} value={show} onChange={(event) => { setShow(event.target.value as Show) }}>
          {showing.map((one) => <option key={one} value={one}>{shows[one].label}</option>)}
        </select>
        <span className={styles['count']}>{order.length.toLocaleString('en')} of {size.toLocaleString('en')} articles{chosen.length > 0 && `, ${chosen.length.toLocaleString('en')} selected`}</span>
        <span className={styles['right']}>
          <Button kind="quiet" disabled={size < 2} onClick={() => { app.layout.update((layout) => ({ ...layout, view: 'copies' })) }}>Near-duplicates</Button>
          <Button kind="quiet" disabled={size < 2} onClick={() => { app.layout.update((layout) => ({ ...layout, view: 'events' })) }}>Proposed events</Button>
          <Button disabled={!writable} onClick={() => { void app.jobs.chooseImport('files') }}>Import files …</Button>
          <Button disabled={!writable} onClick={() => { void app.jobs.chooseImport('folder') }}>Import a folder …</Button>
        </span>
      </div>
      <Arrived onSelect={setSelected} />
      {session.seen.article.size === 0 ? (
        <div className={styles['empty']}><h2>No articles yet</h2><p>Import files or a folder, or drop them on this window: you see what is in them, and correct it, before anything comes in.</p></div>
      ) : (
        <>
          <BulkBar chosen={chosen} onDone={() => { setSelected(new Set()) }} />
          <ArticleTable articles={order} selected={selected} onSelect={setSelected} sort={sort} onSort={setSort} />
        </>
      )}
    </main>
  )
}
