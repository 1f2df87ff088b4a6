import type { KeyboardEvent } from 'react'
import styles from './Offers.module.css'

interface Props {
  readonly offers: readonly { readonly id: string; readonly name: string }[]
  readonly onTake: (id: string) => void
}

/** Values that suggest themselves, to be taken with one press: Alt and their number, or a click. */
export function Offers({ offers, onTake }: Props) {
  if (offers.length === 0) return null
  return (
    <div role="group" aria-label="Named here" className={styles['offers']}>
      {offers.map(({ id, name }, i) => (
        // Not in the way of Tab: Alt and the number take it, and an arrow down in the field lists it first.
        <button key={id} type="button" tabIndex={-1} className={styles['offer']} title={`${name} (Alt ${i + 1})`} onMouseDown={(event) => { event.preventDefault() }} onClick={() => { onTake(id) }}>
          <bdi>{name}</bdi><kbd>Alt {i + 1}</kbd>
        </button>
      ))}
    </div>
  )
}

/** Which offer a key press takes. The place of the key counts, as Alt makes it write something else on some machines. */
export function takenBy<T>(event: KeyboardEvent, offers: readonly T[]): T | undefined {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
  return event.altKey && !event.ctrlKey && !event.metaKey && digit !== undefined ? offers[Number(digit) - 1] : undefined
}
