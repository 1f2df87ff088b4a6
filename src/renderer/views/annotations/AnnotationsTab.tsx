import { useEffect, useMemo, useRef } from 'react'
import { Button } from '../../controls/Button'
import { everything, isUnfiltered, noneChosen, type Chosen } from '../../store/review'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import { Actions } from './Actions'
import { AnnotationGrid } from './AnnotationGrid'
import styles from './AnnotationsView.module.css'
import { Filters } from './Filters'
import { Rules } from './Rules'
import { SearchBox } from './SearchBox'
import { TabSwitch } from './TabSwitch'
import { useAnnotations } from './useAnnotations'

/** The list of annotations with what narrows it and what can be done with the chosen ones. */
export function AnnotationsTab() {
  const desk = useDesk()
  const session = useSession()
  const review = useCell(desk.review)
  const chosen = useCell(desk.chosen)
  const listed = useAnnotations()
  const order = useMemo(() => (listed?.rows ?? []).map((row) => row.annotation.id), [listed])
  useKept(order, listed !== null)
  const cursor = listed?.rows[chosen.cursor === null ? -1 : order.indexOf(chosen.cursor)]
  const none = session.seen.annotation.size === 0
  return (
    <>
      <div className={styles['bar']}>
        <TabSwitch />
        <SearchBox label="Search the annotations" value={review.typed} placeholder="Search quotations, memos, fields" onType={(typed) => { desk.review.update((now) => ({ ...now, typed })) }} />
        <span className={styles['count']} role="status">{listed && (listed.rows.length === listed.total ? `${number(listed.total)} ${listed.total === 1 ? 'annotation' : 'annotations'}` : `${number(listed.rows.length)} of ${number(listed.total)} annotations`)}</span>
        <Actions />
      </div>
      <Filters />
      {none ? (
        <div className={styles['empty']}><h2>Nothing is coded yet</h2><p>Open an event under <i>Read</i>, select a passage and press the key of a code. Every annotation then stands here.</p></div>
      ) : listed && listed.rows.length === 0 ? (
        <div className={styles['empty']}>
          <h2>{review.incomplete && review.typed === '' ? 'Nothing incomplete here' : review.outdated && review.typed === '' ? 'Nothing made under an older definition here' : review.unplaced && review.typed === '' ? 'Every annotation has its place' : 'No annotation matches'}</h2>
          <p>The list is narrowed by what is chosen above.</p>
          {!isUnfiltered(review) && <Button onClick={() => { desk.review.update(({ sort }) => ({ ...everything, sort })) }}>Show all annotations</Button>}
        </div>
      ) : <AnnotationGrid rows={listed?.rows ?? []} order={order} />}
      {cursor?.outdated === true && cursor.entry && <Rules entry={cursor.entry} />}
    </>
  )
}

const number = (n: number): string => n.toLocaleString('en-GB')

/** Nothing stays chosen that is no longer listed; where the row at the keyboard went, the one in its place is next. */
function useKept(order: readonly string[], ready: boolean): void {
  const { chosen } = useDesk()
  const now = useCell(chosen)
  const at = useRef(0)
  useEffect(() => {
    if (!ready) return
    chosen.update((before) => kept(before, order, at.current))
  }, [chosen, order, ready])
  useEffect(() => {
    if (now.cursor !== null) at.current = Math.max(0, order.indexOf(now.cursor))
  }, [now, order])
}

function kept(chosen: Chosen, order: readonly string[], at: number): Chosen {
  const lost = chosen.cursor !== null && !order.includes(chosen.cursor)
  const there = chosen.ids.size > 0 ? new Set(order) : undefined
  const ids = [...chosen.ids].filter((id) => there?.has(id))
  if (ids.length === chosen.ids.size && !lost) return chosen
  const cursor = lost ? (order[Math.min(at, order.length - 1)] ?? null) : chosen.cursor
  return cursor === null ? noneChosen : { ids: new Set(ids), cursor, from: lost ? cursor : chosen.from }
}
