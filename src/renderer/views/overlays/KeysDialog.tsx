import { Dialog } from '../../controls/Dialog'
import { Keys } from '../../controls/Keys'
import { menus } from '../../commands/command'
import { keyParts } from '../../commands/keys'
import { allCommands } from '../../commands/list'
import { useDesk } from '../desk'
import styles from './overlays.module.css'

/** All keys, by menu. */
export function KeysDialog() {
  const desk = useDesk()
  const commands = allCommands(desk).filter((command) => command.keys.length > 0)
  return (
    <Dialog title="Keys" width="wide" onClose={() => { desk.overlay.set(null) }}>
      <p className={styles['lead']}>Keys without Ctrl or Alt work while the text has the keyboard; click into a column or press Ctrl and its number.</p>
      <div className={styles['keys']}>
        {menus.map((menu) => {
          const own = commands.filter((command) => command.menu === menu).sort((a, b) => a.group - b.group)
          return own.length > 0 && (
            <section key={menu}>
              <h3>{menu}</h3>
              <dl>
                {own.map((command) => (
                  <div key={command.id}>
                    <dt>{command.label(desk)}</dt>
                    <dd>{command.keys.slice(0, 2).map((keys) => <Keys key={keys} parts={keyParts(keys, desk.mac)} />)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </Dialog>
  )
}
