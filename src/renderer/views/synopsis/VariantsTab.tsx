import type { EventSynopsis } from '../../store/synopses'
import styles from './SynopsisView.module.css'

/** Not there yet: the words each article chose. */
export function VariantsTab({ synopsis }: { readonly synopsis: EventSynopsis }) {
  return <div className={styles['empty']} data-event={synopsis.event} />
}
