import { useState } from 'react'
import { ChevronDown, X } from 'lucide-react'
import { openScope } from '../../commands/reviewing'
import { Palette } from '../../controls/Palette'
import { Swatch } from '../../controls/Swatch'
import { THE } from '../../../domain/project/records'
import type { Review, SortBy } from '../../store/review'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import styles from './AnnotationsView.module.css'

/** What narrows and orders the list of annotations; all of it together. */
export function Filters() {
  const desk = useDesk()
  const session = useSession()
  const review = useCell(desk.review)
  useCell(desk.app.layout)
  const open = openScope(desk)
  const set = (change: Partial<Review>): void => { desk.review.update((now) => ({ ...now, ...change })) }
  const event = session.records.event.get(open.event ?? '')
  const article = session.seen.article.get(open.article ?? '')
  return (
    <div className={styles['filters']} role="group" aria-label="Narrow the list">
      <select aria-label="Where" value={review.scope} data-set={review.scope !== 'project'} onChange={(change) => { set({ scope: change.target.value as Review['scope'] }) }}>
        <option value="project">Whole project</option>
        <option value="event" disabled={!event}>{event ? `Event: ${event.name}` : 'Open event'}</option>
        <option value="article" disabled={!article}>{article ? `Article: ${article.outlet || article.headline}` : 'Open article'}</option>
      </select>
      <select aria-label="Whose" value={review.whose} data-set={review.whose !== 'all'} onChange={(change) => { set({ whose: change.target.value as Review['whose'] }) }}>
        <option value="all">All coders</option>
        <option value="mine">Mine</option>
      </select>
      <CodeFilter />
      <button type="button" className={styles['chip']} aria-pressed={review.incomplete} onClick={() => { set({ incomplete: !review.incomplete }) }}>Incomplete</button>
      <button type="button" className={styles['chip']} aria-pressed={review.outdated} onClick={() => { set({ outdated: !review.outdated }) }}>Made under an older definition</button>
      <button type="button" className={styles['chip']} aria-pressed={review.unplaced} onClick={() => { set({ unplaced: !review.unplaced }) }}>Not found after a correction</button>
      <label className={styles['sort']}>Order
        <select value={review.sort} onChange={(change) => { set({ sort: change.target.value as SortBy }) }}>
          <option value="place">by place</option>
          <option value="code">by code</option>
          <option value="modified">last changed first</option>
        </select>
      </label>
    </div>
  )
}

/** Chooses a dimension or a code with those below it. */
function CodeFilter() {
  const { review } = useDesk()
  const session = useSession()
  const { within } = useCell(review)
  const [at, setAt] = useState<DOMRect | null>(null)
  const dimensions = session.records.codebook.get(THE)?.dimensions ?? []
  const entry = within?.kind === 'code' ? session.codes().get(within.id) : undefined
  const dimension = within?.kind === 'dimension' ? dimensions.find((one) => one.id === within.id) : undefined
  const name = entry?.code.name ?? dimension?.name
  const sections = [
    { name: 'Dimensions', items: dimensions.map((one) => ({ id: `dimension ${one.id}`, text: one.name })) },
    ...dimensions.map((one) => ({
      name: one.name,
      items: [...session.codes().values()].filter((found) => found.dimension === one).map(({ code }) => ({ id: `code ${code.id}`, text: code.name, before: <Swatch colour={code.colour} mark={one.mark} /> })),
    })),
  ]
  const choose = (chosen: string): void => {
    const [kind, id = ''] = chosen.split(' ')
    setAt(null)
    review.update((now) => ({ ...now, within: { kind: kind === 'code' ? 'code' : 'dimension', id } }))
  }
  return (
    <span className={styles['pair']} data-set={within !== null}>
      <button type="button" aria-haspopup="dialog" onClick={(event) => { setAt(event.currentTarget.getBoundingClientRect()) }}>
        {entry && <Swatch colour={entry.code.colour} mark={entry.dimension.mark} />}<bdi>{name ?? 'All codes'}</bdi>{within === null && <ChevronDown size={12} />}
      </button>
      {within !== null && <button type="button" aria-label="Show all codes" onClick={() => { review.update((now) => ({ ...now, within: null })) }}><X size={12} /></button>}
      {at && <Palette label="Show only a dimension or code" sections={sections} at={at} onClose={() => { setAt(null) }} onChoose={choose} empty="No dimension or code is called that." />}
    </span>
  )
}
