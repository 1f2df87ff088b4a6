import type { Column } from '../../../domain/exporting/column'
import styles from './ExportView.module.css'
import { kindOf } from './words'

/** Values of a variable that are listed; the data dictionary has all. */
const MOST = 12

/** What each column means. */
export function ColumnList({ columns }: { readonly columns: readonly Column[] }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is longer than the window is scrolled with the keyboard too
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label="What the columns mean">
      <table className={styles['columns']}>
        <thead><tr><th scope="col">Column</th><th scope="col">What it holds</th><th scope="col">Type and level</th><th scope="col">Values</th></tr></thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.name}>
              <th scope="row"><bdi>{column.name}</bdi></th>
              <td>{column.label !== column.name && <b><bdi>{column.label}</bdi></b>} {column.meaning}</td>
              <td>{kindOf(column)}</td>
              <td>{column.values && <Values values={column.values} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Values = ({ values }: { readonly values: NonNullable<Column['values']> }) => (
  <>
    {values.slice(0, MOST).map(({ value, label }) => <div key={value}><bdi>{value}</bdi>{label !== String(value) && <> = <bdi>{label}</bdi></>}</div>)}
    {values.length > MOST && <div>and {values.length - MOST} more</div>}
  </>
)
