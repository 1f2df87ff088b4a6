import { useRef, useState } from 'react'
import { confirms } from '../../controls/confirms'
import styles from './Tree.module.css'

interface Props {
  readonly label: string
  readonly value: string
  /** Called once: with what was typed, or, after Escape, with what stood there. */
  readonly onEnd: (name: string) => void
}

/** A name as it is typed in the outline: Enter or leaving it ends, Escape leaves things as they were. */
export function NameBox({ label, value, onEnd }: Props) {
  const [typed, setTyped] = useState(value)
  const ended = useRef(false)
  const end = (name: string): void => {
    if (ended.current) return
    ended.current = true
    onEnd(name)
  }
  return (
    <input
      autoFocus className={styles['box']} aria-label={label} value={typed} maxLength={1_000} placeholder={label}
      onFocus={(event) => { event.target.select() }} onChange={(event) => { setTyped(event.target.value) }} onBlur={() => { end(typed) }}
      onDoubleClick={(event) => { event.stopPropagation() }}
      onKeyDown={(event) => {
        if (confirms(event) || event.key === 'Escape') {
          event.preventDefault()
          event.stopPropagation()
          end(event.key === 'Escape' ? value : typed)
        }
      }}
    />
  )
}
