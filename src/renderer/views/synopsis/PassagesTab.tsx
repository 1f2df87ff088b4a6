import type { EventSynopsis } from '../../store/synopses'
import styles from './SynopsisView.module.css'

/** Not there yet: what the articles share. */
export function PassagesTab({ synopsis }: { readonly synopsis: EventSynopsis }) {
  return <div className={styles['empty']} data-event={synopsis.event} />
}
