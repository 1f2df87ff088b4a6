import { Button } from '../../controls/Button'
import { allCommands, perform } from '../../commands/list'
import { useDesk } from '../desk'
import styles from './Form.module.css'

/** Commands as buttons. */
export function Acts({ ids }: { readonly ids: readonly string[] }) {
  const desk = useDesk()
  const commands = allCommands(desk).filter((command) => ids.includes(command.id))
  return (
    <span className={styles['acts']}>
      {commands.map((command) => (
        <Button key={command.id} kind="quiet" disabled={!command.enabled(desk)} onClick={() => { perform(desk, command) }}>{command.id === 'codebook.delete' ? 'Delete …' : command.label(desk)}</Button>
      ))}
    </span>
  )
}
