import type { KeyboardEvent } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import styles from './ChoiceField.module.css'
import { digitOf, positionOf } from './digits'

interface Props {
  readonly label: string
  readonly choices: readonly { readonly id: string; readonly label: string }[]
  readonly value: readonly string[]
  readonly missing: boolean
  readonly disabled: boolean
  /** What is chosen now, in the order of the choices. */
  readonly onChange: (value: readonly string[]) => void
}

/** Any of several: number keys and Space put one in or take it out, arrow keys move, Delete empties. */
export function ManyField({ label, choices, value, missing, disabled, onChange }: Props) {
  const choose = (chosen: ReadonlySet<unknown>): void => { onChange(choices.flatMap(({ id }) => (chosen.has(id) ? [id] : []))) }
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (disabled || event.ctrlKey || event.metaKey || event.altKey) return
    const digit = digitOf(event)
    const toggled = digit === undefined ? undefined : choices[positionOf(digit)]
    if (toggled) choose(new Set(value.includes(toggled.id) ? value.filter((id) => id !== toggled.id) : [...value, toggled.id]))
    else if (event.key === 'Delete' || event.key === 'Backspace') onChange([])
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div onKeyDownCapture={onKey} title={disabled ? undefined : 'Several may apply. Keys: 1, 2, 3 … put one in or take it out'}>
      <ToggleButtonGroup aria-label={label} selectionMode="multiple" isDisabled={disabled} selectedKeys={value} onSelectionChange={choose} className={`${styles['chips']} ${missing ? styles['missing'] : ''}`}>
        {choices.map((choice) => <ToggleButton key={choice.id} id={choice.id} className={styles['choice'] ?? ''}>{choice.label}</ToggleButton>)}
      </ToggleButtonGroup>
    </div>
  )
}
