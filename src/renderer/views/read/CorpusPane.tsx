import { useVirtualizer } from '@tanstack/react-virtual'
import { ListPlus, PanelLeftOpen, Settings2, StickyNote } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { ProgressDot, progressWords } from '../../controls/ProgressDot'
import { walkRows } from '../../controls/walkRows'
import { dimensionsFor } from '../../../domain/project/progress'
import { THE } from '../../../domain/project/records'
import type { Session } from '../../store/session'
import { columnsThatFit, openArticle, openEvent } from '../../store/layout'
import { useCell } from '../../store/watch'
import { CopySign } from '../CopySign'
import { useDesk, useSession } from '../desk'
import styles from './CorpusPane.module.css'
import { corpusRows, type CorpusRow } from './corpusRows'
import { EventFoot } from './EventFoot'

interface Props {
  /** Unfolds the corpus; where it is given the corpus is folded to a rail that shows only outlets' initials. */
  readonly onUnfold?: () => void
  /** With the rail: whether the corpus lies open beside it. */
  readonly unfolded?: boolean
  /** Called when an article or event was opened. */
  readonly onOpened?: () => void
}

/** The corpus: events, each with its articles. */
export function CorpusPane({ onUnfold, unfolded = false, onOpened }: Props) {
  const { app, readers } = useDesk()
  const session = useSession()
  const [filter, setFilter] = useState('')
  const catalogue = useCell(session.catalogue)
  const layout = useCell(app.layout)
  // The records are replaced in place: the catalogue says when the rows are old.
  // oxlint-disable-next-line react/exhaustive-deps
  const rows = useMemo(() => corpusRows(session.seen, filter), [session, filter, catalogue])
  const scroller = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: (i) => heights[rows[i]?.kind ?? 'article'], overscan: 12, getItemKey: (i) => rows[i]?.id ?? i })
  const openRow = (row: CorpusRow): void => {
    if (row.kind === 'article') {
      app.layout.update((now) => openArticle(now, row.id, row.article.event))
      readers.get(row.id)?.focus()
    }
    if (row.kind === 'event') app.layout.update((now) => openEvent(now, row.id, row.articles, columnsThatFit(window.innerWidth)))
    onOpened?.()
  }
  if (onUnfold) return <Rail rows={rows} onOpen={openRow} onUnfold={onUnfold} unfolded={unfolded} />
  const shown = new Set(layout.columns.map((column) => column.article))
  return (
    <aside className={styles['corpus']} aria-label="Corpus">
      <h2 className={styles['heading']}>Corpus <span>{session.seen.article.size.toLocaleString('en')} {session.seen.article.size === 1 ? 'article' : 'articles'}</span></h2>
      <div className={styles['filter']}>
        <input aria-label="Filter the corpus" placeholder="Filter" value={filter} onChange={(event) => { setFilter(event.target.value) }}
          onKeyDown={(event) => { if (event.key === 'Escape' && filter !== '') { event.stopPropagation(); setFilter('') } }} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only hears the keys of the buttons in it */}
      <div ref={scroller} className={styles['list']} role="group" aria-label="Events and articles" onKeyDown={walkRows}>
        <div style={{ height: list.getTotalSize(), position: 'relative' }}>
          {list.getVirtualItems().map(({ index, start, size }) => {
            const row = rows[index]
            return row && <div key={row.id} className={styles['row']} style={{ transform: `translateY(${start}px)`, height: size }}><Row row={row} open={shown.has(row.id)} onOpen={openRow} /></div>
          })}
        </div>
        {rows.length === 0 && <p className={styles['none']}>{filter === '' ? 'No articles yet.' : 'No article matches.'}</p>}
      </div>
      <EventFoot />
    </aside>
  )
}

const heights = { event: 46, loose: 34, article: 45 } as const

