import { X } from 'lucide-react'
import { canTakeBackImport } from '../../commands/importing'
import { allCommands, perform } from '../../commands/list'
import { Button } from '../../controls/Button'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import { CommandKeys } from '../CommandKeys'
import styles from './ArticlesView.module.css'

/** Says what came in last, and how to take it out again. */
export function Arrived({ onSelect }: { readonly onSelect: (ids: ReadonlySet<string>) => void }) {
  const desk = useDesk()
  const { records, history } = useSession()
  useCell(history)
  const here = (useCell(desk.app.jobs.arrived) ?? []).filter((id) => records.article.has(id))
  const undo = (): void => {
    const command = allCommands(desk).find(({ id }) => id === 'edit.undo')
    if (command) perform(desk, command)
  }
  // Always there: what appears together with its text is not read out.
  return (
    <div role="status" className={here.length > 0 ? styles['arrived'] : undefined}>
      {here.length > 0 && (
        <>
          <b>{here.length === 1 ? '1 article came in.' : `${here.length.toLocaleString('en')} articles came in.`}</b>
          <Button onClick={() => { onSelect(new Set(here)) }}>Select {here.length === 1 ? 'it' : 'them'}</Button>
          {canTakeBackImport(desk) && <Button onClick={undo}>Undo <CommandKeys command="edit.undo" /></Button>}
          <button type="button" className={styles['dismiss']} aria-label="Close" onClick={() => { desk.app.jobs.arrived.set(null) }}><X size={14} /></button>
        </>
      )}
    </div>
  )
}
