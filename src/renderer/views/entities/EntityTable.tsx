import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef, type MouseEvent } from 'react'
import type { Annotation } from '../../../domain/project/annotation'
import type { Entity } from '../../../domain/project/entity'
import { toggled } from '../rowSelection'
import styles from './EntitiesView.module.css'
import { EntityCells } from './EntityCells'
import { sortable, type SortBy } from './entityRows'

interface Props {
  readonly entities: readonly Entity[]
  readonly use: ReadonlyMap<string, readonly Annotation[]>
  /** Whether `use` is known of all articles. */
  readonly complete: boolean
  readonly selected: ReadonlySet<string>
  readonly onSelect: (selected: ReadonlySet<string>) => void
  readonly sort: SortBy
  readonly onSort: (sort: SortBy) => void
  /** The entity whose uses are listed beside the table. */
  readonly shown: string | null
  readonly onShow: (id: string) => void
}

const titles = [['name', 'Name'], ['kind', 'Kind'], ['aliases', 'Other names'], ['memo', 'Memo'], ['uses', 'Uses']] as const
const ROW = 34

const isSortable = (column: string): column is SortBy['column'] => sortable.some((one) => one === column)

/** The rows one can see, however many there are. */
export function EntityTable({ entities, use, complete, selected, onSelect, sort, onSort, shown, onShow }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const lastClicked = useRef<string | null>(null)
  const rows = useVirtualizer({ count: entities.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 10, getItemKey: (i) => entities[i]?.id ?? i })
  const all = entities.length > 0 && entities.every((one) => selected.has(one.id))
  const toggle = (id: string, event: MouseEvent): void => {
    onSelect(toggled(entities.map((one) => one.id), selected, id, event.shiftKey ? lastClicked.current : null))
    lastClicked.current = id
  }
  return (
    <div className={styles['table']} role="table" aria-label="Entities" aria-rowcount={entities.length + 1}>
      <div className={`${styles['row']} ${styles['titles']}`} role="row">
        <span role="columnheader" className={styles['check']}><input type="checkbox" aria-label="Select all entities shown" checked={all} onChange={() => { onSelect(all ? new Set() : new Set(entities.map((one) => one.id))) }} /></span>
        {titles.map(([column, title]) => (isSortable(column) ? (
          <span key={column} role="columnheader" aria-sort={sort.column === column ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
            <button type="button" className={styles['title']} onClick={() => { onSort({ column, descending: sort.column === column ? !sort.descending : column === 'uses' }) }}>
              {title}{sort.column === column && (sort.descending ? <ArrowDown size={12} /> : <ArrowUp size={12} />)}
            </button>
          </span>
        ) : <span key={column} role="columnheader" className={styles['title']}>{title}</span>))}
      </div>
      <div ref={scroller} className={styles['rows']} role="rowgroup">
        <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const entity = entities[index]
            return entity && (
              <div key={entity.id} role="row" aria-rowindex={index + 2} className={`${styles['row']} ${selected.has(entity.id) ? styles['chosen'] : ''}`} style={{ transform: `translateY(${start}px)` }}>
                <span role="cell" className={styles['check']}><input type="checkbox" aria-label={`Select ${entity.name}`} checked={selected.has(entity.id)} onClick={(event) => { toggle(entity.id, event) }} readOnly /></span>
                <EntityCells entity={entity} index={index} uses={use.get(entity.id)?.length ?? 0} complete={complete} shown={shown === entity.id} onShow={() => { onShow(entity.id) }} />
              </div>
            )
          })}
        </div>
        {entities.length === 0 && <p className={styles['none']}>No entity matches.</p>}
      </div>
    </div>
  )
}
