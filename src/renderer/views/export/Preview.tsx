import { useState } from 'react'
import type { ExportPreview } from '../../../preload/contract'
import type { ExportAssistant } from '../../store/export/assistant'
import { useCell } from '../../store/watch'
import { ColumnList } from './ColumnList'
import styles from './ExportView.module.css'
import { FirstRows } from './FirstRows'
import { counted, filesWords, POSITIONS_ONLY } from './words'

const tabs = [['rows', 'First rows'], ['columns', 'Columns']] as const

/** How the export would begin, what its columns mean, and what it would leave out. */
export function Preview({ assistant, hindrance }: { readonly assistant: ExportAssistant; readonly hindrance: string | null }) {
  const { preview, reading } = useCell(assistant.looked)
  const [tab, setTab] = useState<'rows' | 'columns'>('rows')
  const [table, setTable] = useState('')
  const [beyond, setBeyond] = useState(0)
  const { texts, format } = useCell(assistant.order)
  const shown = preview?.tables.find(({ title }) => title === table) ?? preview?.tables[0]
  return (
    <section className={styles['preview']} aria-label="Preview" aria-busy={reading}>
      {hindrance !== null && <p className={styles['trouble']} role="alert">{hindrance}</p>}
      {preview && hindrance === null && <Notes preview={preview} texts={texts} />}
      {shown && hindrance === null && (
        <>
          <nav className={styles['tabs']} aria-label="What to look at">
            {tabs.map(([id, name]) => <button key={id} type="button" aria-current={tab === id ? 'page' : undefined} onClick={() => { setTab(id) }}>{name}{id === 'columns' && <span> {shown.columns.length}</span>}</button>)}
            {preview && preview.tables.length > 1 && (
              <select aria-label="Table" value={shown.title} onChange={(event) => { setTable(event.target.value) }}>
                {preview.tables.map(({ title }) => <option key={title} value={title}>{title}</option>)}
              </select>
            )}
            {tab === 'rows' && beyond > 0 && <span className={styles['beyond']}>{counted(beyond, 'more column')} to the right →</span>}
          </nav>
          {tab === 'rows' ? <FirstRows table={shown} format={format} onBeyond={setBeyond} /> : <ColumnList columns={shown.columns} />}
        </>
      )}
      {preview && !shown && hindrance === null && <Beginning text={preview.text} />}
      {!preview && hindrance === null && <p className={styles['wait']} role="status">Looking at how it would begin …</p>}
    </section>
  )
}

/** Files and losses: what one should know before anything is written. */
function Notes({ preview, texts }: { readonly preview: ExportPreview; readonly texts: boolean }) {
  const losses = texts ? preview.losses : [POSITIONS_ONLY, ...preview.losses]
  return (
    <div className={styles['notes']} role="group" aria-label="What is written">
      <p>{filesWords(preview.files)}{losses.length === 0 && ' Nothing of what is chosen is left out or altered.'}</p>
      {losses.length > 0 && <ul aria-label="What is left out or altered">{losses.map((loss) => <li key={loss}>{loss}</li>)}</ul>}
    </div>
  )
}

function Beginning({ text }: { readonly text: string | null }) {
  if (text === null) return <p className={styles['wait']}>This format has no preview here: look at the file once it is written.</p>
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is longer than the window is scrolled with the keyboard too
    <pre className={styles['beginning']} tabIndex={0} aria-label="How the file begins">{text}</pre>
  )
}
