import type { RefusedFile } from '../../../preload/contract'
import { sentence } from '../sentence'
import styles from './ImportView.module.css'

// More than one reads through are counted.
const MOST = 1_000

/** The files that gave nothing, and why. @param others whether there are files that can come in */
export function RefusedFiles({ refused, others }: { readonly refused: readonly RefusedFile[]; readonly others: boolean }) {
  const [only] = refused.length === 1 ? refused : []
  return (
    // What is longer than the window is scrolled with the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles['scroll']} aria-label="Refused files" tabIndex={0}>
      <p className={styles['lead']}>Nothing of {only ? <bdi>{only.file}</bdi> : 'these files'} comes in.{others && ` Everything else can be imported without ${only ? 'it; mend it, then import it' : 'them; mend them, then import them'} alone.`}</p>
      <table className={styles['refused']}>
        <thead><tr><th>File</th><th>Why it was refused</th></tr></thead>
        <tbody>{refused.slice(0, MOST).map((one) => <tr key={one.key}><td><bdi>{one.file}</bdi></td><td>{sentence(one.message)}</td></tr>)}</tbody>
      </table>
      {refused.length > MOST && <p className={styles['lead']}>and {(refused.length - MOST).toLocaleString('en')} more</p>}
    </section>
  )
}
