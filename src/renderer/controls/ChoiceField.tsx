import { useRef, type KeyboardEvent } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import styles from './ChoiceField.module.css'
import { digitOf, positionOf } from './digits'

export interface Choice<V extends string | number> {
  readonly value: V
  readonly label: string
}

interface Props<V extends string | number> {
  readonly label: string
  readonly choices: readonly Choice<V>[]
  readonly value: V | undefined
  readonly missing: boolean
  readonly disabled: boolean
  /** A scale stands in one joined row, other choices wrap. */
  readonly scale: boolean
  /** Keys that choose besides the digits. */
  readonly letters?: Readonly<Record<string, V>>
  readonly onChange: (value: V | null) => void
  /** Called when a key has chosen. */
  readonly onDone?: () => void
}

/**
 * One of several: arrow keys move, number keys choose, Delete empties. In a scale a digit means its value,
 * after a minus the negative one; among other choices it means their position, 0 the tenth.
 */
export function ChoiceField<V extends string | number>({ label, choices, value, missing, disabled, scale, letters = {}, onChange, onDone }: Props<V>) {
  const minus = useRef(false)
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (disabled || event.ctrlKey || event.metaKey || event.altKey) return
    const negative = minus.current
    minus.current = event.key === '-'
    const digit = digitOf(event)
    const meant = digit === undefined ? letters[event.key.toLowerCase()] : scale ? (negative ? -digit : digit) : choices[positionOf(digit)]?.value
    const chosen = choices.find((choice) => choice.value === meant)
    if (chosen) {
      onChange(chosen.value)
      event.currentTarget.querySelector<HTMLInputElement>(`input[value="${CSS.escape(String(chosen.value))}"]`)?.focus()
      onDone?.()
    } else if (event.key === 'Delete' || event.key === 'Backspace') onChange(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div onKeyDownCapture={onKey} title={disabled ? undefined : scale ? 'Keys: a digit for its value, − before it for a negative one' : 'Keys: 1, 2, 3 … in this order'}>
      <RadioGroup
        aria-label={label} isDisabled={disabled} orientation="horizontal" isInvalid={missing}
        className={`${scale ? styles['scale'] : styles['chips']} ${missing ? styles['missing'] : ''}`}
        value={value === undefined ? null : String(value)}
        onChange={(next) => { onChange(choices.find((choice) => String(choice.value) === next)?.value ?? null) }}
      >
        {choices.map((choice) => <Radio key={choice.value} value={String(choice.value)} className={styles['choice'] ?? ''}>{choice.label}</Radio>)}
      </RadioGroup>
    </div>
  )
}
