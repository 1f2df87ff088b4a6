import { FolderPlus, History, Plus } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { Button } from '../../controls/Button'
import { begin, draftOf } from '../../commands/codebookActions'
import { allCommands, perform } from '../../commands/list'
import { THE } from '../../../domain/project/records'
import { draftRow, treeRows } from '../../store/codebook/rows'
import type { NodeKey } from '../../store/codebook/state'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import { ChangeLog } from './ChangeLog'
import styles from './CodebookView.module.css'
import { EmptyCodebook } from './EmptyCodebook'
import { Form } from './Form'
import { Tree } from './Tree'
import { counted } from './words'

/** The codebook as an outline, and the form of what is at hand in it. */
export function CodebookView() {
  const desk = useDesk()
  const session = useSession()
  const state = useCell(desk.app.codebook)
  const codebook = session.records.codebook.get(THE) ?? session.opened.codebook
  const { folded, filter, draft } = state
  const rows = useMemo(() => treeRows(codebook, folded, filter), [codebook, folded, filter])
  const search = useRef<HTMLInputElement>(null)
  useBeginning(rows[0]?.key)
  const writable = session.readOnly === null
  const run = (id: string): void => {
    const command = allCommands(desk).find((one) => one.id === id)
    if (command) perform(desk, command)
  }
  const empty = codebook.dimensions.length === 0 && !draft
  return (
    <main className={styles['view']} aria-label="Codebook">
      <section className={styles['outline']} aria-label="Outline">
        <div className={styles['bar']}>
          <input
            ref={search} className={styles['filter']} aria-label="Filter the codes" placeholder="Filter" value={filter}
            onChange={(event) => { desk.app.codebook.update((now) => ({ ...now, filter: event.target.value })) }}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && filter !== '') {
                event.stopPropagation()
                desk.app.codebook.update((now) => ({ ...now, filter: '' }))
              }
              if (event.key === 'ArrowDown' || event.key === 'Enter') {
                event.preventDefault()
                document.querySelector<HTMLElement>('[role=tree]')?.focus()
              }
            }}
          />
          <span className={styles['count']}>{counted(session.codes().size, 'code')}</span>
          <span className={styles['right']}>
            <Button kind="quiet" disabled={!writable || draftOf(desk, 'beside') === null} title="Add a code (Enter in the outline)" onClick={() => { begin(desk, draftOf(desk, 'beside')) }}><Plus size={14} />Add a code</Button>
            <Button kind="quiet" disabled={!writable} title="Add a dimension" onClick={() => { run('codebook.add-dimension') }}><FolderPlus size={14} />Add a dimension</Button>
          </span>
        </div>
        {empty
          ? <EmptyCodebook onAdd={() => { run('codebook.add-dimension') }} writable={writable} />
          : <Tree rows={rows} draft={draft && draftRow(rows, draft)} onType={() => { search.current?.focus() }} />}
        <footer className={styles['foot']}>
          {writable && !empty && <><span><kbd>Enter</kbd> add</span><span><kbd>Shift Enter</kbd> below</span><span><kbd>F2</kbd> rename</span><span><kbd>Alt</kbd> with arrows: move</span></>}
          <button type="button" className={styles['version']} aria-expanded={state.side === 'log'} onClick={() => { run('codebook.log') }}><History size={13} />Version {codebook.version}</button>
        </footer>
      </section>
      <section className={styles['side']} aria-label={state.side === 'log' ? 'Changes' : 'Definition'}>
        {state.side === 'log' ? <ChangeLog codebook={codebook} onClose={() => { run('codebook.log') }} /> : <Form codebook={codebook} />}
      </section>
      <p className={styles['said']} role="status" aria-live="polite" data-said>{state.said}</p>
    </main>
  )
}

/** The view begins in the outline: where one was, otherwise at its first row. */
function useBeginning(first: NodeKey | undefined): void {
  const { app } = useDesk()
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current || first === undefined) return
    begun.current = true
    app.codebook.update((now) => (now.at === null ? { ...now, at: first } : now))
    document.querySelector<HTMLElement>('[role=tree]')?.focus()
  }, [app, first])
}
