import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef, type MouseEvent } from 'react'
import { TextBox } from '../../controls/TextBox'
import { editArticles, type ArticleFields } from '../../../domain/changes/commands/articles'
import type { Article } from '../../../domain/project/article'
import { openArticle } from '../../store/layout'
import { CopySign } from '../CopySign'
import { useDesk, useSession } from '../desk'
import { goDown } from '../goDown'
import { toggled } from '../rowSelection'
import styles from './ArticlesView.module.css'
import { Coded } from './Coded'
import { dateForm } from '../../../domain/project/dates'
import { noDate, typedDate } from '../../../domain/project/typedDate'
import { sortable, type SortBy } from './order'

interface Props {
  /** Ids, in the order of the rows. */
  readonly articles: readonly string[]
  readonly selected: ReadonlySet<string>
  readonly onSelect: (selected: ReadonlySet<string>) => void
  readonly sort: SortBy
  readonly onSort: (sort: SortBy) => void
}

const titles = { outlet: 'Outlet', headline: 'Headline', date: 'Date', event: 'Event', words: 'Words', coded: 'Coded', file: 'File', encoding: 'Read as' } as const
const ROW = 34

/** The rows one can see, however many there are. */
export function ArticleTable({ articles, selected, onSelect, sort, onSort }: Props) {
  const session = useSession()
  const scroller = useRef<HTMLDivElement>(null)
  const lastClicked = useRef<string | null>(null)
  const rows = useVirtualizer({ count: articles.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 10, getItemKey: (i) => articles[i] ?? i })
  const all = articles.length > 0 && selected.size >= articles.length && articles.every((id) => selected.has(id))
  const toggle = (id: string, event: MouseEvent): void => {
    onSelect(toggled(articles, selected, id, event.shiftKey ? lastClicked.current : null))
    lastClicked.current = id
  }
  return (
    <div className={styles['table']} role="table" aria-label="Articles" aria-rowcount={articles.length + 1}>
      <div className={`${styles['row']} ${styles['titles']}`} role="row">
        <span role="columnheader" className={styles['check']}><input type="checkbox" aria-label="Select all articles shown" checked={all} onChange={() => { onSelect(all ? new Set() : new Set(articles)) }} /></span>
        {sortable.map((column) => (
          <span key={column} role="columnheader" aria-sort={sort.column === column ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
            <button type="button" className={styles['title']} onClick={() => { onSort({ column, descending: sort.column === column && !sort.descending }) }}>
              {titles[column]}{sort.column === column && (sort.descending ? <ArrowDown size={12} /> : <ArrowUp size={12} />)}
            </button>
          </span>
        ))}
      </div>
      <div ref={scroller} className={styles['rows']} role="rowgroup">
        <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const article = session.seen.article.get(articles[index] ?? '')
            return article && (
              <div key={article.id} role="row" aria-rowindex={index + 2} className={`${styles['row']} ${selected.has(article.id) ? styles['selected'] : ''}`} style={{ transform: `translateY(${start}px)` }}>
                <span role="cell" className={styles['check']}><input type="checkbox" aria-label={`Select ${article.headline || article.source.file}`} checked={selected.has(article.id)} onClick={(event) => { toggle(article.id, event) }} readOnly /></span>
                <Cells article={article} index={index} />
              </div>
            )
          })}
        </div>
        {articles.length === 0 && <p className={styles['none']}>No article matches.</p>}
      </div>
    </div>
  )
}

function Cells({ article, index }: { readonly article: Article; readonly index: number }) {
  const { app } = useDesk()
  const session = useSession()
  const disabled = session.readOnly !== null
  // What is hidden is not to be typed over.
  const hidden = disabled || session.masked.mask !== null
  const set = (fields: ArticleFields): void => { session.perform(editArticles(session.records, [article.id], fields)) }
  const name = article.headline || article.source.file
  const event = session.records.event.get(article.event ?? '')
  return (
    <>
      <span role="cell"><TextBox flat aria-label={`Outlet of ${name}`} data-cell={`outlet ${index}`} onKeyDown={goDown} value={article.outlet} disabled={hidden} placeholder="unknown" onCommit={(text) => { set({ outlet: text.trim() }) }} /></span>
      <span role="cell"><TextBox flat aria-label={`Headline of ${name}`} data-cell={`headline ${index}`} onKeyDown={goDown} value={article.headline} disabled={hidden} placeholder="none" title={article.headline} onCommit={(text) => { set({ headline: text.trim() }) }} /></span>
      <span role="cell"><TextBox flat aria-label={`Date of ${name}`} data-cell={`date ${index}`} onKeyDown={goDown} value={article.date} disabled={disabled} placeholder="unknown" title={`Written as ${dateForm}`} onCommit={(text) => {
        const date = typedDate(text)
        if (date === null) app.notice.set(noDate(text))
        else set({ date })
        return date !== null
      }} /></span>
      <span role="cell" className={styles['plain']} title={event?.name}><CopySign article={article} /> <bdi>{event?.name ?? ''}</bdi></span>
      <span role="cell" className={`${styles['plain']} ${styles['number']}`}>{article.words}</span>
      <Coded article={article.id} />
      <span role="cell" className={styles['plain']} title={article.source.file}><button type="button" className={styles['open']} onClick={() => { app.layout.update((layout) => openArticle(layout, article.id, article.event)) }}><bdi>{article.source.file}</bdi></button></span>
      <span role="cell" className={styles['plain']}>{article.source.encoding}</span>
    </>
  )
}
