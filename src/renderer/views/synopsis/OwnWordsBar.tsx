import type { Teller } from '../../../domain/synopsis/tellers'
import { counted } from '../codebook/words'
import type { InHand } from '../../store/synopsisHand'
import { Stepper } from './Stepper'
import styles from './Told.module.css'
import { tellerName } from './useTelling'

interface Props {
  readonly tellers: readonly Teller[]
  readonly teller: Teller
  readonly hand: InHand
  readonly onChange: (change: Partial<InHand>) => void
  /** How many words are listed. */
  readonly shown: number
}

const sides = [['own', 'More than the others'], ['missing', 'Less than the others']] as const

/** Whose words are looked at, and which of them. */
export function OwnWordsBar({ tellers, teller, hand, onChange, shown }: Props) {
  return (
    <div className={styles['set']}>
      <select aria-label="Outlet" value={teller.key} onChange={(event) => { onChange({ teller: event.target.value, word: null }) }}>
        {tellers.map((one) => <option key={one.key} value={one.key}>{tellerName(one)}</option>)}
      </select>
      {sides.map(([id, name]) => <button key={id} type="button" className={styles['chip']} aria-pressed={hand.side === id} onClick={() => { onChange({ side: id, word: null }) }}>{name}</button>)}
      <span>at least <Stepper label="How often a word stands there" value={hand.often} least={1} most={20} onChange={(often) => { onChange({ often, word: null }) }} /> {hand.often === 1 ? 'time' : 'times'} {hand.side === 'own' ? 'here' : 'in the others'}</span>
      <button type="button" className={styles['chip']} aria-pressed={hand.names} title="Words that read like proper names" onClick={() => { onChange({ names: !hand.names }) }}>Names</button>
      <button type="button" className={styles['chip']} aria-pressed={hand.common} title="Also words that only tie others together, such as “the” and “has”" onClick={() => { onChange({ common: !hand.common }) }}>Common words too</button>
      <span role="status" title="Log-odds-ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008), as a z-score: beyond 1.96 chance is an unlikely reason">{counted(shown, 'word')}, by z-score</span>
    </div>
  )
}
