import type { ExportCell } from '../../../domain/exporting/column'
import type { TablePreview } from '../../../preload/contract'
import styles from './ExportView.module.css'
import { kindOf } from './words'

/** The first rows of a table, as they will be written. */
export function FirstRows({ table: { title, columns, rows, more } }: { readonly table: TablePreview }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is longer than the window is scrolled with the keyboard too
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={`First rows of ${title}`}>
      <table className={styles['rows']}>
        <thead><tr>{columns.map((column) => <th key={column.name} scope="col" title={`${column.label}: ${column.meaning} (${kindOf(column)})`}><bdi>{column.name}</bdi></th>)}</tr></thead>
        <tbody>
          {rows.map((row, i) => <tr key={i}>{row.map((cell, k) => <td key={k} data-number={typeof cell === 'number' || undefined} title={typeof cell === 'string' && cell.length > 24 ? cell : undefined}><bdi>{shown(cell)}</bdi></td>)}</tr>)}
        </tbody>
      </table>
      <p className={styles['end']}>{ending(rows.length, more)}</p>
    </div>
  )
}

const shown = (cell: ExportCell): string => (cell === null ? '' : typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : String(cell))

function ending(rows: number, more: boolean): string {
  if (rows === 0) return more ? 'The first rows are not among what was looked at so far; the export goes through everything.' : 'There are no rows: nothing of this was coded.'
  return more ? 'and more' : rows === 1 ? 'This is the only row.' : `These are all ${rows} rows.`
}
