import { useLayoutEffect, useRef, type TextareaHTMLAttributes } from 'react'
import { LONGEST_LINE } from '../../domain/project/limits'
import { useEntry } from './entry'
import styles from './TextBox.module.css'

interface Props extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange'> {
  readonly value: string
  /** Called when the text is left, taken away or confirmed, and only if it differs. */
  readonly onCommit: (value: string) => void
  /** Whether Enter ends the text (Shift+Enter then goes to a new line); otherwise Ctrl+Enter does. */
  readonly enterEnds?: boolean
}

/** A text as high as what stands in it, which counts when it is finished; Escape takes back what was typed. */
export function TextArea({ value, onCommit, enterEnds = true, ...rest }: Props) {
  const entry = useEntry(value, onCommit, enterEnds)
  const box = useRef<HTMLTextAreaElement>(null)
  const { text } = entry
  useLayoutEffect(() => {
    if (!box.current) return
    box.current.style.height = 'auto'
    box.current.style.height = `${box.current.scrollHeight + 2}px`
  }, [text])
  return (
    <textarea
      maxLength={LONGEST_LINE} {...rest} ref={box} rows={rest.rows ?? 1} className={`${styles['box']} ${styles['area']}`} value={text}
      onChange={(event) => { entry.setTyped(event.target.value) }} onBlur={entry.commit} onKeyDown={entry.onKeyDown}
    />
  )
}
