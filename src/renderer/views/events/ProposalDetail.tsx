import type { Draft } from '../../store/drafts'
import { useSession } from '../desk'
import { OpenArticle } from '../OpenArticle'
import { percent } from '../copies/copyRows'
import rows from '../ArticleRows.module.css'
import styles from './EventsView.module.css'

interface Props {
  readonly draft: Draft
  /** Where an article may go instead. */
  readonly others: readonly Draft[]
  readonly onRename: (name: string) => void
  readonly onTick: (article: string) => void
  readonly onMove: (article: string, to: string) => void
}

/** A proposal: its name, and the articles that would belong to it, each of which can stay out or go elsewhere. */
export function ProposalDetail({ draft, others, onRename, onTick, onMove }: Props) {
  const { seen: records } = useSession()
  const event = draft.event === null ? undefined : records.event.get(draft.event)
  return (
    <>
      {event ? <h2 className={styles['joins']}><small>May belong to </small><bdi>{event.name}</bdi> <small>{event.date}</small></h2> : (
        <div className={styles['name']}>
          <input aria-label="Name of the event" placeholder="What happened, in a few words" value={draft.name} maxLength={1_000} aria-invalid={draft.name.trim() === ''} onChange={(change) => { onRename(change.target.value) }} />
        </div>
      )}
      <table className={`${rows['articles']} ${styles['articles']}`}>
        <thead><tr><th aria-label="Included" /><th>Outlet</th><th>Date</th><th>Headline</th><th title="Likeness to the other articles, on average: the cosine of their weighted words">Likeness</th><th aria-label="Move" /></tr></thead>
        <tbody>
          {draft.articles.map(({ id, likeness }) => <Line key={id} id={id} likeness={likeness} left={draft.left.has(id)} others={others} onTick={onTick} onMove={onMove} />)}
        </tbody>
      </table>
      <p className={styles['why']}>The event gets the earliest date of its articles. What you take the tick from stays without an event and can be proposed again. Undo takes back what you accept.</p>
    </>
  )
}

interface LineProps extends Pick<Props, 'others' | 'onTick' | 'onMove'> {
  readonly id: string
  readonly likeness: number | null
  readonly left: boolean
}

function Line({ id, likeness, left, others, onTick, onMove }: LineProps) {
  const { seen: records } = useSession()
  const article = records.article.get(id)
  if (!article) return null
  const name = `${article.outlet || 'Outlet unknown'}: ${article.headline || article.source.file}`
  return (
    <tr data-left={left ? '' : undefined}>
      <td><input type="checkbox" aria-label={`Include ${name}`} checked={!left} onChange={() => { onTick(id) }} /></td>
      <td title={article.outlet}><bdi>{article.outlet || '–'}</bdi></td>
      <td>{article.date || 'unknown'}</td>
      <td><OpenArticle article={article} /></td>
      <td>{likeness === null ? 'by hand' : <><span className={styles['meter']} aria-hidden="true"><i style={{ width: percent(likeness).replace(' ', '') }} /></span>{percent(likeness)}</>}</td>
      <td>
        {others.length > 0 && (
          <select aria-label={`Move ${name} to another proposal`} value="" onChange={(event) => { onMove(id, event.target.value) }}>
            <option value="" disabled hidden>Move to …</option>
            {others.map((other) => <option key={other.id} value={other.id}>{records.event.get(other.event ?? '')?.name ?? other.name}</option>)}
          </select>
        )}
      </td>
    </tr>
  )
}
