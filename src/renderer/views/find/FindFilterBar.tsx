import { useMemo } from 'react'
import { latestFirst } from '../../../domain/project/order'
import { allArticles, takesAll, type FindFilters } from '../../store/finds'
import { useCell } from '../../store/watch'
import { CodeFilter } from '../CodeFilter'
import { useDesk, useSession } from '../desk'
import styles from './FindView.module.css'
import { number } from './number'

const coded = [['any', 'Coded or not'], ['mine', 'Coded by me'], ['not-mine', 'Not coded by me'], ['anybody', 'Coded by anybody'], ['nobody', 'Coded by nobody']] as const

/** Which articles are looked through. @param left ids of those the filters leave, null for all */
export function FindFilterBar({ left }: { readonly left: readonly string[] | null }) {
  const { finds } = useDesk()
  const session = useSession()
  const catalogue = useCell(session.catalogue)
  const { filters } = useCell(finds)
  const { seen: records } = session
  // The records are replaced in place: the catalogue says when these lists are old.
  // oxlint-disable-next-line react/exhaustive-deps
  const outlets = useMemo(() => [...new Set(Array.from(records.article.values(), ({ outlet }) => outlet))].filter((outlet) => outlet !== '').sort(new Intl.Collator().compare), [records, catalogue, records.article.size])
  const set = (change: Partial<FindFilters>): void => { finds.update((now) => ({ ...now, filters: { ...now.filters, ...change }, cursor: null })) }
  const days = (id: 'from' | 'to', name: string) => (
    <label className={styles['day']} data-set={filters[id] !== ''}>{name} <input type="date" aria-label={id === 'from' ? 'From this day on' : 'Up to this day'} value={filters[id]} onChange={(event) => { set({ [id]: event.target.value }) }} /></label>
  )
  const choice = (name: string, value: string | null, all: string, choices: Iterable<readonly [string, string]>, choose: (value: string | null) => void) => (
    <select aria-label={name} value={value === null ? 'all' : `=${value}`} data-set={value !== null} onChange={(event) => { choose(event.target.value === 'all' ? null : event.target.value.slice(1)) }}>
      <option value="all">{all}</option>
      {[...choices].map(([id, label]) => <option key={id} value={`=${id}`}>{label}</option>)}
    </select>
  )
  return (
    <div className={styles['filters']} role="group" aria-label="Filters">
      {choice('Outlet', filters.outlet, 'All outlets', [...outlets.map((outlet) => [outlet, outlet] as const), ['', 'Unknown outlet']], (outlet) => { set({ outlet }) })}
      {days('from', 'from')}
      {days('to', 'to')}
      {choice('Event', filters.event, 'All events', [...[...records.event.values()].sort(latestFirst).map(({ id, name }) => [id, name] as const), ['none', 'No event']], (event) => { set({ event }) })}
      <CodeFilter within={filters.within} any="With any code or none" onChoose={(within) => { set({ within }) }} />
      {choice('Coder', filters.coder, 'All coders', Array.from(records.coder.values(), ({ id, name }) => [id, name] as const), (coder) => { set({ coder }) })}
      <select aria-label="Coded or not" value={filters.coded} data-set={filters.coded !== 'any'} onChange={(event) => { set({ coded: coded.find(([id]) => id === event.target.value)?.[0] ?? 'any' }) }}>
        {coded.map(([id, name]) => <option key={id} value={id}>{name}</option>)}
      </select>
      <span className={styles['left']} role="status">{number(left?.length ?? records.article.size)} {left ? `of ${number(records.article.size)} articles` : records.article.size === 1 ? 'article' : 'articles'}</span>
      {!takesAll(filters) && <button type="button" className={styles['link']} onClick={() => { set(allArticles) }}>All articles</button>}
    </div>
  )
}
