import { meaningOf, needsDayOrder, withMeaning, type ColumnMeaning } from '../../../domain/import/columns'
import type { ColumnMapping } from '../../../domain/import/mapping'
import type { TableOffer } from '../../../preload/contract'
import { Select } from '../../controls/Select'
import type { ImportAssistant } from '../../store/import/assistant'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import styles from './ImportView.module.css'

const meanings: readonly { readonly value: ColumnMeaning; readonly label: string }[] = [
  { value: 'text', label: 'Text' }, { value: 'headline', label: 'Headline' }, { value: 'outlet', label: 'Outlet' }, { value: 'date', label: 'Date' }, { value: 'byline', label: 'Byline' },
  { value: 'section', label: 'Section' }, { value: 'language', label: 'Language' }, { value: 'url', label: 'Address' }, { value: 'variable', label: 'A variable' }, { value: 'ignored', label: 'Ignored' },
]
const orders = [{ value: 'unsaid', label: 'Not said: stays unknown' }, { value: 'day-first', label: 'Day first: 3 April' }, { value: 'month-first', label: 'Month first: 4 March' }] as const

// Enough to recognise a column by.
const EXAMPLES = 3
const LONGEST = 120

/** What the columns of one table mean, with examples; every change reads the table anew. */
export function Columns({ assistant, table }: { readonly assistant: ImportAssistant; readonly table: TableOffer }) {
  const { app } = useDesk()
  const { entries } = useCell(assistant.state)
  const { key, file, rows, sample, mapping, remembered } = table
  const change = (next: ColumnMapping): void => {
    void assistant.remap(key, next).then((problem) => { if (problem !== null) app.notice.set(problem) })
  }
  const valuesOf = (column: string): readonly string[] => sample.rows.flatMap((row) => row[sample.columns.indexOf(column)] ?? []).filter((value) => value.trim() !== '')
  const { date } = mapping.roles
  const unread = entries.some((one) => one.file === key && one.problems.some(({ kind }) => kind === 'unread-date'))
  const asksOrder = date !== undefined && (mapping.dates !== null || unread || needsDayOrder(valuesOf(date)))
  return (
    // What is longer than the window is scrolled with the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles['scroll']} aria-label={`Columns of ${file}`} tabIndex={0}>
      <h2><bdi>{file}</bdi></h2>
      <p className={styles['lead']}>{mapping.roles.text === undefined ? 'Choose the column that holds the text: until then nothing is read of this table.' : `${rows.toLocaleString('en')} ${rows === 1 ? 'article' : 'articles'}.`} {remembered ? 'The columns are read as last time.' : 'What the columns mean is remembered once you import.'}</p>
      <Rereading assistant={assistant} file={key} />
      {asksOrder && (
        <div className={styles['order']}>
          <span id="day-order">In dates such as 03/04/2024, which comes first?</span>
          <Select label="Which comes first in dates" describedBy="day-order" value={mapping.dates ?? 'unsaid'} choices={orders} onChoose={(order) => { change({ ...mapping, dates: order === 'unsaid' ? null : order }) }} />
        </div>
      )}
      <table className={styles['columns']}>
        <thead><tr><th>Column</th><th>What it is</th><th>Examples</th></tr></thead>
        <tbody>
          {sample.columns.map((column) => (
            <tr key={column}>
              <th scope="row"><bdi>{column}</bdi></th>
              <td><Select label={`What ${column} is`} value={meaningOf(mapping, column)} choices={meanings} onChoose={(meaning) => { change(withMeaning(mapping, sample.columns, column, meaning)) }} /></td>
              <td>{valuesOf(column).slice(0, EXAMPLES).map((value, i) => <bdi key={i}>{value.slice(0, LONGEST)}{value.length > LONGEST && ' …'}</bdi>)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Always there: what appears together with its text is not read out. */
function Rereading({ assistant, file }: { readonly assistant: ImportAssistant; readonly file: string }) {
  const now = useCell(assistant.rereading)
  const { done = 0, total = 0 } = now?.progress ?? {}
  return <p className={styles['rereading']} role="status">{now?.file === file && `Reading it anew${total > 1 ? `, ${done.toLocaleString('en')} of ${total.toLocaleString('en')}` : ''} …`}</p>
}
