import { useEffect } from 'react'
import { workOut } from '../../../domain/synopsis/once'
import { synopsisSheet } from '../../../domain/synopsis/sheet'
import { allCommands, perform } from '../../commands/list'
import { Button } from '../../controls/Button'
import { inSlices } from '../../store/slices'
import type { EventSynopsis } from '../../store/synopses'
import { useDesk, useSession } from '../desk'
import styles from './SynopsisView.module.css'
import type { Column } from './useColumns'
import type { Table } from './useTable'

const formats = [['csv', 'CSV'], ['xlsx', 'XLSX'], ['html', 'HTML']] as const

/** Writes the table as it stands, in one format or another. */
export function ExportBar({ synopsis, table, columns }: { readonly synopsis: EventSynopsis; readonly table: Table; readonly columns: readonly Column[] }) {
  const desk = useDesk()
  const session = useSession()
  useEffect(() => {
    const { rows } = table
    if (!rows) return undefined
    const event = session.records.event.get(synopsis.event)
    desk.synopsisSheet.set(async () => {
      await inSlices(workOut(rows.flatMap(({ work }) => [...work.attributions, ...work.words])), () => true)
      return synopsisSheet(rows, {
        event: event?.name ?? '', date: event?.date ?? '', of: Math.max(table.total, rows.length), masked: session.masked.mask !== null,
        articles: columns.map(({ article, name }) => ({ ...article, headline: article.headline || name })),
        codesOf: (place) => table.codesOf(place).flatMap((code) => session.codes().get(code)?.code.name ?? []),
      })
    })
    return () => { desk.synopsisSheet.set(null) }
  }, [desk, session, synopsis, table, columns])
  const run = (format: string): void => {
    const command = allCommands(desk).find(({ id }) => id === `synopsis.export-${format}`)
    if (command) perform(desk, command)
  }
  return (
    <div className={styles['export']} role="group" aria-label="Export what is shown">
      <span>Export what is shown:</span>
      {formats.map(([format, name]) => <Button key={format} kind="quiet" title={`${name} …`} disabled={!table.rows?.length} onClick={() => { run(format) }}>{name}</Button>)}
    </div>
  )
}
