import { Button } from '../../controls/Button'
import { CommandKeys } from '../CommandKeys'
import { useDesk, useSession } from '../desk'
import styles from './EmptyDesk.module.css'

/** What to do next when no article is open. */
export function EmptyDesk() {
  const { app, overlay } = useDesk()
  const session = useSession()
  const some = session.seen.article.size > 0
  return (
    <div className={styles['empty']}>
      {some ? (
        <>
          <h2>No article is open</h2>
          <p>Choose an event on the left to read its articles side by side, or open articles one by one.</p>
          <Button onClick={() => { overlay.set({ kind: 'articles' }) }}>Open an article <CommandKeys command="column.open" /></Button>
        </>
      ) : (
        <>
          <h2>This project has no articles yet</h2>
          <p>Import plain text files, or drop a folder of them on this window.</p>
          <div>
            <Button kind="main" disabled={session.readOnly !== null} onClick={() => { void app.jobs.chooseImport('folder') }}>Import a folder …</Button>
            <Button disabled={session.readOnly !== null} onClick={() => { void app.jobs.chooseImport('files') }}>Import files …</Button>
          </div>
        </>
      )}
    </div>
  )
}
