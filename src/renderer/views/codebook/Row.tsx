import { useId, type ReactNode } from 'react'
import styles from './Form.module.css'

interface Props {
  readonly label: string
  readonly hint?: ReactNode
  /** The one control in it is named by the label already; a group of several is named here. */
  readonly group?: boolean
  readonly children: ReactNode
}

/** A line of a form: what it is, its control, and what there is to know about it. */
export function Row({ label, hint, group = false, children }: Props) {
  const id = useId()
  return (
    <div className={styles['line']} {...(group && { role: 'group', 'aria-labelledby': id })}>
      <span className={styles['label']} id={id}>{label}</span>
      <div className={styles['control']}>
        {children}
        {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
      </div>
    </div>
  )
}
