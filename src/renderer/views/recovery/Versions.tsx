import { Button } from '../../controls/Button'
import styles from './Versions.module.css'
import { moment } from './words'

/** One thing that can be put in a damaged file's place. */
export interface Offer {
  readonly key: string
  /** When it was so, UTC; null for beginning with nothing. */
  readonly written: string | null
  readonly from: string
  /** What it holds, and what it would lose. */
  readonly holds: string
  readonly action: string
  readonly run: () => void
}

/** What can be put in the place of what is damaged, the newest first. */
export function Versions({ offers, label, disabled }: { readonly offers: readonly Offer[]; readonly label: string; readonly disabled: boolean }) {
  return (
    <ul className={styles['versions']} aria-label={label}>
      {offers.map(({ key, written, from, holds, action, run }) => (
        <li key={key} className={styles['version']}>
          <b className={styles['when']}>{written === null ? 'Nothing' : <time dateTime={written}>{moment(written)}</time>}</b>
          <span className={styles['from']}>{from}</span>
          <span className={styles['holds']}>{holds}</span>
          <Button disabled={disabled} onClick={run}>{action}</Button>
        </li>
      ))}
    </ul>
  )
}
