import type { InputHTMLAttributes } from 'react'
import { useEntry } from './entry'
import styles from './TextBox.module.css'

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> {
  readonly value: string
  /** Called when the field is left, taken away or Enter is pressed, and only if the text differs; false leaves the text to be corrected. */
  readonly onCommit: (value: string) => boolean | void
  readonly missing?: boolean
  readonly flat?: boolean
}

/** A line of text that counts when it is finished; Escape takes back what was typed. */
export function TextBox({ value, onCommit, missing = false, flat = false, className = '', ...rest }: Props) {
  const entry = useEntry(value, onCommit)
  return (
    <input
      {...rest}
      className={`${styles['box']} ${flat ? styles['flat'] : ''} ${missing ? styles['missing'] : ''} ${className}`}
      value={entry.text}
      data-draft={entry.text !== value || undefined}
      onChange={(event) => { entry.setTyped(event.target.value) }}
      onBlur={entry.commit}
      onKeyDown={(event) => {
        rest.onKeyDown?.(event)
        entry.onKeyDown(event)
      }}
    />
  )
}
