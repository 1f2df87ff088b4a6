import { Trash2 } from 'lucide-react'
import type { Article } from '../../../domain/project/article'
import { useSession } from '../desk'
import { OpenArticle } from '../OpenArticle'
import { Comparison } from './Comparison'
import { percent, type CopyRow } from './copyRows'
import rows from '../ArticleRows.module.css'
import styles from './CopiesView.module.css'

interface Props {
  readonly row: CopyRow
  /** Ids of those that a decision is not about. */
  readonly without: ReadonlySet<string>
  readonly onTick: (article: string) => void
  /** Index of the version that is laid beside the fullest one. */
  readonly beside: number
  readonly onBeside: (index: number) => void
  readonly onRemove: (article: string) => void
}

/** A group's articles, and what differs between two of them. */
export function GroupDetail({ row, without, onTick, beside, onBeside, onRemove }: Props) {
  const [fullest] = row.articles
  const other = row.articles[beside]
  return (
    <>
      <table className={`${rows['articles']} ${styles['articles']}`}>
        <thead><tr><th aria-label="Included" /><th>Outlet</th><th>Date</th><th>Headline</th><th>Words</th><th title="How much of the shorter text stands word for word in the fullest one">In common</th><th aria-label="Actions" /></tr></thead>
        <tbody>
          {row.articles.map((article, i) => (
            <Line key={article.id} article={article} row={row} included={!without.has(article.id)} compared={i === beside} first={i === 0} onTick={onTick} onCompare={() => { onBeside(i) }} onRemove={onRemove} />
          ))}
        </tbody>
      </table>
      {fullest && other && fullest !== other && (
        <section className={styles['comparison']} aria-label="Differences">
          <div className={styles['heads']}><h3><bdi>{nameOf(fullest)}</bdi></h3><h3><bdi>{nameOf(other)}</bdi></h3></div>
          <Comparison left={fullest} right={other} />
        </section>
      )}
    </>
  )
}

const nameOf = ({ outlet, date, source }: Article): string => [outlet || source.file, date].filter(Boolean).join(', ')

interface LineProps {
  readonly article: Article
  readonly row: CopyRow
  readonly included: boolean
  readonly compared: boolean
  readonly first: boolean
  readonly onTick: (article: string) => void
  readonly onCompare: () => void
  readonly onRemove: (article: string) => void
}

function Line({ article, row, included, compared, first, onTick, onCompare, onRemove }: LineProps) {
  const session = useSession()
  const share = row.shares.get(article.id)
  const name = `${article.outlet || 'Outlet unknown'}: ${article.headline || article.source.file}`
  const off = session.readOnly !== null
  return (
    <tr data-compared={compared ? '' : undefined}>
      <td>{row.decision === null && <input type="checkbox" aria-label={`Include ${name}`} checked={included} disabled={off} onChange={() => { onTick(article.id) }} />}</td>
      <td title={article.outlet}><bdi>{article.outlet || '–'}</bdi></td>
      <td>{article.date || '–'}</td>
      <td><OpenArticle article={article} /></td>
      <td>{article.words.toLocaleString('en-GB')}</td>
      <td>{first ? <span className={styles['quiet']}>fullest</span> : <button type="button" className={styles['share']} aria-pressed={compared} title="Compare with the fullest version" onClick={onCompare}>{share === undefined ? 'compare' : percent(share)}</button>}</td>
      <td>
        {article.copies?.decision === 'linked' && row.decision === null && <span className={styles['quiet']}>linked</span>}
        {article.copies?.decision === 'kept' && row.decision === null && <span className={styles['quiet']}>kept</span>}
        <button type="button" className={styles['remove']} aria-label={`Remove ${name}`} title="Remove from the project" disabled={off} onClick={() => { onRemove(article.id) }}><Trash2 size={13} /></button>
      </td>
    </tr>
  )
}
