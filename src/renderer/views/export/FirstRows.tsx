import { useRef } from 'react'
import type { ExportCell } from '../../../domain/exporting/column'
import type { ExportFormat } from '../../../domain/exporting/kinds'
import type { TablePreview } from '../../../preload/contract'
import styles from './ExportView.module.css'
import { useBeyond } from './useBeyond'
import { kindOf } from './words'

interface Props {
  readonly table: TablePreview
  readonly format: ExportFormat
  /** Told how many columns stand further right than can be seen. */
  readonly onBeyond: (columns: number) => void
}

/** The first rows of a table, as they will be written. */
export function FirstRows({ table: { title, columns, rows, more }, format, onBeyond }: Props) {
  const region = useRef<HTMLDivElement>(null)
  useBeyond(region, onBeyond, columns)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is longer than the window is scrolled with the keyboard too
    <div ref={region} className={styles['scroll']} tabIndex={0} role="region" aria-label={`First rows of ${title}`}>
      <table className={styles['rows']}>
        <thead><tr>{columns.map((column) => <th key={column.name} scope="col" title={`${column.label}: ${column.meaning} (${kindOf(column)})`}><bdi>{column.name}</bdi></th>)}</tr></thead>
        <tbody>
          {rows.map((row, i) => <tr key={i}>{row.map((cell, k) => <td key={k} data-number={typeof cell === 'number' || undefined} data-id={(typeof cell === 'string' && ID.test(cell)) || undefined} title={typeof cell === 'string' && cell.length > 9 ? cell : undefined}><bdi>{shown(cell, format)}</bdi></td>)}</tr>)}
        </tbody>
      </table>
      <p className={styles['end']}>{ending(rows.length, more)}</p>
    </div>
  )
}

/** An id that was given by chance: its beginning tells it from the others. */
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function shown(cell: ExportCell, format: ExportFormat): string {
  if (typeof cell !== 'boolean') return cell === null ? '' : String(cell)
  return format === 'csv' || format === 'csv-safe' ? (cell ? '1' : '0') : String(cell)
}

function ending(rows: number, more: boolean): string {
  if (rows === 0) return more ? 'The first rows are not among what was looked at so far; the export goes through everything.' : 'There are no rows: nothing of this was coded.'
  return more ? 'and more' : rows === 1 ? 'This is the only row.' : `These are all ${rows} rows.`
}
