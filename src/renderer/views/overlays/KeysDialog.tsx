import { useRef, useState } from 'react'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { menus } from '../../commands/command'
import { allCommands } from '../../commands/list'
import { holdsAll, wordsOf } from '../../../domain/query/words'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import { KeyRow } from './KeyRow'
import styles from './overlays.module.css'

/** All commands with their keys, by menu; any key that has no meaning of its own can be changed. */
export function KeysDialog() {
  const desk = useDesk()
  const { keys } = useCell(desk.app.settings)
  const session = useCell(desk.app.session)
  const search = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [changing, setChanging] = useState<string | null>(null)
  const words = wordsOf(typed)
  const found = allCommands(desk).filter((command) => holdsAll(`${command.menu} ${command.label(desk)}`.toLocaleLowerCase(), words))
  const changed = Object.keys(keys).length > 0
  return (
    <Dialog
      title="Keys" width="wide" onClose={() => { desk.overlay.set(null) }}
      actions={<Button disabled={!changed} onClick={() => { void desk.app.changeSettings({ keys: {} }); search.current?.focus() }}>Give all commands their usual keys</Button>}
    >
      <p className={styles['lead']}>Keys without Ctrl or Alt work while the text has the keyboard; click into a column or press Ctrl and its number.{session && ' The keys of codes are changed in the codebook.'}</p>
      <input ref={search} className={styles['input']} aria-label="Find a command" placeholder="Find a command" value={typed} onChange={(event) => { setTyped(event.target.value) }} />
      <div className={styles['keys']}>
        {menus.map((menu) => {
          const own = found.filter((command) => command.menu === menu).sort((a, b) => a.group - b.group)
          return own.length > 0 && (
            <section key={menu}>
              <h3>{menu}</h3>
              <dl>{own.map((command) => <KeyRow key={command.id} command={command} changing={changing === command.id} onChanging={(now) => { setChanging(now ? command.id : null) }} />)}</dl>
            </section>
          )
        })}
      </div>
      {found.length === 0 && <p className={styles['hint']}>No command is called that.</p>}
    </Dialog>
  )
}
