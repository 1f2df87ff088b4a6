import type { LineOrder } from '../../../domain/query/concordance'
import { Button } from '../../controls/Button'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import styles from './FindView.module.css'
import { number } from './number'
import { MOST_HITS, type Found } from './useFind'
import { counted } from '../codebook/words'

const orders: readonly (readonly [LineOrder, string])[] = [
  ['corpus', 'Corpus order, by date'], ['latest', 'Latest first'], ['outlet', 'Outlet'],
  ['left-1', '1st word to the left (1L)'], ['left-2', '2nd word to the left (2L)'], ['left-3', '3rd word to the left (3L)'],
  ['right-1', '1st word to the right (1R)'], ['right-2', '2nd word to the right (2R)'], ['right-3', '3rd word to the right (3R)'],
]

/** How much was found, in which order it stands, and what can be done with it. */
export function FindStatus({ found }: { readonly found: Found }) {
  const desk = useDesk()
  const session = useSession()
  const { order } = useCell(desk.finds)
  const { state, found: { hits, unread, full }, ticked } = found
  const over = state === 'over'
  const chosen = (): readonly number[] => (found.order ?? Array.from({ length: hits }, (_, hit) => hit)).filter((hit) => ticked.size === 0 || ticked.has(hit))
  const save = async (): Promise<void> => {
    const written = await found.search.export(chosen())
    if (written) desk.app.notice.set(`${counted(written.lines, 'line')} of the concordance ${written.lines === 1 ? 'was' : 'were'} written to ${written.place}.`)
  }
  return (
    <div className={styles['status']}>
      <span role="status" className={styles['sum']}>
        <b>{counted(hits, 'hit')}</b> in {counted(found.found.articles, 'article')}{!over && <> so far, {number(found.done)} of {number(found.total)} articles looked through</>}
        {full && <em> There are more: the search stops at {number(MOST_HITS)} hits. Narrow it with another word or a filter.</em>}
        {unread > 0 && <em> {counted(unread, 'text')} can’t be read.</em>}
      </span>
      <label className={styles['order']}>Order
        <select value={order} disabled={!over} onChange={(event) => { desk.finds.update((now) => ({ ...now, order: orders.find(([id]) => id === event.target.value)?.[0] ?? 'corpus' })) }}>
          {orders.map(([id, name]) => <option key={id} value={id}>{name}</option>)}
        </select>
      </label>
      <Button disabled={!over} onClick={() => { save().catch(desk.app.tell) }}>Export {ticked.size > 0 ? `${number(ticked.size)} ticked` : 'all'} as CSV …</Button>
      <Button kind="main" disabled={!over || ticked.size === 0 || session.readOnly !== null} title={ticked.size === 0 ? 'Tick hits first: Space ticks one, Ctrl+A all' : undefined} onClick={() => { desk.overlay.set({ kind: 'code-hits', hits: chosen() }) }}>Code {ticked.size > 0 ? counted(ticked.size, 'ticked hit') : 'ticked hits'} …</Button>
    </div>
  )
}