/** How much of an event the coder has finished: its own dimensions, and the share of its articles. */
function doneOf(session: Session, event: string, articles: readonly string[]): string {
  const finished = (subject: string, kind: 'article' | 'event'): boolean => ['coded', 'none'].includes(session.progressWith(subject, kind))
  const codebook = session.records.codebook.get(THE)
  const asked = codebook !== undefined && dimensionsFor(codebook, 'event').length > 0
  const done = articles.filter((article) => finished(article, 'article')).length + (asked && finished(event, 'event') ? 1 : 0)
  const total = articles.length + (asked ? 1 : 0)
  return done === 0 ? '' : `${Math.round((done / total) * 100)} %`
}

function Row({ row, open, onOpen }: { readonly row: CorpusRow; readonly open: boolean; readonly onOpen: (row: CorpusRow) => void }) {
  const { overlay } = useDesk()
  const session = useSession()
  if (row.kind === 'loose') return <h3 className={styles['loose']}>Without an event <span>{row.articles.length}</span></h3>
  if (row.kind === 'event') {
    return (
      <div className={styles['event']}>
        <button type="button" data-row className={styles['open']} title={`Open the articles of “${row.event.name}” side by side`} onClick={() => { onOpen(row) }}>
          <b><bdi>{row.event.name}</bdi></b>
          <small>{[row.event.date, row.outlets > 0 ? `${row.outlets} ${row.outlets === 1 ? 'outlet' : 'outlets'}` : `${row.articles.length} ${row.articles.length === 1 ? 'article' : 'articles'}`, doneOf(session, row.id, row.articles)].filter(Boolean).join(' · ')}</small>
        </button>
        <button type="button" className={styles['edit']} aria-label={`Change the event ${row.event.name}`} onClick={() => { overlay.set({ kind: 'event', event: row.id }) }}><Settings2 size={13} /></button>
      </div>
    )
  }
  const { article } = row
  const mine = [...(session.seen.annotationsOf.get(article.id)?.values() ?? [])].filter((one) => one.coder === session.opened.coder.id).length
  const progress = session.progressWith(article.id, 'article')
  const noted = [...(session.records.sheetsOf.get(article.id)?.values() ?? [])].some((sheet) => sheet.memo !== '')
  return (
    <button type="button" data-row className={`${styles['article']} ${open ? styles['on'] : ''}`} title={article.headline} onClick={() => { onOpen(row) }}>
      <ProgressDot progress={progress} label={progressWords[progress]} />
      <b><bdi>{article.outlet || 'Outlet unknown'}</bdi></b>
      <span className={styles['count']} title={`${mine} annotations of yours`}><CopySign article={article} />{noted && <StickyNote size={11} aria-label="has a memo" />}{mine > 0 ? mine : ''}</span>
      <span className={styles['title']}><bdi>{article.headline || article.source.file}</bdi></span>
    </button>
  )
}

function Rail({ rows, onOpen, onUnfold, unfolded }: { readonly rows: readonly CorpusRow[]; readonly onOpen: (row: CorpusRow) => void; readonly onUnfold: () => void; readonly unfolded: boolean }) {
  const { app, overlay } = useDesk()
  const layout = useCell(app.layout)
  const shown = new Set(layout.columns.map((column) => column.article))
  const here = rows.filter((row) => row.kind === 'article' && (row.article.event === layout.event || shown.has(row.id))).slice(0, 14)
  return (
    <aside className={styles['rail']} aria-label="Corpus, folded">
      <button type="button" title="Show the corpus" aria-label="Show the corpus" aria-expanded={unfolded} onClick={onUnfold}><PanelLeftOpen size={15} /></button>
      <button type="button" title="Open an article in a column" aria-label="Open an article in a column" onClick={() => { overlay.set({ kind: 'articles' }) }}><ListPlus size={15} /></button>
      {here.map((row) => row.kind === 'article' && (
        <button key={row.id} type="button" className={shown.has(row.id) ? styles['on'] : ''} title={`${row.article.outlet}: ${row.article.headline}`} aria-label={`${row.article.outlet}: ${row.article.headline}`} onClick={() => { onOpen(row) }}>
          {initials(row.article.outlet || row.article.headline)}
        </button>
      ))}
    </aside>
  )
}

const initials = (name: string): string => name.split(/\s+/).slice(0, 2).map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0x20)).join('').toUpperCase()
