import { useEffect, useState } from 'react'
import { Button } from '../../controls/Button'
import { bringIn, leaveImport } from '../../commands/importing'
import { pressed } from '../../commands/keys'
import type { ImportAssistant } from '../../store/import/assistant'
import { tally } from '../../store/import/rows'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import { FoundArticles } from './FoundArticles'
import type { ImportTab } from './importTab'
import styles from './ImportView.module.css'
import { Notices } from './Notices'
import { RefusedFiles } from './RefusedFiles'
import { Tables } from './Tables'

/** What was found in some files, before any of it is in the project: to be looked at, corrected, left out. */
export function ImportView({ assistant }: { readonly assistant: ImportAssistant }) {
  const desk = useDesk()
  const state = useCell(assistant.state)
  const rereading = useCell(assistant.rereading)
  const { entries, tables, refused } = state
  const [tab, setTab] = useState<ImportTab>('articles')
  const counts = tally(state)
  const tabs = ([['articles', 'Articles', entries.length], ['tables', 'Tables', tables.length], ['refused', 'Refused', refused.length]] as const).filter(([id, , n]) => id === 'articles' || n > 0)
  const shown = tabs.some(([id]) => id === tab) ? tab : 'articles'
  useImportKeys(assistant)
  return (
    <main className={styles['view']} aria-labelledby="import-title">
      <header className={styles['head']}>
        <h1 id="import-title">Import <bdi>{assistant.label}</bdi></h1>
        <nav className={styles['tabs']} aria-label="What was found">
          {tabs.map(([id, name, n]) => <button key={id} type="button" aria-current={shown === id ? 'page' : undefined} onClick={() => { setTab(id) }}>{name} <span>{n.toLocaleString('en')}</span></button>)}
        </nav>
        <span className={styles['sum']} role="status">{counts.ticked > 0 && `${counts.words.toLocaleString('en')} words`}</span>
        <Button onClick={() => { leaveImport(desk) }}>Cancel</Button>
        <Button kind="main" disabled={counts.ticked === 0 || rereading !== null} onClick={() => { void bringIn(desk) }}>
          {counts.ticked === 0 ? 'Import' : `Import ${counts.ticked.toLocaleString('en')} ${counts.ticked === 1 ? 'article' : 'articles'}`}
        </Button>
      </header>
      <Notices assistant={assistant} counts={counts} onTab={setTab} />
      {shown === 'articles' && <FoundArticles assistant={assistant} counts={counts} onTab={setTab} />}
      {shown === 'tables' && <Tables assistant={assistant} />}
      {shown === 'refused' && <RefusedFiles refused={refused} others={entries.length + tables.length > 0} />}
    </main>
  )
}

/** Undo and redo of what was corrected, importing, leaving. */
function useImportKeys(assistant: ImportAssistant): void {
  const desk = useDesk()
  useEffect(() => {
    const acts: Readonly<Record<string, () => void>> = {
      'Mod+z': () => { assistant.undo() }, 'Mod+Shift+z': () => { assistant.redo() }, 'Mod+y': () => { assistant.redo() },
      'Mod+Enter': () => { void bringIn(desk) }, Escape: () => { leaveImport(desk) },
    }
    const onKey = (event: KeyboardEvent): void => {
      const { overlay, app } = desk
      const keys = pressed(event, desk.mac)
      const run = acts[keys]
      if (!run || event.defaultPrevented || event.isComposing || overlay.get() !== null || app.notice.get() !== null || app.jobs.current.get() !== null) return
      // What is half typed has its own undo, and Mod+Enter ends it first.
      if (event.target instanceof HTMLElement && event.target.matches('[data-draft]') && keys !== 'Escape') {
        if (keys !== 'Mod+Enter') return
        event.target.blur()
      }
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKey)
    return () => { window.removeEventListener('keydown', onKey) }
  }, [assistant, desk])
}
