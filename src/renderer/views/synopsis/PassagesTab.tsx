import type { TableRow } from '../../../domain/synopsis/table'
import { Button } from '../../controls/Button'
import { allPassages, takesAllPassages } from '../../store/synopsisView'
import type { EventSynopsis } from '../../store/synopses'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import { ExportBar } from './ExportBar'
import { FilterBar } from './FilterBar'
import { PassageTable } from './PassageTable'
import styles from './SynopsisView.module.css'
import { useColumns, type Column } from './useColumns'
import { useTable, type Table } from './useTable'
import { whyNotCompared } from './words'

const none: readonly TableRow[] = []

/** What the articles of an event share: a row for each passage, a column for each article. */
export function PassagesTab({ synopsis }: { readonly synopsis: EventSynopsis }) {
  const columns = useColumns(synopsis)
  const table = useTable(synopsis, columns)
  if (!table) return <div className={styles['empty']} role="status"><p>The texts are being read.</p></div>
  if (table.nothing) return <Nothing columns={columns} />
  return (
    <>
      <FilterBar table={table} columns={columns} />
      {table.rows?.length === 0 ? <NoneLeft table={table} /> : <PassageTable key={synopsis.event} synopsis={synopsis} rows={table.rows ?? none} codesOf={table.codesOf} columns={columns} />}
      <ExportBar synopsis={synopsis} table={table} columns={columns} />
    </>
  )
}

function Nothing({ columns }: { readonly columns: readonly Column[] }) {
  const out = columns.flatMap(({ name, why }) => (why === null ? [] : [{ name, why }]))
  const compared = columns.length - out.length
  return (
    <div className={styles['empty']}>
      <h2>There is nothing to compare</h2>
      <p>{columns.length < 2 ? `This event has ${columns.length === 0 ? 'no article yet' : 'only one article'}: a synopsis needs two at least. Move articles to it in the Articles view.`
        : compared < 2 ? 'Of the articles of this event no two can be compared.' : 'The articles of this event share no statement, as far as their words show.'}</p>
      {out.length > 0 && columns.length > 1 && <ul>{out.map(({ name, why }) => <li key={name}><bdi>{name}</bdi>: {whyNotCompared[why]}.</li>)}</ul>}
    </div>
  )
}

function NoneLeft({ table: { total, suggestions } }: { readonly table: Table }) {
  const { synopsisView } = useDesk()
  const { filters } = useCell(synopsisView)
  const only = total === 0 && takesAllPassages(filters)
  const set = (change: Partial<typeof filters>): void => { synopsisView.update((now) => ({ ...now, filters: { ...now.filters, ...change } })) }
  return (
    <div className={styles['empty']}>
      <h2>{only ? 'Only suggestions' : 'No passage matches'}</h2>
      <p>{only ? `Nothing is so much alike that it is sure to be shared; ${suggestions === 1 ? 'one passage may be' : `${suggestions} passages may be`}.` : 'The table is narrowed by what is chosen above.'}</p>
      {only ? <Button onClick={() => { set({ suggestions: true }) }}>Show suggestions</Button> : <Button onClick={() => { set({ ...allPassages, suggestions: filters.suggestions }) }}>Show all shared passages</Button>}
    </div>
  )
}
