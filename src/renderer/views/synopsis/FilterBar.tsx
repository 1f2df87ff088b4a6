import { outletKey } from '../../../domain/synopsis/table'
import { tableOrders } from '../../../domain/synopsis/tableQuery'
import { perform, allCommands } from '../../commands/list'
import { filtersInForce, type PassageFilters } from '../../store/synopsisView'
import { useCell } from '../../store/watch'
import { CodeFilter } from '../CodeFilter'
import { CommandKeys } from '../CommandKeys'
import { useDesk } from '../desk'
import styles from './FilterBar.module.css'
import type { Column } from './useColumns'
import type { Table } from './useTable'
import { orderWords } from './words'

/** What narrows and orders the table of shared passages. */
export function FilterBar({ table, columns }: { readonly table: Table; readonly columns: readonly Column[] }) {
  const desk = useDesk()
  const { filters, order, differences } = useCell(desk.synopsisView)
  const set = (change: Partial<PassageFilters>): void => { desk.synopsisView.update((now) => ({ ...now, filters: { ...now.filters, ...change } })) }
  const outlets = new Map(columns.map(({ article, name }) => [outletKey(article), name]))
  const inForce = filtersInForce(filters, outlets, table.speakers)
  const differing = allCommands(desk).find(({ id }) => id === 'synopsis.differences')
  const choice = (label: string, value: string | null, any: string, choices: Iterable<readonly [string, string]>, choose: (value: string | null) => void) => (
    <select aria-label={label} value={value === null ? 'any' : `=${value}`} data-set={value !== null} onChange={(event) => { choose(event.target.value === 'any' ? null : event.target.value.slice(1)) }}>
      <option value="any">{any}</option>
      {[...choices].map(([id, name]) => <option key={id} value={`=${id}`}>{label}: {name}</option>)}
    </select>
  )
  return (
    <div className={styles['bar']} role="group" aria-label="Narrow and order the table">
      <button type="button" className={styles['chip']} aria-pressed={filters.quotations} onClick={() => { set({ quotations: true }) }}>Quotations</button>
      <button type="button" className={styles['chip']} aria-pressed={!filters.quotations} onClick={() => { set({ quotations: false }) }}>All shared passages</button>
      {table.suggestions > 0 && <button type="button" className={styles['chip']} aria-pressed={filters.suggestions} title="Passages that rest on weak evidence alone" onClick={() => { set({ suggestions: !filters.suggestions }) }}>Suggestions {table.suggestions}</button>}
      {(table.confirmed > 0 || filters.confirmed) && <button type="button" className={styles['chip']} aria-pressed={filters.confirmed} onClick={() => { set({ confirmed: !filters.confirmed }) }}>Confirmed {table.confirmed}</button>}
      {(table.rejected > 0 || filters.rejected) && <button type="button" className={styles['chip']} aria-pressed={filters.rejected} title="What was rejected, to look at it again or take it back" onClick={() => { set({ rejected: !filters.rejected }) }}>Rejected {table.rejected}</button>}
      {choice('Missing in', inForce.missingIn, 'Missing in …', outlets, (missingIn) => { set({ missingIn }) })}
      {choice('Speaker', inForce.speaker, 'Speaker: any', table.speakers.map((name) => [name, name] as const), (speaker) => { set({ speaker }) })}
      <CodeFilter within={filters.within} any="Code: any" units={['span', 'paragraph']} onChoose={(within) => { set({ within }) }} />
      <span className={styles['sum']}>
        <span role="status">{table.rows ? `${table.rows.length.toLocaleString('en-GB')} of ${table.total.toLocaleString('en-GB')} ${table.total === 1 ? 'passage' : 'passages'}` : 'Looking who is quoted …'}</span>
        <select aria-label="Order" value={order} onChange={(event) => { desk.synopsisView.update((now) => ({ ...now, order: tableOrders.find((one) => one === event.target.value) ?? 'outlets' })) }}>
          {tableOrders.map((one) => <option key={one} value={one}>{orderWords[one]}</option>)}
        </select>
        <button type="button" className={styles['chip']} aria-pressed={differences} title="Mark the words in which the outlets differ, and dim those in which they agree" onClick={() => { if (differing) perform(desk, differing) }}>Differences <CommandKeys command="synopsis.differences" /></button>
      </span>
    </div>
  )
}
