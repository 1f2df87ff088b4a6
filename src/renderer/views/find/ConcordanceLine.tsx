import { Check } from 'lucide-react'
import { memo, type MouseEvent } from 'react'
import type { Line } from '../../../domain/query/concordance'
import { useSession } from '../desk'
import styles from './FindView.module.css'

interface Props {
  readonly hit: number
  /** Undefined until it is here. */
  readonly line: Line | undefined
  readonly index: number
  /** Pixels below the first row. */
  readonly top: number
  /** Whether the keyboard is at it. */
  readonly cursor: boolean
  readonly ticked: boolean
  readonly onClick: (event: MouseEvent, hit: number) => void
}

// A hit of a regular expression may be an article long.
const LONGEST = 200

const inLine = (text: string): string => text.replace(/\s+/g, ' ')

/** A hit with the words around it. */
export const ConcordanceLine = memo(function ConcordanceLine({ hit, line, index, top, cursor, ticked, onClick }: Props) {
  const session = useSession()
  const article = session.seen.article.get(line?.article ?? '')
  const headline = article ? article.headline || article.source.file : ''
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid hears the keys of its rows
    <div
      id={`hit-${hit}`} role="row" tabIndex={-1} aria-rowindex={index + 2} aria-selected={ticked} className={`${styles['row']} ${cursor ? styles['cursor'] : ''}`} style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => { onClick(event, hit) }} onDoubleClick={(event) => { onClick(event, hit) }}
      // The keyboard stays with the grid.
      onMouseDown={(press) => { press.preventDefault(); press.currentTarget.closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true }) }}
    >
      <span role="gridcell" data-choose className={styles['tick']} title="Tick"><i>{ticked && <Check size={11} strokeWidth={3} />}</i></span>
      <span role="gridcell" className={styles['before']}><bdi>{line && inLine(line.before)}</bdi></span>
      <span role="gridcell" className={styles['after']}>{line && <><mark><bdi>{inLine(line.quote.slice(0, LONGEST))}</bdi></mark><bdi>{inLine(line.after)}</bdi></>}</span>
      <span role="gridcell" title={article?.outlet}><bdi>{article?.outlet}</bdi></span>
      <span role="gridcell" className={styles['date']}>{article?.date}</span>
      <span role="gridcell" title={headline}><bdi>{headline}</bdi></span>
    </div>
  )
})
