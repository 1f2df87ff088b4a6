import type { Choice } from './ChoiceField'
import styles from './TextBox.module.css'

interface Props<V extends string> {
  readonly label: string
  readonly value: V
  readonly choices: readonly Choice<V>[]
  readonly disabled?: boolean
  readonly describedBy?: string | undefined
  readonly onChoose: (value: V) => void
}

/** One of a few things that have names. */
export function Select<V extends string>({ label, value, choices, disabled = false, describedBy, onChoose }: Props<V>) {
  return (
    <select
      className={styles['select']} aria-label={label} aria-describedby={describedBy} value={value} disabled={disabled}
      onChange={(event) => {
        const chosen = choices.find((one) => one.value === event.target.value)
        if (chosen) onChoose(chosen.value)
      }}
    >
      {choices.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}
    </select>
  )
}
