import { Button } from '../../controls/Button'
import { Keys } from '../../controls/Keys'
import { keyParts } from '../../commands/keys'
import { allCommands, perform } from '../../commands/list'
import { actedOn } from '../../store/review'
import { useCell } from '../../store/watch'
import { CommandKeys } from '../CommandKeys'
import { useDesk } from '../desk'
import styles from './AnnotationsView.module.css'

const actions = [
  ['annotation.confirm', 'Still right', 'y'],
  ['annotation.recode', 'Another code …', undefined],
  ['edit.delete', 'Delete', undefined],
] as const

/** What can be done with the chosen annotations. */
export function Actions() {
  const desk = useDesk()
  const chosen = actedOn(useCell(desk.chosen)).length
  const commands = allCommands(desk)
  return (
    <span className={styles['actions']}>
      <span className={styles['chosen']}>{chosen > 1 && `${chosen.toLocaleString('en-GB')} selected`}</span>
      {actions.map(([id, name, ownKey]) => {
        const command = commands.find((one) => one.id === id)
        return command && (
          <Button key={id} kind={id === 'edit.delete' ? 'danger' : 'plain'} disabled={!command.enabled(desk)} title={command.label(desk)} onClick={() => { perform(desk, command) }}>
            {name} {ownKey === undefined ? <CommandKeys command={command} /> : <Keys parts={keyParts(ownKey, desk.mac)} />}
          </Button>
        )
      })}
    </span>
  )
}
