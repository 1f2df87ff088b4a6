import type { EventSynopsis } from '../../store/synopses'
import styles from './SynopsisView.module.css'

/** Not there yet: what others report and an article does not. */
export function OmissionsTab({ synopsis }: { readonly synopsis: EventSynopsis }) {
  return <div className={styles['empty']} data-event={synopsis.event} />
}
