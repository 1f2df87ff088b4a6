import type { InputHTMLAttributes } from 'react'
import styles from './TextBox.module.css'

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> {
  readonly value: string
  readonly onType: (value: string) => void
  readonly missing: boolean
}

/** A line of text that counts as it is typed; white space at its ends goes when it is left. */
export function LiveText({ value, onType, missing, ...rest }: Props) {
  return (
    <input
      {...rest}
      className={`${styles['box']} ${missing ? styles['missing'] : ''}`}
      value={value}
      onChange={(event) => { onType(event.target.value) }}
      onBlur={() => { if (value !== value.trim()) onType(value.trim()) }}
    />
  )
}
