import type { EventSynopsis } from '../../store/synopses'
import styles from './SynopsisView.module.css'

/** Not there yet: what is particular to one outlet. */
export function OwnWordsTab({ synopsis }: { readonly synopsis: EventSynopsis }) {
  return <div className={styles['empty']} data-event={synopsis.event} />
}
