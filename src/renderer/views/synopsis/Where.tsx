import { openPassage, openSubject } from '../../commands/reviewing'
import type { Desk } from '../../commands/command'
import type { Place } from '../../../domain/synopsis/parallel'
import type { Teller } from '../../../domain/synopsis/tellers'
import { useDesk } from '../desk'
import styles from './Told.module.css'
import { tellerName } from './useTelling'

/** Goes to a place in its article; to the article itself where it is that as a whole. */
export function readPlace(desk: Desk, { article, start, end }: Place): void {
  if (start < end) openPassage(desk, article, { start, end })
  else openSubject(desk, article)
}

/** The outlets that have something, each of which reads it in context. */
export function Where({ tellers, at }: { readonly tellers: readonly Teller[]; readonly at: ReadonlyMap<string, readonly Place[]> }) {
  const desk = useDesk()
  return (
    <span className={styles['where']}>
      {tellers.flatMap((teller) => {
        const [first, ...more] = at.get(teller.key) ?? []
        return first ? [<button key={teller.key} type="button" data-row title="Read in context" onClick={() => { readPlace(desk, first) }}><bdi>{tellerName(teller)}</bdi>{more.length > 0 && <small>{more.length + 1}</small>}</button>] : []
      })}
    </span>
  )
}
