import { useState } from 'react'
import type { ImportAssistant } from '../../store/import/assistant'
import { useCell } from '../../store/watch'
import { Columns } from './Columns'
import styles from './ImportView.module.css'

/** The tables among the files: what their columns mean. */
export function Tables({ assistant }: { readonly assistant: ImportAssistant }) {
  const { tables } = useCell(assistant.state)
  const [asked, setAsked] = useState<string | null>(null)
  const table = tables.find(({ key }) => key === asked) ?? tables.find(({ mapping }) => mapping.roles.text === undefined) ?? tables[0]
  return (
    <div className={styles['body']}>
      {tables.length > 1 && (
        <nav className={styles['files']} aria-label="Tables">
          {tables.map(({ key, file, rows }) => <button key={key} type="button" aria-current={key === table?.key ? 'true' : undefined} onClick={() => { setAsked(key) }}><bdi>{file}</bdi> <span>{rows.toLocaleString('en')}</span></button>)}
        </nav>
      )}
      {table && <Columns key={table.key} assistant={assistant} table={table} />}
    </div>
  )
}
