import type { FailedProject } from '../../../preload/contract'
import { Button } from '../../controls/Button'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import { Broken } from './Broken'
import styles from './RecoveryView.module.css'
import { Versions } from './Versions'

/** What stands in the window when a project can't be opened: what is wrong with it, and the ways to get it back. */
export default function RecoveryView({ failed }: { readonly failed: FailedProject }) {
  const { app: { recovery, opening, session } } = useDesk()
  const busy = [useCell(recovery.busy), useCell(opening)].includes(true)
  const { name, place, problem, broken, copies } = failed
  return (
    <main className={styles['recovery']} aria-labelledby="recovery-title">
      <section className={styles['card']}>
        <h1 id="recovery-title" className={styles['title']}>“<bdi>{name}</bdi>” can’t be opened as it is</h1>
        <p className={styles['place']}>{place}</p>
        <p className={styles['text']}>{broken.length === 0
          ? problem
          : `${broken.length === 1 ? 'One file' : `${broken.length} files`} it can’t be without can’t be read. All its other files are as they were; nothing was changed or deleted. Choose what is to come in place of ${broken.length === 1 ? 'it' : 'them'}, or put a good copy there yourself and try again.`}</p>
        {broken.map((one) => <Broken key={one.damage.file} broken={one} busy={busy} />)}
        {copies.length > 0 && (
          <section className={styles['file']} aria-label="Copies of the whole project">
            <h2 className={styles['heading']}>Or make a copy of the whole project as it was</h2>
            <p className={styles['text']}>The copy is a project of its own, in a folder you choose. The damaged one stays where it is, so nothing of it is lost.</p>
            <Versions label="Snapshots of the whole project" disabled={busy} offers={copies.map(({ snapshot, taken, articles, annotations }) => ({
              key: snapshot, written: taken, from: 'Snapshot', holds: `${count(articles, 'article')}, ${count(annotations, 'annotation')}. What was done after it is not in it.`,
              action: 'Make a copy …', run: () => { void recovery.copy(snapshot) },
            }))} />
          </section>
        )}
        <footer className={styles['foot']}>
          <Button kind="main" disabled={busy} onClick={() => { void recovery.again() }}>Try again</Button>
          <Button disabled={busy} onClick={() => { recovery.leave() }}>{session.get() ? 'Back to the open project' : 'Close'}</Button>
          {busy && <span role="status" className={styles['place']}>Working …</span>}
        </footer>
      </section>
    </main>
  )
}

const count = (n: number, one: string): string => `${n.toLocaleString('en')} ${one}${n === 1 ? '' : 's'}`
