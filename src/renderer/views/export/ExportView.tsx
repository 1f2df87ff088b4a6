import { useEffect, useRef } from 'react'
import { writeExport } from '../../commands/exporting'
import { pressed } from '../../commands/keys'
import { Button } from '../../controls/Button'
import type { ExportAssistant } from '../../store/export/assistant'
import { hindranceIn } from '../../store/export/selected'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import styles from './ExportView.module.css'
import { Preview } from './Preview'
import { Settings } from './Settings'
import { counted } from './words'

/** An export while it is put together: what, in which shape and format, and how it would begin. */
export function ExportView({ assistant }: { readonly assistant: ExportAssistant }) {
  const desk = useDesk()
  const order = useCell(assistant.order)
  const { preview, problem } = useCell(assistant.looked)
  const hindrance = hindranceIn(order) ?? problem
  useExportKeys()
  useFocusBack()
  return (
    <main className={styles['view']} aria-labelledby="export-title">
      <header className={styles['head']}>
        <h1 id="export-title">Export</h1>
        <span className={styles['sum']} role="status">{preview && `${counted(preview.articles, 'article')}, ${counted(preview.events, 'event')}`}</span>
        <Button onClick={() => { desk.app.exporting.leave() }}>Cancel</Button>
        <Button kind="main" disabled={hindrance !== null} onClick={() => { void writeExport(desk) }}>Export …</Button>
      </header>
      <div className={styles['body']}>
        <Settings assistant={assistant} />
        <Preview assistant={assistant} hindrance={hindrance} />
      </div>
    </main>
  )
}

/** Whoever had the keyboard before has it again. */
function useFocusBack(): void {
  const before = useRef(document.activeElement)
  useEffect(() => () => {
    // What it stands in can be reached again only once this is gone.
    requestAnimationFrame(() => { if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus() })
  }, [])
}

/** Exporting, leaving. */
function useExportKeys(): void {
  const desk = useDesk()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { overlay, app } = desk
      const keys = pressed(event, desk.mac)
      if ((keys !== 'Mod+Enter' && keys !== 'Escape') || event.isComposing || overlay.get() !== null || app.notice.get() !== null || app.jobs.current.get() !== null) return
      // What is half typed is ended or given up first.
      if (event.target instanceof HTMLElement && event.target.matches('[data-draft]')) {
        if (keys === 'Escape') return
        event.target.blur()
      }
      event.preventDefault()
      if (keys === 'Escape') app.exporting.leave()
      else void writeExport(desk)
    }
    // Before a box of text takes Mod+Enter for its own.
    window.addEventListener('keydown', onKey, true)
    return () => { window.removeEventListener('keydown', onKey, true) }
  }, [desk])
}
