import { useState, type InputHTMLAttributes } from 'react'
import { confirms } from './confirms'
import styles from './TextBox.module.css'
import { useAtEnd } from './useAtEnd'

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> {
  readonly value: string
  /** Called when the field is left, taken away or Enter is pressed, and only if the text differs; false leaves the text to be corrected. */
  readonly onCommit: (value: string) => boolean | void
  readonly missing?: boolean
  readonly flat?: boolean
}

/** A line of text that counts when it is finished; Escape takes back what was typed. */
export function TextBox({ value, onCommit, missing = false, flat = false, className = '', ...rest }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const commit = (): void => {
    if (typed === null || typed === value || onCommit(typed) !== false) setTyped(null)
  }
  useAtEnd(commit)
  return (
    <input
      {...rest}
      className={`${styles['box']} ${flat ? styles['flat'] : ''} ${missing ? styles['missing'] : ''} ${className}`}
      value={typed ?? value}
      onChange={(event) => { setTyped(event.target.value) }}
      onBlur={commit}
      onKeyDown={(event) => {
        rest.onKeyDown?.(event)
        if (confirms(event)) {
          // A dialog that opens over this must not take the same Enter for its button.
          event.preventDefault()
          commit()
        }
        if (event.key === 'Escape' && typed !== null && typed !== value) {
          event.stopPropagation()
          setTyped(null)
        }
      }}
    />
  )
}
