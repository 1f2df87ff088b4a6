import { Check, Combine, Split, Tag, Undo2, X } from 'lucide-react'
import { allCommands, perform } from '../../commands/list'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import styles from './PassageTable.module.css'

const acts = [['synopsis.code-row', Tag], ['synopsis.confirm', Check], ['synopsis.reject', X], ['synopsis.join', Combine], ['synopsis.split', Split], ['synopsis.reopen', Undo2]] as const

/** What can be done with the passage the keyboard is at, and with those that are selected. */
export function PassageActs() {
  const desk = useDesk()
  useSession()
  // It says what the commands are for.
  useCell(desk.passageInHand)
  const commands = allCommands(desk)
  return (
    <span className={styles['acts']}>
      {acts.map(([id, Icon]) => {
        const command = commands.find((one) => one.id === id)
        return command?.enabled(desk) === true && <button key={id} type="button" tabIndex={-1} aria-label={command.label(desk)} title={command.label(desk)} onClick={() => { perform(desk, command) }}><Icon size={13} /></button>
      })}
    </span>
  )
}
