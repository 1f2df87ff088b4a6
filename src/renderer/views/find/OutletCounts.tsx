import type { FindResult } from '../../../domain/query/concordance'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import styles from './FindView.module.css'
import { number } from './number'

/** Hits by outlet; choosing one narrows the search to it. */
export function OutletCounts({ outlets }: { readonly outlets: FindResult['outlets'] }) {
  const { finds } = useDesk()
  const { filters } = useCell(finds)
  if (outlets.length === 0) return null
  return (
    <aside className={styles['outlets']} aria-label="Hits by outlet">
      <h2><span>Outlet</span><span>Hits</span><span>Articles</span></h2>
      {outlets.map(({ outlet, hits, articles }) => (
        <button key={outlet} type="button" aria-pressed={filters.outlet === outlet} title={outlet} onClick={() => { finds.update((now) => ({ ...now, cursor: null, filters: { ...now.filters, outlet: filters.outlet === outlet ? null : outlet } })) }}>
          <bdi>{outlet || 'Unknown outlet'}</bdi><span>{number(hits)}</span><span>{number(articles)}</span>
        </button>
      ))}
    </aside>
  )
}
