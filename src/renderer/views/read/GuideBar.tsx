import { fillRole, filling, guideCommands, guided } from '../../commands/guide'
import { perform } from '../../commands/list'
import { activeReader } from '../../commands/textCommands'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import styles from './GuideBar.module.css'

/** Over the foot of the columns while an annotation of several roles is put together: what is marked, and what the selection can be. */
export function GuideBar() {
  const desk = useDesk()
  const session = useSession()
  useCell(desk.app.layout)
  useCell(desk.guide)
  const guide = guided(desk)
  if (!guide) return null
  const { entry, roles } = guide
  const annotation = session.seen.annotation.get(guide.annotation?.id ?? '')
  const selected = activeReader(desk)?.selection() != null
  const run = (id: string): void => {
    const command = guideCommands.find((one) => one.id === id)
    if (command) perform(desk, command)
  }
  return (
    <div className={styles['bar']} role="toolbar" aria-label={`Parts of ${entry.code.name}`}>
      <p className={styles['what']} role="status"><b><bdi>{entry.code.name}</bdi></b> {selected ? 'What is the selection?' : 'Select a part in the text.'}</p>
      {roles.map((role, i) => {
        const filled = filling(annotation, role)
        return (
          <button
            key={role.id} type="button" className={`${styles['role']} ${filled === '' ? '' : styles['filled']}`} aria-disabled={!selected} title={role.hint}
            onMouseDown={(event) => { event.preventDefault() }} onClick={() => { void fillRole(desk, i + 1) }}
          >
            {i < 9 && <kbd>{i + 1}</kbd>}<b>{role.name}{role.required && filled === '' && ' *'}</b>{filled !== '' && <q><bdi>{filled}</bdi></q>}
          </button>
        )
      })}
      <button type="button" className={styles['done']} onClick={() => { run('guide.done') }}>Done <kbd>Enter</kbd></button>
    </div>
  )
}
