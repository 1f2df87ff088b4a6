import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState, type KeyboardEvent } from 'react'
import styles from './codebookDialogs.module.css'

export interface SplitRow {
  readonly id: string
  readonly quote: string
  readonly outlet: string
  readonly coder: string
  /** Whether it is another coder's. */
  readonly other: boolean
}

interface Props {
  readonly rows: readonly SplitRow[]
  /** The name of the code that is split. */
  readonly stays: string
  readonly names: readonly string[]
  readonly assigned: ReadonlyMap<string, number>
  /** Null for what stays. */
  readonly onAssign: (ids: readonly string[], index: number | null) => void
}

const ROW = 34

/** The new code a digit stands for; null for what stays. */
const targetOf = (digit: number): number | null => (digit === 0 ? null : digit - 1)

/** Which annotation goes to which of the new codes: a digit chooses and goes on to the next, 0 lets it stay. */
export function SplitTable({ rows, stays, names, assigned, onAssign }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 10, getItemKey: (i) => rows[i]?.id ?? i })
  const options = [stays, ...names].map((name, i) => <option key={i} value={i}>{i === 0 ? `0 stays ${name}` : `${i} ${name.trim()}`}</option>) // oxlint-disable-line react/no-array-index-key -- their place is what they are
  const onKey = (row: SplitRow, index: number) => (event: KeyboardEvent<HTMLSelectElement>): void => {
    const digit = /^\d$/.test(event.key) && !event.ctrlKey && !event.altKey ? Number(event.key) : undefined
    if (digit !== undefined && digit <= names.length) onAssign([row.id], targetOf(digit))
    else if (event.key !== 'Enter') return
    event.preventDefault()
    scroller.current?.querySelector<HTMLElement>(`[data-at="${index + 1}"]`)?.focus()
  }
  return (
    <>
      <AllOf rows={rows} options={options} onAssign={onAssign} />
      <div className={styles['table']} role="table" aria-label="Annotations" aria-rowcount={rows.length + 1}>
        <div role="row" className={`${styles['row']} ${styles['titles']}`}><span role="columnheader">Passage</span><span role="columnheader">Outlet</span><span role="columnheader">Coder</span><span role="columnheader">Goes to</span></div>
        <div ref={scroller} role="rowgroup" className={styles['rows']} style={{ height: `min(38vh, ${rows.length * ROW}px)` }}>
          <div style={{ height: list.getTotalSize(), position: 'relative' }}>
            {list.getVirtualItems().map(({ index, start }) => {
              const row = rows[index]
              return row && (
                <div key={row.id} role="row" aria-rowindex={index + 2} className={styles['row']} style={{ transform: `translateY(${start}px)` }}>
                  <span role="cell" className={styles['quote']} title={row.quote}><bdi>{row.quote}</bdi></span>
                  <span role="cell"><bdi>{row.outlet}</bdi></span>
                  <span role="cell"><bdi>{row.coder}</bdi></span>
                  <span role="cell">
                    <select data-at={index} aria-label={`Where “${row.quote.slice(0, 80)}” goes`} value={(assigned.get(row.id) ?? -1) + 1} onKeyDown={onKey(row, index)} onChange={(event) => { onAssign([row.id], targetOf(Number(event.target.value))) }}>
                      {options}
                    </select>
                  </span>
                </div>
              )
            })}
          </div>
        </div>
      </div>
    </>
  )
}

/** Assigns everything of one outlet or coder, or all there is, at once. */
function AllOf({ rows, options, onAssign }: { readonly rows: readonly SplitRow[]; readonly options: React.ReactNode; readonly onAssign: Props['onAssign'] }) {
  const [which, setWhich] = useState('all')
  const outlets = [...new Set(rows.map((row) => row.outlet))].filter(Boolean)
  const coders = [...new Set(rows.map((row) => row.coder))]
  const meant = (row: SplitRow): boolean => which === 'all' || which === `outlet ${row.outlet}` || which === `coder ${row.coder}`
  return (
    <p className={styles['allOf']}>
      <span>All of</span>
      <select aria-label="All of" value={which} onChange={(event) => { setWhich(event.target.value) }}>
        <option value="all">these annotations</option>
        {outlets.map((outlet) => <option key={outlet} value={`outlet ${outlet}`}>{outlet}</option>)}
        {coders.map((coder) => <option key={coder} value={`coder ${coder}`}>{`coder ${coder}`}</option>)}
      </select>
      <span>to</span>
      <select aria-label="to" value="" onChange={(event) => { onAssign(rows.filter(meant).map((row) => row.id), targetOf(Number(event.target.value))) }}>
        <option value="" disabled hidden>…</option>{options}
      </select>
    </p>
  )
}
