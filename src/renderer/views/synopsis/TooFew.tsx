import type { InHand } from '../../store/synopsisHand'
import styles from './Told.module.css'

/** An event of one outlet, or none, has nothing to be compared. */
export function TooFew({ tellers }: { readonly tellers: number }) {
  return (
    <div className={styles['empty']}>
      <h2>Nothing to compare</h2>
      <p>{tellers === 0 ? 'No article belongs to this event.' : 'Only one outlet tells of this event.'} Add articles of {tellers === 0 ? 'two outlets or more' : 'another outlet'} to it in the list of articles.</p>
    </div>
  )
}

export function SuggestionsToo({ hand, onChange }: { readonly hand: InHand; readonly onChange: (change: Partial<InHand>) => void }) {
  return <button type="button" className={styles['chip']} aria-pressed={hand.suggestions} title="Also passages that only weak evidence speaks for, and that nobody confirmed" onClick={() => { onChange({ suggestions: !hand.suggestions }) }}>Suggestions too</button>
}
