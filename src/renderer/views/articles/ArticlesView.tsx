import { useMemo, useState } from 'react'
import { Button } from '../../controls/Button'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import { matches } from '../read/corpusRows'
import { ArticleTable } from './ArticleTable'
import styles from './ArticlesView.module.css'
import { BulkBar } from './BulkBar'
import { sorted, type SortBy } from './order'

/** The corpus as a table: outlet, headline, date and event of every article, editable in place and for many at once. */
export function ArticlesView() {
  const { app } = useDesk()
  const session = useSession()
  useCell(session.catalogue)
  const [filter, setFilter] = useState('')
  const [sort, setSort] = useState<SortBy>({ column: 'date', descending: false })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const { size } = session.records.article
  const order = useMemo(
    () => sorted([...session.records.article.values()].filter((one) => matches(one, session.records.event.get(one.event ?? ''), filter)), sort, session.records).map((one) => one.id),
    // Not when an article is edited: its row stays under the hand until one sorts, filters or imports anew.
    // oxlint-disable-next-line react/exhaustive-deps
    [session, filter, sort, size],
  )
  const articles = order.flatMap((id) => session.records.article.get(id) ?? [])
  const chosen = articles.filter((one) => selected.has(one.id)).map((one) => one.id)
  const writable = session.readOnly === null
  return (
    <main className={styles['view']}>
      <div className={styles['bar']}>
        <input className={styles['filter']} aria-label="Filter the articles" placeholder="Filter" value={filter} onChange={(event) => { setFilter(event.target.value) }} />
        <span className={styles['count']}>{articles.length} of {session.records.article.size} articles</span>
        <span className={styles['right']}>
          <Button disabled={!writable} onClick={() => { void app.jobs.chooseImport('files') }}>Import files …</Button>
          <Button disabled={!writable} onClick={() => { void app.jobs.chooseImport('folder') }}>Import a folder …</Button>
        </span>
      </div>
      {session.records.article.size === 0 ? (
        <div className={styles['empty']}><h2>No articles yet</h2><p>Import plain text files, or drop files or a folder on this window. Outlet, headline and date can be filled in here, for many articles together.</p></div>
      ) : (
        <>
          <BulkBar chosen={chosen} onDone={() => { setSelected(new Set()) }} />
          <ArticleTable articles={articles} selected={selected} onSelect={setSelected} sort={sort} onSort={setSort} />
        </>
      )}
    </main>
  )
}
