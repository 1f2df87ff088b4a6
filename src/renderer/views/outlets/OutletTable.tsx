import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef, type MouseEvent } from 'react'
import type { KnownOutlet } from '../../../domain/query/outlets'
import { toggled } from '../rowSelection'
import { OutletCells } from './OutletCells'
import { FIXED, type SortBy } from './outletRows'
import styles from './OutletsView.module.css'

interface Props {
  readonly outlets: readonly KnownOutlet[]
  readonly properties: readonly string[]
  readonly selected: ReadonlySet<string>
  readonly onSelect: (selected: ReadonlySet<string>) => void
  readonly sort: SortBy
  readonly onSort: (sort: SortBy) => void
}

const titles = [['name', 'Outlet'], ['articles', 'Articles']] as const
const ROW = 34
/** Of a property, in pixels, and of all that stands before the first. */
const [COLUMN, BEFORE] = [100, 420]
/** With more properties than these only the columns in view are drawn. */
const FEW = 16

/** The rows one can see, however many there are. */
export function OutletTable({ outlets, properties, selected, onSelect, sort, onSort }: Props) {
  const table = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const lastClicked = useRef<string | null>(null)
  const rows = useVirtualizer({ count: outlets.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 10, getItemKey: (i) => outlets[i]?.name ?? i })
  const many = properties.length > FEW
  const across = useVirtualizer({ horizontal: true, enabled: many, count: properties.length, getScrollElement: () => table.current, estimateSize: () => COLUMN, scrollMargin: BEFORE, overscan: 4 })
  const shown = many ? across.getVirtualItems().map(({ index }) => index) : properties.map((_name, index) => index)
  const names = outlets.map(({ name }) => name)
  const all = names.length > 0 && names.every((name) => selected.has(name))
  const toggle = (name: string, event: MouseEvent): void => {
    onSelect(toggled(names, selected, name, event.shiftKey ? lastClicked.current : null))
    lastClicked.current = name
  }
  const columns = { gridTemplateColumns: `36px minmax(150px, 2fr) 72px minmax(150px, 2fr) repeat(${properties.length}, ${many ? `${COLUMN}px` : `minmax(${COLUMN}px, 1fr)`})`, minWidth: BEFORE + properties.length * COLUMN }
  return (
    <div ref={table} className={styles['table']} role="table" aria-label="Outlets" aria-rowcount={outlets.length + 1} aria-colcount={FIXED + properties.length}>
      <div className={`${styles['row']} ${styles['titles']}`} role="row" style={columns}>
        <span role="columnheader" className={styles['check']}><input type="checkbox" aria-label="Select all outlets shown" checked={all} onChange={() => { onSelect(all ? new Set() : new Set(names)) }} /></span>
        {titles.map(([column, title]) => (
          <span key={column} role="columnheader" aria-sort={sort.column === column ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
            <button type="button" className={styles['title']} onClick={() => { onSort({ column, descending: sort.column === column ? !sort.descending : column === 'articles' }) }}>
              {title} {sort.column === column && (sort.descending ? <ArrowDown size={12} /> : <ArrowUp size={12} />)}
            </button>
          </span>
        ))}
        <span role="columnheader" className={styles['title']}>Other names</span>
        {shown.map((column) => <span key={properties[column]} role="columnheader" aria-colindex={FIXED + column + 1} style={{ gridColumn: FIXED + column + 1 }} className={styles['title']} title={properties[column]}><bdi>{properties[column]}</bdi></span>)}
      </div>
      <div ref={scroller} className={styles['rows']} role="rowgroup" style={{ minWidth: columns.minWidth }}>
        <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const outlet = outlets[index]
            return outlet && (
              <div key={outlet.name} role="row" aria-rowindex={index + 2} className={`${styles['row']} ${selected.has(outlet.name) ? styles['chosen'] : ''}`} style={{ ...columns, transform: `translateY(${start}px)` }}>
                <span role="cell" className={styles['check']}><input type="checkbox" aria-label={`Select ${outlet.name}`} checked={selected.has(outlet.name)} onClick={(event) => { toggle(outlet.name, event) }} readOnly /></span>
                <OutletCells outlet={outlet} index={index} properties={properties} shown={shown} />
              </div>
            )
          })}
        </div>
        {outlets.length === 0 && <p className={styles['none']}>No outlet matches.</p>}
      </div>
    </div>
  )
}
