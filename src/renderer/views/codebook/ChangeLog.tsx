import { X } from 'lucide-react'
import { Swatch } from '../../controls/Swatch'
import { goTo } from '../../commands/codebookActions'
import type { Codebook } from '../../../domain/project/codebook'
import { codeKey } from '../../store/codebook/state'
import { useDesk, useSession } from '../desk'
import styles from './Form.module.css'
import { Outdated } from './Outdated'
import { outdatedOf } from './beforeChange'

const MOST = 300
const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** What was changed when and by whom, the latest first, and which annotations were made before a code's rules changed. */
export function ChangeLog({ codebook, onClose }: { readonly codebook: Codebook; readonly onClose: () => void }) {
  const desk = useDesk()
  const session = useSession()
  const older = [...session.codes().values()].filter((entry) => entry.code.revised > 0).filter((entry) => outdatedOf(session, entry).all > 0)
  return (
    <div className={styles['form']}>
      <header className={styles['head']}>
        <h2 className={styles['title']}>Changes of the codebook</h2>
        <button type="button" className={styles['icon']} aria-label="Close the changes" onClick={onClose}><X size={15} /></button>
      </header>
      {older.length > 0 && (
        <>
          <h3 className={styles['section']}>Coded before the rules changed</h3>
          <ul className={styles['older']}>
            {older.map((entry) => (
              <li key={entry.code.id}>
                <Swatch colour={entry.code.colour} mark={entry.dimension.mark} />
                <button type="button" className={styles['text']} onClick={() => { goTo(desk, codeKey(entry.code.id)) }}><bdi>{entry.code.name}</bdi></button>
                <span><Outdated entry={entry} /></span>
              </li>
            ))}
          </ul>
        </>
      )}
      {codebook.log.length === 0 ? <p className={styles['lead']}>Nothing was changed yet. From the first change on, each version stands here.</p> : (
        <table className={styles['log']}>
          <thead><tr><th>Version</th><th>When</th><th>Coder</th><th>What</th></tr></thead>
          <tbody>
            {codebook.log.slice(-MOST).reverse().map((one) => (
              <tr key={one.version}><td>{one.version}</td><td><time dateTime={one.at}>{time.format(new Date(one.at))}</time></td><td><bdi>{session.records.coder.get(one.coder)?.name ?? 'unknown'}</bdi></td><td><bdi>{one.what}</bdi></td></tr>
            ))}
          </tbody>
        </table>
      )}
      {codebook.log.length > MOST && <p className={styles['hint']}>and {codebook.log.length - MOST} before these</p>}
    </div>
  )
}
