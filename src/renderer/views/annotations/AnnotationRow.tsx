import { Check, StickyNote } from 'lucide-react'
import { memo, type MouseEvent } from 'react'
import { Swatch } from '../../controls/Swatch'
import { valuesInShort, type Finding } from '../../../domain/query/finding'
import { quoteOf } from '../../../domain/text/anchor'
import { entityNames } from '../../store/findings'
import { useSession } from '../desk'
import styles from './AnnotationsView.module.css'

interface Props {
  readonly finding: Finding
  readonly index: number
  /** Pixels below the first row. */
  readonly top: number
  /** Whether the keyboard is at it. */
  readonly cursor: boolean
  readonly selected: boolean
  readonly onClick: (event: MouseEvent, id: string) => void
}

/** One annotation in a line. */
export const AnnotationRow = memo(function AnnotationRow({ finding, index, top, cursor, selected, onClick }: Props) {
  const session = useSession()
  const { annotation, entry, incomplete, outdated, unplaced } = finding
  const article = session.seen.article.get(annotation.subject)
  const event = session.records.event.get(article?.event ?? annotation.subject)
  const quote = annotation.spans.length > 0 ? quoteOf(annotation.spans) : ''
  const values = valuesInShort(finding, entityNames(session))
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid hears the keys of its rows
    <div
      id={`annotation-${annotation.id}`} role="row" tabIndex={-1} aria-rowindex={index + 2} aria-selected={selected} className={`${styles['row']} ${cursor ? styles['cursor'] : ''}`}
      style={{ transform: `translateY(${top}px)` }} onClick={(click) => { onClick(click, annotation.id) }}
      // The keyboard stays with the grid.
      onMouseDown={(press) => { press.preventDefault(); press.currentTarget.closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true }) }}
    >
      <span role="gridcell" data-choose className={styles['tick']} title="Select"><i>{selected && <Check size={11} strokeWidth={3} />}</i></span>
      <span role="gridcell" className={styles['code']} title={entry?.path.join(' > ')}>{entry && <Swatch colour={entry.code.colour} mark={entry.dimension.mark} />}<bdi>{entry?.code.name ?? 'unknown code'}</bdi></span>
      <span role="gridcell" className={styles['quote']} title={quote}>{quote === '' ? <em>{annotation.unit === 'event' ? 'the event as a whole' : 'the article as a whole'}</em> : <bdi>{quote}</bdi>}</span>
      <span role="gridcell" title={article?.headline}><bdi>{article ? article.outlet || article.headline : 'event'}</bdi></span>
      <span role="gridcell" title={event?.name}>{article?.date || event?.date}{event && <> <bdi>{event.name}</bdi></>}</span>
      <span role="gridcell"><bdi>{session.records.coder.get(annotation.coder)?.name ?? 'another coder'}</bdi></span>
      <span role="gridcell" title={values}><bdi>{values}</bdi></span>
      <span role="gridcell" className={styles['state']}>
        {incomplete && <b className={styles['incomplete']} title="Required fields are empty">incomplete</b>}
        {unplaced && <b className={styles['outdated']} title="Its passage was not found again after the text was corrected">not placed</b>}
        {outdated && <b className={styles['outdated']} title="Made under an older definition of its code">older</b>}
        {annotation.note !== '' && <span title={annotation.note}><StickyNote size={12} aria-label="has a memo" /></span>}
      </span>
    </div>
  )
})
